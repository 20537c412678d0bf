"""The design's ten invariants, each named by the tests that hold it."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]


def test_each_invariant_has_a_test_that_names_it():
    named = {
        name
        for path in TESTS.rglob("test_*.py")
        if path != Path(__file__)
        for name in re.findall(r"\bI(?:10|[1-9])\b", path.read_text(encoding="utf-8"))
    }

    assert named == {f"I{number}" for number in range(1, 11)}
