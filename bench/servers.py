"""Servers of one measurement: started, asked what CPU they took, stopped by their own number."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from bench.packages import BASE_DIR
from deploy.serve import end_with_parent

HOST = "127.0.0.1"
SECONDS_TO_START = 60
SECONDS_TO_STOP = 10
TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
# One worker with one thread for everybody: nothing waits for anything, and one database connection stays open.
GRANIAN = ("--interface", "wsgi", "--workers", "1", "--blocking-threads", "1", "--blocking-threads-idle-timeout", "600")


def free_port() -> int:
    """A port on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def granian(python: Path, application: str, *, port: int, environment: Mapping[str, str], log: Path) -> Iterator[int]:
    """Serve a WSGI application on 127.0.0.1 and yield the number of the server's first process.

    Raises:
        RuntimeError: it did not come up; its own words are in `log`.
    """
    command = [str(python), "-m", "granian", *GRANIAN, "--host", HOST, "--port", str(port), "--log-level", "warning"]
    with log.open("ab") as words:
        server = subprocess.Popen(
            [*command, application],
            cwd=BASE_DIR,
            env=dict(environment),
            stdout=words,
            stderr=words,
            preexec_fn=end_with_parent,  # noqa: PLW1509 – no thread runs here
        )
    try:
        _wait(server, port, log)
        yield server.pid
    finally:
        _stop(server)


def _wait(server: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    give_up_at = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < give_up_at and server.poll() is None:
        with suppress(OSError), socket.create_connection((HOST, port), 1):
            return
        time.sleep(0.05)
    message = f"a server did not come up on port {port}; its own words are in {log}"
    raise RuntimeError(message)


def _stop(server: "subprocess.Popen[bytes]") -> None:
    family = tree(server.pid)
    server.terminate()
    try:
        server.wait(SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
    for pid in family[1:]:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def tree(pid: int) -> list[int]:
    """A process and all that come from it, parents first."""
    found = [pid]
    for parent in found:
        with suppress(FileNotFoundError, ProcessLookupError):
            for task in Path(f"/proc/{parent}/task").iterdir():
                found += [int(child) for child in (task / "children").read_text(encoding="ascii").split()]
    return found


def cpu_seconds(pid: int) -> float:
    """The CPU time, user and system, that a process and all that come from it have taken so far."""
    ticks = 0
    for member in tree(pid):
        with suppress(FileNotFoundError, ProcessLookupError):
            # The name before the last bracket may hold blanks.
            fields = Path(f"/proc/{member}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / TICKS_A_SECOND


def machine_busy_seconds() -> float:
    """The CPU time that the whole machine has spent on anything so far, over all cores."""
    fields = Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()[1:]
    return sum(int(fields[place]) for place in (0, 1, 2)) / TICKS_A_SECOND
