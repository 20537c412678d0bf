"""Make the virtualenv with the locked packages, then hand over to a module in it. Standard library only.

`python3 deploy/bootstrap.py run -m deploy.serve` installs what running needs and becomes `.venv/bin/python -m
deploy.serve`; with `test` first, what testing needs. A stamp makes the second time cost milliseconds.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
VENV = BASE_DIR / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)
NEWEST_FIRST = ("python3.13", "python3.12", "python3.11")


def stamp_of(kind: str) -> Path:
    """The file that holds the digest of the locked list last installed."""
    return VENV / f"installed-{kind}"


def digest_of(kind: str) -> str:
    """The digest of the locked list of `kind`."""
    return hashlib.sha256(lock_of(kind).read_bytes()).hexdigest()


def lock_of(kind: str) -> Path:
    """The locked list of `kind`."""
    return BASE_DIR / "requirements" / f"{kind}.txt"


def is_installed(kind: str) -> bool:
    """Whether the virtualenv holds the locked packages of `kind`."""
    stamp = stamp_of(kind)
    return VENV_PYTHON.exists() and stamp.exists() and stamp.read_text() == digest_of(kind)


def change_to_newer_python() -> None:
    """Start again under a Python that is new enough, or say which one is needed."""
    if sys.version_info >= OLDEST:
        return
    for name in NEWEST_FIRST:
        found = shutil.which(name)
        if found and subprocess.run([found, "--version"], capture_output=True, check=False).returncode == 0:
            os.execv(found, [found, *sys.argv])
    sys.exit("Rased needs Python 3.11 or newer: install it, or name it as in `make run PYTHON=/path/to/python3.12`.")


def make_virtualenv() -> None:
    """Make .venv where there is none that works."""
    if (
        VENV_PYTHON.exists()
        and subprocess.run([VENV_PYTHON, "-m", "pip", "-qq", "--version"], check=False).returncode == 0
    ):
        return
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if subprocess.run(command, capture_output=True, check=False).returncode == 0:
        return
    # Debian keeps the part of Python that makes virtualenvs in a package of its own.
    if os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", "python3-venv"], check=False)
    if subprocess.run(command, check=False).returncode != 0:
        sys.exit("Python could not make a virtualenv: on Debian and Ubuntu install python3-venv, then try again.")


def install(kind: str) -> None:
    """Install the locked packages of `kind` (run or test), each checked against its hash."""
    print(f"Installing the locked packages (requirements/{kind}.txt); this is done once.", flush=True)
    begun = time.monotonic()
    make_virtualenv()
    command = [str(VENV_PYTHON), "-m", "pip", "install", "-qq", "--no-input", "--disable-pip-version-check"]
    if subprocess.run([*command, "--require-hashes", "-r", str(lock_of(kind))], check=False).returncode != 0:
        sys.exit("The packages could not be installed: pip's own words are above.")
    stamp_of(kind).write_text(digest_of(kind))
    print(f"Installed in {time.monotonic() - begun:.0f} s.", flush=True)


def main(arguments: list[str]) -> None:
    """Install, then become the rest of the command line."""
    change_to_newer_python()
    kind, *rest = arguments
    (BASE_DIR / "var").mkdir(exist_ok=True)
    os.chdir(BASE_DIR)
    # Two makes at once must not install into one another's feet.
    with (BASE_DIR / "var" / "bootstrap.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        # The tests' packages contain the running ones.
        if not is_installed(kind) and not is_installed("test"):
            install(kind)
    if rest:
        sys.stdout.flush()
        os.execv(VENV_PYTHON, [str(VENV_PYTHON), *rest])


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit("\nStopped before everything was installed; the next start goes on from there.")
