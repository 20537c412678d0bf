"""What the import page shows of a copy before anything is saved: as it will stand, who signs it, what is left out."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.importing.margins import removed_from
from articles.importing.reading import Remark
from articles.importing.service import Understood
from articles.importing.takes import Earlier
from articles.importing.word import PICTURES_FROM
from articles.language.direction import isolate
from articles.models import Agency, Author, Desk
from articles.publishing.presenters import safe

_SUBHEAD = re.compile(r"<(/?)h([23])\b")
_PICTURE = re.compile(r'<figure data-photo="(9\d{9})"></figure>')


@dataclass(frozen=True)
class Preview:
    """The words of the page, in the desk's language; the copy's own keep the copy's."""

    understood: Understood
    body: SafeString
    byline: list[str]
    rights_until: datetime | None
    earlier: Earlier | None
    findings: list[dict[str, str]]
    remarks: list[dict[str, str]]
    removed: list[str]


def preview(understood: Understood, earlier: Earlier | None, *, now: datetime, language: str) -> Preview:
    """Return what the page shows of a copy."""
    agency = understood.agency
    days = agency.rights_end_after_days if agency else None
    return Preview(
        understood=understood,
        body=_body(understood),
        byline=_byline(understood, language),
        rights_until=now + timedelta(days=days) if days else None,
        earlier=earlier,
        findings=[
            {"finding": _(found.message) % found.parameters, "severity": found.severity.value}
            for found in understood.findings
        ],
        remarks=[{"text": _sentence(remark), "passage": remark.passage} for remark in understood.reading.remarks],
        removed=removed_from(understood.copy),
    )


def _body(understood: Understood) -> SafeString:
    """The sanitised body under the page's own headings, each picture by its words: photos are made by saving only."""
    pictures = understood.reading.pictures

    def words(found: re.Match[str]) -> str:
        number = int(found[1]) - PICTURES_FROM
        if not 0 <= number < len(pictures):
            return ""
        text = pictures[number].caption or pictures[number].alt or _("without words")
        return format_html(
            '<p class="desk-understood-picture">{}: <bdi>{}</bdi></p>', capfirst(pgettext("one of many", "photo")), text
        )

    html = _SUBHEAD.sub(lambda tag: f"<{tag[1]}h{int(tag[2]) + 1}", understood.content.body)
    return safe(_PICTURE.sub(words, html))


def _sentence(remark: Remark) -> str:
    """A remark in the desk's language; what it quotes may be in another, and turns nothing round it."""
    quoted = {name: isolate(said) if isinstance(said, str) else said for name, said in remark.parameters.items()}
    return _(remark.message) % quoted


def _byline(understood: Understood, language: str) -> list[str]:
    names = []
    for line in understood.content.bylines:
        model: Any = Author if line.author_id else Desk if line.desk_id else Agency
        named = model.objects.get(pk=line.author_id or line.desk_id or line.agency_id)
        names.append(named.name(language))
    return names
