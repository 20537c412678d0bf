"""What no file of ours may contain: physical directions, inline code, a registry's address, a path of one machine."""

import re
from pathlib import Path

import pytest

from tests.architecture.files import name_of, own_files

PHYSICAL = re.compile(
    r"(?<![-\w])(?:left|right)\s*:"
    r"|(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
    r"|text-align\s*:\s*(?:left|right)"
    r"|(?:float|clear)\s*:\s*(?:left|right)",
)
INLINE = re.compile(r"<style[\s>]|\sstyle\s*=|\son[a-z]+\s*=|javascript:", re.IGNORECASE)
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)[^>]*>", re.IGNORECASE)
# Put together here, so that this file does not find itself.
MACHINES = re.compile(
    "|".join(
        (
            r"(?<![\w.])/work" + r"/(?:main|shared)",
            r"/home" + r"/\w+/",
            r"pypi\." + r"org",
            r"pythonhosted\." + r"org",
            r"registry\." + r"npmjs",
            r"deb\." + r"debian\.org",
            r"--index" + r"-url",
            r"--find" + r"-links",
            r"file:" + r"///(?:work|opt|home|root|usr)\b",
        )
    )
)
MARKED_SAFE = re.compile(r"\bmark_safe\(|\bSafeString\(|\|\s*safe\b")
BINARY = {".woff2", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".ico", ".mo", ".gz"}


def lines_that_say(pattern: re.Pattern[str], *suffixes: str, but: tuple[str, ...] = ()) -> list[str]:
    """Place and text of each line in our files that matches."""
    return [
        f"{name_of(path)}:{number}: {line.strip()[:80]}"
        for path in own_files(*suffixes)
        if path.suffix not in BINARY and not name_of(path).startswith(but)
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if pattern.search(line)
    ]


def text_of(path: Path) -> str:
    """The text of a file, whatever a few of its bytes are."""
    return path.read_text(encoding="utf-8", errors="replace")


def test_styles_know_no_left_and_right():
    assert lines_that_say(PHYSICAL, ".css") == []


@pytest.mark.parametrize("pattern", [INLINE, INLINE_SCRIPT], ids=["style and handlers", "scripts"])
def test_templates_hold_no_inline_code(pattern):
    assert lines_that_say(pattern, ".html") == []


def test_no_file_names_a_registry_or_a_path_of_some_machine():
    assert lines_that_say(MACHINES, "", but=("deploy/lock.py",)) == []


def test_html_is_marked_safe_in_one_place_only():
    marks = lines_that_say(MARKED_SAFE, ".py", ".html", but=("tests/", "bench/"))

    assert len({line.split(":")[0] for line in marks}) <= 1, marks


@pytest.mark.parametrize(
    "line",
    [
        "margin-left: 1em",
        "  left: 0;",
        "text-align: right",
        "float:left",
        "border-top-right-radius: 2px",
        "clear: right",
    ],
)
def test_physical_directions_are_recognised(line):
    assert PHYSICAL.search(line)


@pytest.mark.parametrize(
    "line", ["margin-inline-start: 1em", "inset-inline-end: 0", "text-align: start", "float: inline-end"]
)
def test_logical_directions_are_left_alone(line):
    assert not PHYSICAL.search(line)
