"""What the house's checks find in a copy; the checks stand in `broken` (they block) and in `style` (they ask)."""

from collections.abc import Mapping

from articles.language import broken, style
from articles.language.checks import CHECKS, Check, Finding, Passage, Severity
from articles.language.passages import masked_text

__all__ = ["CHECKS", "Check", "Finding", "Severity", "documented", "findings_of"]

SHELVES = (broken, style)
"""The modules whose functions register themselves in `CHECKS`."""

HTML_FIELDS = frozenset({"body"})


def findings_of(copy: Mapping[str, str], language: str) -> list[Finding]:
    """Return the findings of a copy, field by field in the order given, each field's from its beginning to its end.

    `copy` maps the name of a field to its text: plain, but for `body`, which is the house's HTML. Places in a body
    count in `blocks.plain_text` of it; nothing inside verbatim and Qur'an passages is looked at. A photo that owes its
    readers words comes as `photo.3.alt`; a decorative one is left out.
    """
    found: list[Finding] = []
    for field, text in copy.items():
        passage = Passage(field, masked_text(text) if field in HTML_FIELDS else text, language)
        applying = (check for check in CHECKS.values() if check.applies_to(passage))
        found += sorted((each for check in applying for each in check.findings(passage)), key=_place)
    return found


def documented() -> list[Check]:
    """Return all checks, those that block first, for the page that describes them."""
    order = list(Severity)
    return sorted(CHECKS.values(), key=lambda check: order.index(check.severity))


def _place(finding: Finding) -> tuple[int, int]:
    return finding.start, finding.end
