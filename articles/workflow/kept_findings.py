"""What the checks found in a text when it was saved, kept with it, so that opening a text looks for nothing."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import lru_cache
from hashlib import sha256
from typing import Any

from articles.language.across import missing_in
from articles.language.blocks import plain_text
from articles.language.findings import HTML_FIELDS, Finding, Severity, passage_findings, version
from articles.language.house_style import HouseStyle
from articles.language.passages import masked_text
from articles.models import Article, Content, KeptFindings, Revision
from articles.workflow.article_fields import article_fields
from articles.workflow.style_as_read import stamped

ORDER = list(Severity)
COMPARED = ("headline", "deck", "body")
MOST_KEPT = 600
"""Of one text; twice what a form lists. A text with more is looked through anew where it is opened."""


def visible_fields(content: Content) -> dict[str, str]:
    """Return the visible text of every field of an edition, what is verbatim masked."""
    return {name: masked_text(text) if name in HTML_FIELDS else text for name, text in article_fields(content).items()}


def found_in(visible: Mapping[str, str], language: str, style: HouseStyle) -> list[Finding]:
    """Look through an edition's text. What was looked for once in a field is at hand while its words stay."""
    return [each for field, text in visible.items() for each in _of_field(field, text, language, style)]


def missing_from(visible: Mapping[str, str], twin: Revision, language: str, style: HouseStyle) -> list[Finding]:
    """Look for what the other edition says and this one does not."""
    theirs = (plain_text(getattr(twin, name)) if name == "body" else getattr(twin, name) for name in COMPARED)
    return list(_missing("\n".join(visible.get(name, "") for name in COMPARED), "\n".join(theirs), language, style))


@lru_cache(maxsize=512)
def _of_field(field: str, text: str, language: str, style: HouseStyle) -> tuple[Finding, ...]:
    return tuple(passage_findings(field, text, language, style))


@lru_cache(maxsize=64)
def _missing(own: str, theirs: str, language: str, style: HouseStyle) -> tuple[Finding, ...]:
    return tuple(missing_in(own, theirs, language, style.names))


def keep(article: Article, revision: Revision, content: Content, twin: Article | None = None) -> None:
    """Keep what is found in an article's newest text, and what its other edition lacks of it.

    `twin` is that edition, where the caller has just changed it.
    """
    stamp, style = _style_of(article)
    visible = visible_fields(content)
    found = found_in(visible, article.language, style)
    row = {"key": _key(stamp, revision), "found": _written(found), "across_key": "", "across": "[]"}
    twin = twin or _other_edition(article)
    if twin and twin.head:
        row |= _across(visible, revision, twin.head, article.language, (stamp, style))
        theirs = _across(
            visible_fields(twin.head.content()), twin.head, revision, twin.language, stamped(twin.language)
        )
        KeptFindings.objects.filter(pk=twin.pk).update(**theirs)
    KeptFindings.objects.bulk_create(
        [KeptFindings(article=article, **row)],
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=list(row),
    )


def _style_of(article: Article) -> tuple[str, HouseStyle]:
    return stamped(article.language, getattr(article, "style_stamp", None))


def _other_edition(article: Article) -> Article | None:
    if hasattr(article, "other_edition"):
        return article.other_edition
    return Article.objects.filter(story=article.story_id).exclude(pk=article.pk).select_related("head").first()


def kept(article: Article, twin: Article | None, stamp: str) -> list[Finding] | None:
    """Return what was found in an article's newest text; None where it was not looked at in the style of this stamp."""
    row: KeptFindings | None = getattr(article, "kept_findings", None)
    if row is None or article.head is None:
        return None
    other = twin.head if twin else None
    if row.key != _key(stamp, article.head) or row.across_key != (_key(stamp, article.head, other) if other else ""):
        return None
    return None if not row.found else [*_read(row.found), *_read(row.across)]


def _across(
    visible: Mapping[str, str], own: Revision, other: Revision, language: str, known: tuple[str, HouseStyle]
) -> dict[str, str]:
    stamp, style = known
    found = missing_from(visible, other, language, style)
    return {"across_key": _key(stamp, own, other), "across": _written(found)}


def _key(stamp: str, *texts: Revision) -> str:
    return sha256("\n".join((version(), stamp, *(text.digest for text in texts))).encode()).hexdigest()


def _written(found: Iterable[Finding]) -> str:
    rows = [asdict(each) for each in found]
    return json.dumps(rows) if len(rows) <= MOST_KEPT else ""


def _read(rows: str) -> list[Finding]:
    return [_finding(row) for row in json.loads(rows)]


def _finding(row: dict[str, Any]) -> Finding:
    return Finding(**row | {"severity": Severity(row["severity"]), "around": tuple(row["around"])})
