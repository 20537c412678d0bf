"""What the checks find in a text, as the desk says it: the sentence, the place, the mending."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from articles.admin.two_texts import column_label
from articles.language.across import missing_in
from articles.language.blocks import plain_text
from articles.language.findings import HTML_FIELDS, Finding, Severity, passage_findings
from articles.language.house_style import HouseStyle
from articles.language.mending import Edit, edits
from articles.language.passages import masked_text
from articles.models import Article, Content, Revision
from articles.workflow.findings_left import may_be_left, place_of, without_dismissed
from articles.workflow.guards import article_fields
from articles.workflow.house_style import style_of

ORDER = list(Severity)
COMPARED = ("headline", "deck", "body")
MOST_SHOWN = 300
"""Nobody mends more at a time; the rest is counted, and comes up as the first ones go."""


@dataclass(frozen=True)
class Shown:
    """One finding in the language of the person's desk, and what mends it."""

    check: str
    severity: str
    sentence: str
    name: str
    field: str
    anchor: str
    excerpt: str
    start: int
    end: int
    found: str
    replacement: str | None
    edits: list[Edit]
    insert: str
    is_quoted: bool
    may_leave: bool
    place: str


@dataclass(frozen=True)
class Panel:
    """The findings of a text, those that block first, and what is said of those that are too many."""

    shown: list[Shown]
    more: str

    def as_values(self) -> dict[str, Any]:
        """Return the panel for the form's script."""
        return {"findings": [asdict(each) for each in self.shown], "more": self.more}

    @property
    def as_json(self) -> str:
        """The same as text, for the form's page."""
        return json.dumps(self.as_values(), ensure_ascii=False)


def visible_fields(content: Content) -> dict[str, str]:
    """Return the visible text of every field of an edition, what is verbatim masked."""
    return {name: masked_text(text) if name in HTML_FIELDS else text for name, text in article_fields(content).items()}


def findings_in(
    visible: Mapping[str, str],
    *,
    language: str,
    article: Article | None = None,
    twin: Article | None = None,
    style: HouseStyle | None = None,
) -> list[Finding]:
    """Return the findings of an edition's text that nobody has left as they are, those that block first.

    What was looked for once in a field is at hand while its words stay: a form that opens what was just saved, or
    that goes on being typed, looks only where something changed.
    """
    style = style or style_of(language)
    found = [each for field, text in visible.items() for each in _of_field(field, text, language, style)]
    if twin and twin.head:
        theirs = tuple(plain_text(text) if name == "body" else text for name, text in _compared(twin.head))
        found += _missing(tuple(visible.get(name, "") for name in COMPARED), theirs, language, style)
    standing = without_dismissed(found, article) if article else found
    return sorted(standing, key=lambda finding: ORDER.index(finding.severity))


@lru_cache(maxsize=512)
def _of_field(field: str, text: str, language: str, style: HouseStyle) -> tuple[Finding, ...]:
    return tuple(passage_findings(field, text, language, style))


@lru_cache(maxsize=64)
def _missing(own: tuple[str, ...], theirs: tuple[str, ...], language: str, style: HouseStyle) -> tuple[Finding, ...]:
    return tuple(missing_in("\n".join(own), "\n".join(theirs), language, style.names))


def _compared(revision: Revision) -> list[tuple[str, str]]:
    return [(name, getattr(revision, name)) for name in COMPARED]


def shown(found: Sequence[Finding]) -> Panel:
    """Put findings into words."""
    hidden = len(found) - MOST_SHOWN
    more = ngettext("%(count)d more finding is not listed.", "%(count)d more findings are not listed.", hidden) % {
        "count": hidden
    }
    return Panel([_shown(each) for each in found[:MOST_SHOWN]], more if hidden > 0 else "")


def _shown(finding: Finding) -> Shown:
    name, _dot, rest = finding.field.partition(".")
    number, _dot, part = rest.partition(".")
    if name == "photo":
        label = _("photo %(number)s, %(part)s") % {"number": number, "part": pgettext("photo", part)}
        anchor = f"field-photos-{int(number) - 1}"
    else:
        label, anchor = column_label(name), f"field-{name}"
    mends = edits(finding.text, finding.replacement) if finding.replacement is not None else []
    return Shown(
        check=finding.check,
        severity=finding.severity.value,
        sentence=_(finding.message) % finding.parameters,
        name=finding.field,
        field=label,
        anchor=anchor,
        excerpt=str(finding.parameters["found"]) if finding.end > finding.start else "",
        start=finding.start,
        end=finding.end,
        found=finding.text if finding.replacement is not None else "",
        replacement=finding.replacement,
        edits=mends,
        insert=str(finding.parameters.get("insert", "")),
        is_quoted=finding.is_quoted,
        may_leave=may_be_left(finding),
        place=place_of(finding),
    )
