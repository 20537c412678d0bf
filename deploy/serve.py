"""`make run`: one newsroom for development, its web server and its outbox started and stopped together.

The only place that turns DEBUG on.
"""

import ctypes
import hashlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import OperationalError

from deploy import messages

BASE_DIR = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
SECONDS_TO_START = 30
SECONDS_TO_STOP = 10
PR_SET_PDEATHSIG = 1
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(BaseException):
    """Somebody asked us to stop; a BaseException, so that nothing on the way takes it for a fault."""


class Crew:
    """The child processes of one run, each in a process group of its own so that none outlives it."""

    def __init__(self) -> None:
        self.members: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str, *command: str) -> None:
        """Start one member; it shares our output and hears no Ctrl-C of its own."""
        self.members[name] = subprocess.Popen(
            [sys.executable, *command],
            cwd=BASE_DIR,
            start_new_session=True,
            preexec_fn=end_with_parent,  # noqa: PLW1509 – no thread runs here
        )

    def first_to_end(self) -> str | None:
        """The name of a member that has ended, if any."""
        return next((name for name, member in self.members.items() if member.poll() is not None), None)

    def stop(self) -> None:
        """Ask every member to end, and end those that do not within SECONDS_TO_STOP."""
        self._signal(signal.SIGTERM)
        give_up_at = time.monotonic() + SECONDS_TO_STOP
        for member in self.members.values():
            try:
                member.wait(max(0.1, give_up_at - time.monotonic()))
            except subprocess.TimeoutExpired:
                continue
        # The group, not the member: a server's own workers too.
        self._signal(signal.SIGKILL)
        for member in self.members.values():
            member.wait()

    def _signal(self, which: signal.Signals) -> None:
        for member in self.members.values():
            try:
                os.killpg(member.pid, which)
            except ProcessLookupError:
                continue


def end_with_parent() -> None:
    """Ask Linux to end this child when we are killed without a chance to end it ourselves."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def is_free(port: int) -> bool:
    """Whether we may listen on this port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def prepare() -> None:
    """Bring messages and tables up to date, and fill an empty newsroom with the demo; says only what takes time."""
    messages.compile_stale()
    django.setup()
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        print("Preparing the database.", flush=True)
        call_command("migrate", verbosity=0, interactive=False)
    call_command("demo", if_empty=True)
    connection.close()
    if settings.STATIC_IS_BUILT:
        build_static()


def build_static() -> None:
    """Hash and compress the static files, unless they are the same as the last time."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            digest.update(f"{path}\0".encode() + Path(storage.path(path)).read_bytes())
    stamp = Path(settings.STATIC_ROOT).with_name("static-built")
    if stamp.exists() and stamp.read_text(encoding="utf-8") == digest.hexdigest():
        return
    print("Compressing the static files; this is done once.", flush=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(digest.hexdigest(), encoding="utf-8")


def answers(crew: Crew, port: int) -> bool:
    """Wait for the server's first answer, whatever it says; False when a member ends or it takes too long."""
    give_up_at = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < give_up_at and not crew.first_to_end():
        asking = http.client.HTTPConnection(HOST, port, timeout=SECONDS_TO_START)
        try:
            asking.request("GET", "/healthz")
            asking.getresponse()
        except OSError:
            time.sleep(0.05)
        else:
            return True
        finally:
            asking.close()
    return False


def announce(port: int) -> None:
    """Say where the newsroom is and who may sign in."""
    print(f"\nRased is running. Stop it with Ctrl-C.\n\n  Readers   http://{HOST}:{port}/", flush=True)
    print(f"  Desk      http://{HOST}:{port}/admin/\n", flush=True)
    print("Sign in as one of these; each name is its password too.\n", flush=True)
    call_command("demo", accounts=True)
    connection.close()
    sys.stdout.flush()


def run(port: int) -> int:
    """Prepare, serve until somebody stops us or a member of the crew ends; the exit code is 1 in the latter case."""
    parent = os.getppid()
    prepare()
    crew = Crew()
    try:
        # Reload stays off: a server that restarts in the middle of a save is no newsroom to try things in.
        options = ("--interface", "wsgi", "--host", HOST, "--port", str(port), "--blocking-threads", "4")
        crew.start("web server", "-m", "granian", *options, "--log-level", "warning", "newsroom.wsgi:application")
        crew.start("outbox delivery", "manage.py", "deliver", "--forever")
        if answers(crew, port):
            announce(port)
            # Killed outright, make cannot pass a signal on.
            while not crew.first_to_end() and os.getppid() == parent:
                time.sleep(0.2)
            if os.getppid() != parent:
                raise Stopped
        ended = crew.first_to_end()
        fault = f"The {ended} has ended by itself" if ended else f"No answer within {SECONDS_TO_START} s"
        print(f"{fault}; its own words are above. Stopping everything.", file=sys.stderr)
        return 1
    finally:
        for which in STOPPING:
            signal.signal(which, signal.SIG_IGN)
        crew.stop()


def stop(_number: int, _frame: FrameType | None) -> None:
    """Turn a signal into the one exception that ends the run."""
    raise Stopped


def main() -> int:
    """Run the newsroom on 127.0.0.1, on PORT or 8000."""
    text = os.environ.setdefault("PORT", "8000")
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        sys.exit(f"PORT is {text!r}; it must be a number from 1 to 65535.")
    port = int(text)
    if not is_free(port):
        sys.exit(
            f"Port {port} is taken by another program: stop that one, or choose another as in `make run PORT=8001`."
        )
    os.environ["DEBUG"] = os.environ["STATIC_BUILT"] = "1"
    os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
    for which in STOPPING:
        signal.signal(which, stop)
    try:
        return run(port)
    except Stopped:
        print("\nStopped.")
        return 0
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    except OperationalError as error:
        sys.exit(f"The database of DATABASE_URL cannot be reached: {error}")


if __name__ == "__main__":
    sys.exit(main())
