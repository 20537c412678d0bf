"""The readers' door to the house's own pages. Two queries."""

from datetime import datetime

from articles.language import excerpts
from articles.models import Language, StaticPage
from articles.publishing import absences, addresses, bodies, frames, shelf, structured
from articles.publishing import pages as shown
from articles.publishing.editions import Edition
from articles.publishing.pages import Answer, Link, Span


def house_page(language: str, slug: str, *, at: datetime) -> Answer:
    """Return a page of the house's; 404 where it has no text in this language."""
    edition = Edition.of(language, at)
    path = addresses.house_page(language, slug)
    found = StaticPage.objects.filter(slug=slug).first()
    if found is None or not found.body(language):
        return absences.missing(edition, path=path)
    title = found.title(language)
    round_it = shelf.around(language, at)
    others = {code: addresses.house_page(code, slug) for code in Language.values if found.body(code)}
    facts = frames.Facts(
        path=path,
        title=title,
        description=excerpts.excerpt(found.body(language), frames.LONGEST_DESCRIPTION),
        others=others,
        json_ld=structured.as_script(structured.breadcrumbs(edition, Link(label=title, url=path))),
    )
    page = shown.StaticPage(
        head=frames.head(edition, facts), title=title, body=bodies.for_house_page(found.body(language))
    )
    return Answer(
        page=page,
        chrome=frames.chrome(edition, round_it, others=others, here=path),
        span=round_it.span & edition.day & Span(since=found.changed_at),
        keys=(f"lists-{language}",),
    )
