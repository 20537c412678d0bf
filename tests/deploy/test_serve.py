"""`make run`: it answers, ends with the address, and leaves no process behind however it is stopped."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from pathlib import Path
from urllib.request import Request, urlopen

import brotli
import psutil
import pytest

from deploy import serve
from tests.architecture.files import BASE_DIR
from tests.deploy.test_settings import clean_environment

STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {STUBBORN!r}])"
SECONDS = 240


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(condition, seconds: float = SECONDS):
    """Wait until the condition is true, and return what it says."""
    give_up_at = time.monotonic() + seconds
    while not (found := condition()) and time.monotonic() < give_up_at:
        time.sleep(0.05)
    return found


@contextmanager
def running(folder: Path) -> Iterator[tuple[psutil.Process, int, str]]:
    """`make run` on a database and a port of its own: the process, its port, and what it said until it was ready."""
    port = free_port()
    output = folder / f"output-{port}"
    environment = clean_environment() | {
        "PORT": str(port),
        "DATABASE_URL": f"sqlite:///{folder / 'rased.sqlite3'}",
        "MEDIA_STORAGE_URL": f"file://{folder / 'media'}",
    }
    command = [sys.executable, "-m", "deploy.serve"]
    with output.open("w") as file:
        process = psutil.Popen(command, cwd=BASE_DIR, env=environment, stdout=file, stderr=file)
    try:
        wait_for(lambda: "chief" in output.read_text() or process.poll() is not None)
        yield process, port, output.read_text()
    finally:
        if process.is_running():
            process.terminate()
            process.wait()


def fetched(port: int, path: str) -> tuple[Message, str]:
    """The headers and the text of a page as a browser that takes brotli gets it."""
    asked = Request(f"http://127.0.0.1:{port}{path}", headers={"Accept-Encoding": "br"})
    with urlopen(asked) as answer:  # noqa: S310
        return answer.headers, brotli.decompress(answer.read()).decode()


def test_a_newsroom_starts_and_leaves_no_process_behind_however_it_is_stopped(tmp_path):
    for which in (signal.SIGINT, signal.SIGTERM):
        with running(tmp_path) as (process, port, said):
            family = process.children(recursive=True)
            stylesheet = re.search(r"/static/site/site\.[0-9a-f]{12}\.css", fetched(port, "/ar/")[1])
            headers, _text = fetched(port, stylesheet.group() if stylesheet else "/")
            assert (headers["Content-Encoding"], "immutable" in headers["Cache-Control"]) == ("br", True)

            process.send_signal(which)
            code = process.wait(20)

            assert code == 0, said
            assert len(family) >= 3
            assert wait_for(lambda family=family: not any(member.is_running() for member in family))
            assert serve.is_free(port)
            assert f"http://127.0.0.1:{port}/" in said
            assert all(name in said for name in ("reporter", "translator", "photo", "editor", "chief", "admin"))
            assert len(said.splitlines()) <= 24
            # Only the first of the two had anything to prepare.
            assert ("Preparing" in said) is (which is signal.SIGINT)


def refused(port: str) -> str:
    """What `make run` says on this port when it does not start at all."""
    command = [sys.executable, "-m", "deploy.serve"]
    environment = clean_environment() | {"PORT": port}
    ended = subprocess.run(command, cwd=BASE_DIR, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    return ended.stderr


def test_a_taken_port_is_one_clear_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        said = refused(str(port))

    assert said.startswith(f"Port {port} is taken by another program")
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("port", [" ", "abc", "0", "70000", "٨٠٠٠"])
def test_a_port_that_is_none_is_refused(port):
    assert refused(port).startswith("PORT is")


def test_a_crew_ends_even_those_who_will_not(monkeypatch):
    monkeypatch.setattr(serve, "SECONDS_TO_STOP", 0.5)
    crew = serve.Crew()
    crew.start("parent of a stubborn one", "-c", PARENT)
    parent = psutil.Process(crew.members["parent of a stubborn one"].pid)
    stubborn = wait_for(parent.children)

    crew.stop()

    assert stubborn
    assert wait_for(lambda: not stubborn[0].is_running())


def test_the_one_who_ended_is_named():
    crew = serve.Crew()
    crew.start("short-lived", "-c", "pass")

    assert wait_for(crew.first_to_end) == "short-lived"

    crew.stop()


def test_a_killed_make_takes_the_newsroom_with_it(tmp_path):
    output = Path(tmp_path / "pid")
    script = f"""
import subprocess, sys, time
from deploy import serve
crew = serve.Crew()
crew.start("sleeper", "-c", "import time; time.sleep(60)")
open({str(output)!r}, "w").write(str(crew.members["sleeper"].pid))
time.sleep(60)
"""
    runner = subprocess.Popen([sys.executable, "-c", script], cwd=BASE_DIR, env=clean_environment())
    sleeper = psutil.Process(int(wait_for(lambda: output.exists() and output.read_text())))

    os.kill(runner.pid, signal.SIGKILL)
    runner.wait()

    assert wait_for(lambda: not sleeper.is_running() or sleeper.status() == psutil.STATUS_ZOMBIE)
