"""The peers' packages: locked like our own, and installed into a virtualenv of their own under var/bench/."""

import hashlib
import subprocess
import sys
from pathlib import Path

from deploy import lock as locking

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var" / "bench"
WANTED = BASE_DIR / "bench" / "requirements.in"
LOCKED = BASE_DIR / "bench" / "requirements.txt"
VENV = VAR_DIR / "venv"
HEADER = "# Written by `bench/run lock` from requirements.in; do not edit.\n"
OURS = Path(sys.executable)
PEERS = VENV / "bin" / "python"


def lock(*, upgrade: bool) -> int:
    """Resolve anew, with every package that we use too at our own version; the exit code is 1 when something is odd."""
    wanted = [line for line in WANTED.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    locking.resolve(LOCKED, wanted, constraint=locking.RUN, upgrade=upgrade)
    text = LOCKED.read_text(encoding="utf-8").removeprefix(locking.HEADER)
    LOCKED.write_text(HEADER + text.removeprefix(HEADER), encoding="utf-8")
    faults = locking.faults(LOCKED, text, wanted)
    print("\n".join(faults) or "Locked.")
    return 1 if faults else 0


def install() -> None:
    """Install the peers' packages, each checked against its hash, unless they are there already."""
    stamp, digest = VENV / "installed", hashlib.sha256(LOCKED.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == digest:
        return
    print("Installing the peers' locked packages (bench/requirements.txt); this is done once.", flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    command = [str(PEERS), "-m", "pip", "install", "-qq", "--no-input", "--disable-pip-version-check"]
    subprocess.run([*command, "--require-hashes", "-r", str(LOCKED)], check=True)
    stamp.write_text(digest, encoding="utf-8")
