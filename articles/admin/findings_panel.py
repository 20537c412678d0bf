"""What the checks find in a text, as the desk says it: the sentence, the place, the mending."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from articles.admin.checked_lines import LINES_OUTSIDE
from articles.admin.two_texts import column_label
from articles.language.findings import Finding
from articles.language.mending import Edit, edits
from articles.models import Article
from articles.workflow.findings_left import may_be_left, place_of, without_dismissed
from articles.workflow.house_style import style_of
from articles.workflow.kept_findings import ORDER, found_in, kept, missing_from

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
    is_old: bool = False
    """Nobody has looked at this text by the checks and the style of today."""

    def as_values(self) -> dict[str, Any]:
        """Return the panel for the form's script."""
        return {"findings": [asdict(each) for each in self.shown], "more": self.more, "is_old": self.is_old}

    @property
    def as_json(self) -> str:
        """The same as text, for the form's page."""
        return json.dumps(self.as_values(), ensure_ascii=False)


def findings_in(
    visible: Mapping[str, str],
    *,
    language: str,
    article: Article | None = None,
    twin: Article | None = None,
) -> list[Finding]:
    """Return the findings of a text that is being typed which nobody has left as they are, those that block first."""
    style = style_of(language)
    found = found_in(visible, language, style)
    if twin and twin.head:
        found += missing_from(visible, twin.head, language, style)
    return _standing(found, article)


def saved_findings(article: Article, twin: Article | None, stamp: str) -> "Panel":
    """Return what was found in an article's newest text when it was saved; where that is out of date, the form asks."""
    found = kept(article, twin, stamp)
    return shown(_standing(found, article)) if found is not None else Panel([], "", is_old=True)


def _standing(found: list[Finding], article: Article | None) -> list[Finding]:
    standing = without_dismissed(found, article) if article else found
    return sorted(standing, key=lambda finding: ORDER.index(finding.severity))


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
    elif name == "byline":
        label, anchor = _("Bylines"), "bylines"
    elif name in LINES_OUTSIDE:
        label, anchor = "", ""
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
