"""Find the browser that the tests drive, or install one: the system's first, else Playwright's."""

import ctypes.util
import os
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from deploy import system

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Quiet and alone: no connection of its own, no first-run page, no GPU.
FLAGS = (
    "--disable-gpu",
    "--disable-dev-shm-usage",  # a container's is 64 MB, too small for a long page
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ADVICE = (
    "No Chromium was found for the browser tests: install your system's `chromium` package, "
    "or run `.venv/bin/playwright install chromium`, or name one in CHROMIUM."
)
FRIBIDI_ADVICE = (
    "The library FriBidi was not found, by which Pillow draws Arabic: install libfribidi0 (fribidi on macOS)."
)


def flags() -> list[str]:
    """The flags for this machine; root has no sandbox."""
    return [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def find() -> str | None:
    """The path of a Chromium that is here already: CHROMIUM's, the system's, else Playwright's."""
    return os.environ.get("CHROMIUM") or system.first_program(*NAMES) or _playwrights()


def find_or_install() -> str:
    """The path of a Chromium; ends the program with advice when there is none to be had."""
    found = find()
    if not found and system.can_install() and system.install("chromium"):
        found = find()
    if not found:
        # Its libraries too, where we may install them.
        needed = ["--with-deps"] if system.can_install() else []
        subprocess.run([sys.executable, "-m", "playwright", "install", *needed, "chromium"], check=False)
        found = find()
    return found or sys.exit(ADVICE)


def ensure_fribidi() -> None:
    """Make sure that Pillow can draw Arabic; ends the program with advice when it cannot."""
    if ctypes.util.find_library("fribidi"):
        return
    if not (system.can_install() and system.install("libfribidi0") and ctypes.util.find_library("fribidi")):
        sys.exit(FRIBIDI_ADVICE)


def _playwrights() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None
