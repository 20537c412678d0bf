"""Texts for the tests of the language room: tables beside them, and what hypothesis makes."""

import re
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st

DATA = Path(__file__).parent / "data"

quick = settings(max_examples=100, deadline=None, database=None)

_LETTERS = "ابتمنوهيءأإآةىؤئکیگ" + "aÉßİz" + "09٣۴"
_MARKS = "ـًَّٰ" + "\u0301\u200c\u200f\u2067\ufeff"
_SIGNS = " \n«»()[]{}<>&;،؟.,-–%#_'\"ﷺﻣ½🇱"

ANY_TEXT = st.text(max_size=80)
NEWSROOM_TEXT = st.text(st.sampled_from(_LETTERS * 3 + _MARKS + _SIGNS * 2), max_size=120)
TEXT = ANY_TEXT | NEWSROOM_TEXT


def rows(name: str) -> list[tuple[str, ...]]:
    r"""Return the rows of a table; in it \uXXXX is one character, and a line that begins with `# ` is a comment."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [tuple(map(_read, line.split("\t"))) for line in lines if not line.startswith("# ")]


def _read(cell: str) -> str:
    plain = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), cell)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16")
