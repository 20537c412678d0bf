"""The project's own files, as git knows them."""

import subprocess
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent.parent
# Written by tools, or taken as they are.
NOT_OURS = ("requirements/", "static/vendor/")


def own_files(*suffixes: str) -> list[Path]:
    """The files with these suffixes that are, or are about to be, in the repository."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=BASE_DIR, capture_output=True, text=True, check=True).stdout.splitlines()
    paths = [BASE_DIR / name for name in names if name.endswith(suffixes) and not name.startswith(NOT_OURS)]
    return [path for path in paths if path.is_file()]


def name_of(path: Path) -> str:
    """A file's name from the top of the repository."""
    return path.relative_to(BASE_DIR).as_posix()
