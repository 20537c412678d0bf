"""Write the locked requirements (versions and hashes) from pyproject.toml, or check that they still belong to it.

`python -m deploy.lock` resolves anew and asks the package index; `--check` reads files only. What is written holds no
registry's address, no path of this machine and no option, so that it installs anywhere.
"""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
RUN = BASE_DIR / "requirements" / "run.txt"
TEST = BASE_DIR / "requirements" / "test.txt"
# What is not ours to run has a list of its own beside it: the peers of `make bench`, the tools of `make pages`.
BENCH = BASE_DIR / "bench" / "requirements.txt"
INSPECTION = BASE_DIR / "deploy" / "inspection" / "requirements.txt"
LEXICON = BASE_DIR / "requirements" / "lexicon.txt"
HEADER = "# Written by `make lock` from pyproject.toml; do not edit.\n"
CLEAN = (
    "--quiet",
    "--generate-hashes",
    "--allow-unsafe",
    "--strip-extras",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-trusted-host",
    "--no-emit-options",
)


def wanted(pyproject: str) -> dict[Path, list[str]]:
    """The requirements that each locked file must satisfy; the tests' include the running ones."""
    project = tomllib.loads(pyproject)
    running = project["project"]["dependencies"]
    return {RUN: running, TEST: running + project["dependency-groups"]["test"]}


def listed(locked: Path) -> list[str]:
    """The requirements of the list beside a locked file."""
    lines = locked.with_suffix(".in").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def name_of(requirement: str) -> str:
    """A requirement's package name as package indexes compare it."""
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    return re.sub(r"[-_.]+", "-", match.group()).lower() if match else ""


def pins(locked: str) -> dict[str, str]:
    """Each locked package with its version."""
    return {name_of(name): version for name, version in re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", locked, re.M)}


def faults(path: Path, locked: str, requirements: Iterable[str]) -> list[str]:
    """What is wrong with a locked file, a sentence each."""
    found, name_here = pins(locked), path.name if path in {RUN, TEST} else f"{path.parent.name}/{path.name}"
    sentences = [
        f"{name_here}: {requirement} is not locked."
        for requirement in requirements
        if (name := name_of(requirement)) not in found or not _allows(requirement, found[name])
    ]
    if "://" in locked or re.search(r"^--", locked, re.M):
        sentences.append(f"{name_here}: an address or an option of some machine stands in it.")
    if found and locked.count("--hash=") < len(found):
        sentences.append(f"{name_here}: hashes are missing.")
    return sentences


def _allows(requirement: str, version: str) -> bool:
    # Only `==1.2.*` and `==1.2.3` are compared: a lock made by the resolver keeps the ranges anyway.
    match = re.search(r"==([0-9.]+?)(\.\*)?(?:$|[,;\s])", requirement)
    if not match:
        return True
    exact, is_prefix = match.groups()
    return version == exact or (bool(is_prefix) and version.startswith(f"{exact}."))


def resolve(path: Path, requirements: Iterable[str], *, constraint: Path | None, upgrade: bool) -> None:
    """Resolve into `path`, keeping versions already locked unless an upgrade is asked for."""
    lines = [*requirements, *([f"-c {constraint}"] if constraint else [])]
    command = [sys.executable, "-m", "piptools", "compile", *CLEAN, *(["--upgrade"] if upgrade else [])]
    subprocess.run([*command, "--output-file", str(path), "-"], input="\n".join(lines), text=True, check=True)
    path.write_text(HEADER + path.read_text(encoding="utf-8").removeprefix(HEADER), encoding="utf-8")


def all_faults(lists: Mapping[Path, Iterable[str]]) -> list[str]:
    """What is wrong with any locked file, or with two of them together."""
    texts = {path: path.read_text(encoding="utf-8") for path in lists}
    sentences = [sentence for path, wants in lists.items() for sentence in faults(path, texts[path], wants)]
    running = pins(texts[RUN])
    for path in (TEST, BENCH):
        others = pins(texts[path])
        sentences += [
            f"{path.relative_to(BASE_DIR)}: {name} is not the version that run.txt locks."
            for name, version in running.items()
            if others.get(name, None if path == TEST else version) != version
        ]
    return sentences


def main(arguments: list[str]) -> int:
    """Lock, or check the locks; the exit code is 1 when one does not fit."""
    lists = wanted((BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))
    lists |= {path: listed(path) for path in (BENCH, INSPECTION, LEXICON)}
    if "--check" not in arguments:
        upgrade = "--upgrade" in arguments
        resolve(RUN, lists[RUN], constraint=None, upgrade=upgrade)
        resolve(TEST, lists[TEST], constraint=RUN, upgrade=upgrade)
        resolve(INSPECTION, lists[INSPECTION], constraint=None, upgrade=upgrade)
    sentences = all_faults(lists)
    print("\n".join(sentences) or "Locked requirements fit pyproject.toml and the lists beside them.")
    return 1 if sentences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
