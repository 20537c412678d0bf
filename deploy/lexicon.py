"""Build the three files of articles/language/data/ from pinned packages: `make lexicon`, or `make lexicon ARGS=lock`.

The packages (57 MB) go into a virtualenv of their own under var/; the files are committed, so nothing else needs them.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

from deploy import lock as locking

BASE_DIR = Path(__file__).resolve().parent.parent
WANTED = BASE_DIR / "requirements" / "lexicon.in"
LOCKED = BASE_DIR / "requirements" / "lexicon.txt"
VENV = BASE_DIR / "var" / "lexicon"
HEADER = "# Written by `make lexicon ARGS=lock` from lexicon.in; do not edit.\n"


def lock() -> int:
    """Resolve anew; the exit code is 1 when something is odd."""
    wanted = [line for line in WANTED.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    locking.resolve(LOCKED, wanted, constraint=None, upgrade=False)
    text = LOCKED.read_text(encoding="utf-8").removeprefix(locking.HEADER)
    LOCKED.write_text(HEADER + text.removeprefix(HEADER), encoding="utf-8")
    faults = locking.faults(LOCKED, text, wanted)
    print("\n".join(faults) or "Locked.")
    return 1 if faults else 0


def install() -> Path:
    """Install the locked packages unless they are there, each checked against its hash; return their Python."""
    python, stamp = VENV / "bin" / "python", VENV / "installed"
    digest = hashlib.sha256(LOCKED.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != digest:
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
        command = [str(python), "-m", "pip", "install", "-qq", "--no-input", "--disable-pip-version-check"]
        subprocess.run([*command, "--require-hashes", "-r", str(LOCKED)], check=True)
        stamp.write_text(digest, encoding="utf-8")
    return python


def main(arguments: list[str]) -> int:
    """Lock, or build."""
    if "lock" in arguments:
        return lock()
    return subprocess.run([install(), "-m", "deploy.lexicon_build"], cwd=BASE_DIR, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
