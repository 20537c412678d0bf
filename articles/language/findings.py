"""What the house's checks find in a copy; those in `broken` block, all others ask or help."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from articles.language import broken, figures, measure, owed, punctuation, spelling, usage
from articles.language.checks import CHECKS, MOST_FINDINGS, Check, Finding, Passage, Severity
from articles.language.house_style import UNSET, HouseStyle
from articles.language.passages import masked_text

__all__ = [
    "CHECKS",
    "HTML_FIELDS",
    "MOST_FINDINGS",
    "Check",
    "Finding",
    "Severity",
    "documented",
    "findings_of",
    "passage_findings",
    "version",
]

SHELVES = (broken, owed, punctuation, spelling, figures, usage, measure)
"""The modules whose functions register themselves in `CHECKS`."""

_BLOCKING = [each for each in CHECKS.values() if each.judge.__module__ == broken.__name__]

HTML_FIELDS = frozenset({"body"})


def findings_of(copy: Mapping[str, str], language: str, style: HouseStyle = UNSET) -> list[Finding]:
    """Return the findings of a copy, field by field in the order given, each field's from its beginning to its end.

    `copy` maps the name of a field to its text: plain, but for `body`, which is the house's HTML. Places in a body
    count in `blocks.plain_text` of it; nothing inside verbatim and Qur'an passages is looked at. A photo that owes its
    readers words comes as `photo.3.alt`; a decorative one is left out. What is not in the copy owes nothing.
    """
    found: list[Finding] = []
    for field, text in copy.items():
        found += passage_findings(field, masked_text(text) if field in HTML_FIELDS else text, language, style)
    return found


def errors_of(copy: Mapping[str, str], language: str) -> list[Finding]:
    """Return only the errors of a copy: they hang on no house's style and on no list of words."""
    found: list[Finding] = []
    for field, text in copy.items():
        passage = Passage.of(field, masked_text(text) if field in HTML_FIELDS else text, language)
        applying = (each for each in _BLOCKING if each.applies_to(passage))
        found += sorted((each for check in applying for each in check.findings(passage)), key=_place)
    return [each for each in found if each.severity is Severity.ERROR]


def passage_findings(field: str, text: str, language: str, style: HouseStyle = UNSET) -> list[Finding]:
    """Return the findings of one field whose verbatim and Qur'an passages are masked already."""
    passage = Passage.of(field, text, language, style)
    applying = (check for check in CHECKS.values() if check.applies_to(passage))
    return sorted((each for check in applying for each in check.findings(passage)), key=_place)


def documented() -> list[Check]:
    """Return all checks, those that block first, for the page that describes them."""
    order = list(Severity)
    return sorted(CHECKS.values(), key=lambda check: order.index(check.severity))


@cache
def version() -> str:
    """Return what is another whenever a check, a word of theirs or what they lean on is: a digest of these files."""
    here = Path(__file__).parent
    files = sorted((*here.glob("*.py"), *(here / "data").glob("*")))
    return hashlib.sha256(b"".join(hashlib.sha256(each.read_bytes()).digest() for each in files)).hexdigest()


def _place(finding: Finding) -> tuple[int, int]:
    return finding.start, finding.end
