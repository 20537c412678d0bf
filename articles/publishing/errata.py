"""The readers' door to the house's corrections: what was wrong and what is right, newest first. Three queries."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from articles.models import READABLE, Correction, Publication
from articles.publishing import addresses, frames, presenters, shelf, structured
from articles.publishing.addresses import Key
from articles.publishing.editions import Edition
from articles.publishing.fronts import article_link
from articles.publishing.pages import Answer, Corrections, Link
from articles.publishing.prepared import padded, prepared

PAGE = 30


def corrections(language: str, *, at: datetime, before: Key | None = None) -> Answer:
    """Return the corrections of what readers can still read."""
    edition = Edition.of(language, at)
    path = addresses.corrections(language)
    found = _said(language, at, before)
    said, older = found[:PAGE], ""
    if len(found) > PAGE:
        older = addresses.older(path, said[-1].at, said[-1].pk)
    rows = {row.article_id: row for row in _readable(at, padded(row.article_id for row in said))}
    round_it = shelf.around(language, at)
    others = {code: addresses.corrections(code) for code in (language, edition.other)}
    title = _("Corrections")
    trail = structured.breadcrumbs(edition, Link(label=title, url=path))
    facts = frames.Facts(
        path=path if before is None else addresses.older(path, *before),
        title=title,
        others=others if before is None else {},
        json_ld=structured.as_script(trail),
    )
    page = Corrections(
        head=frames.head(edition, facts),
        title=title,
        notes=tuple(
            presenters.note(edition, row.change, row.text, row.at, article_link(edition, rows[row.article_id]))
            for row in said
            if row.article_id in rows
        ),
        empty="" if said else frames.sentence_for_none(),
        older_url=older,
        newest_url=path if before else "",
    )
    return Answer(
        page=page,
        chrome=frames.chrome(edition, round_it, others=others),
        span=round_it.span & edition.day & presenters.row_span(rows.values()),
        keys=(f"lists-{language}", *(f"article-{pk}" for pk in rows)),
    )


@prepared
def _readable(at: datetime, article_pks: tuple[int, ...]) -> shelf.Rows:
    rows = Publication.objects.live(at).filter(kind__in=READABLE, article__pk__in=article_pks)
    return rows.only(*shelf.CARD)


@prepared
def _said(language: str, at: datetime, before: Key | None) -> QuerySet[Correction]:
    rows = shelf.said(at).filter(shelf.is_readable(at), language=language)
    if before:
        rows = rows.filter(Q(at__lt=before[0]) | Q(pk__lt=before[1]), at__lte=before[0])
    return rows.order_by("-at", "-pk")[: PAGE + 1]
