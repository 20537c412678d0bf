"""The design's ten invariants, and where each is held: a test of that file names it and does the thing."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
HELD_BY = {
    "I1": ("publishing/test_leaks.py", "public/test_photos.py"),
    "I2": ("workflow/test_random_walk.py",),
    "I3": ("workflow/test_saves.py", "admin/test_stale_forms.py", "admin/test_sessions.py"),
    "I4": ("publishing/test_races.py", "models/test_triggers.py"),
    "I5": ("models/test_triggers.py", "workflow/test_random_walk.py"),
    "I6": ("publishing/test_search_door.py",),
    "I7": ("browser/test_rendering.py",),
    "I8": ("public/test_addresses_that_stay.py", "public/test_article.py"),
    "I9": ("public/test_headers.py",),
    "I10": ("publishing/test_sanitise.py",),
}


@pytest.mark.parametrize(("invariant", "files"), HELD_BY.items(), ids=HELD_BY)
def test_each_invariant_is_named_by_the_tests_that_hold_it(invariant, files):
    for name in files:
        text = (TESTS / name).read_text(encoding="utf-8")
        assert re.search(rf"\b{invariant}\b", text), f"{name} does not name {invariant}"
        assert "def test_" in text
