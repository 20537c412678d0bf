"""What an address answers that has no page, or no longer one."""

from django.utils.translation import gettext as _

from articles.language.direction import direction_of
from articles.models import LegacyAddress, Publication
from articles.models.choices import Kind
from articles.publishing import addresses, frames, shelf
from articles.publishing.editions import Edition
from articles.publishing.pages import Absence, Answer, Span

LONGEST_SEARCH_WORDS = 100
LONGEST_OLD_ADDRESS = LegacyAddress._meta.get_field("path").max_length or 0
MOST_MOVES = 5


def absence(language: str, status: int, reason: str = "", *, search_words: str = "") -> Absence:
    """Return the page of a status, with what is always said of it or with a reason of its own."""
    heading, always = _words(status)
    return Absence(
        head=frames.bare_head(language, heading),
        status=status,
        heading=heading,
        reason=reason or always,
        language=language,
        direction=direction_of(language),
        search_words=search_words,
    )


def _words(status: int) -> tuple[str, str]:
    return {
        400: (_("Bad request"), _("This address cannot be read. Check it, or search the site.")),
        403: (_("Not allowed"), _("This request was refused.")),
        404: (_("Page not found"), _("There is no page at this address. Check it, or search the site.")),
        405: (_("Not possible here"), _("This page can only be read.")),
        410: (_("No longer available"), _("This page is no longer on the site.")),
        429: (_("Too many searches"), _("You have searched many times in a minute. Wait a little and try again.")),
        451: (_("Not available for legal reasons"), _("This page was taken off the site because the law asks for it.")),
        500: (_("Something went wrong"), _("The fault is ours. Try again in a little while.")),
        503: (_("Back in a moment"), _("The site cannot answer just now. Try again in a little while.")),
    }[status]


def bare(language: str, status: int, reason: str = "") -> Answer:
    """Return an answer that asks the database for nothing, and that nobody keeps."""
    page = absence(language, status, reason)
    return Answer(page=page, chrome=frames.bare_chrome(language), status=status, is_stored=False)


def missing(edition: Edition, *, path: str = "", span: Span | None = None) -> Answer:
    """Return a 404, its search box filled with what the address seems to be about."""
    return Answer(
        page=absence(edition.language, 404, search_words=words_of(path)),
        chrome=frames.chrome(edition, None, others={}),
        status=404,
        span=span or Span(),
    )


def words_of(path: str) -> str:
    """Return the words of an address's last part."""
    last = path.rstrip("/").rpartition("/")[2].rpartition(".")[0] or path.rstrip("/").rpartition("/")[2]
    words = " ".join("".join(c if c.isalpha() else " " for c in last).split())
    return words[:LONGEST_SEARCH_WORDS]


def withdrawn(edition: Edition, row: Publication, span: Span) -> Answer:
    """Return what readers are told of an article that was taken from them; off the air is kept by nobody."""
    status = 451 if row.is_by_law else 410
    return Answer(
        page=absence(edition.language, status, row.public_reason),
        chrome=frames.chrome(edition, None, others={}),
        status=status,
        span=span,
        keys=(f"article-{row.article_id}", f"story-{row.story_id}"),
        is_stored=row.kind != Kind.OFF_AIR,
    )


def moved(edition: Edition, row: Publication, span: Span) -> Answer:
    """Return one redirect to where a moved article's readers find it now, however often it moved on."""
    target = row
    for _hop in range(MOST_MOVES):
        if target.kind != Kind.MOVED:
            break
        found = Publication.objects.live(edition.at).filter(article=target.moved_to_id).only(*shelf.CARD, "moved_to")
        following = found.first()
        if following is None:
            return missing(edition, span=span)
        target = following
        span &= Span(until=target.live_until)
    else:
        return missing(edition, span=span)
    keys = (f"article-{row.article_id}", f"article-{target.article_id}")
    return Answer(redirect=_address(edition, target), status=301, span=span, keys=keys)


def _address(edition: Edition, row: Publication) -> str:
    place = edition.place(row.section_id)
    return addresses.article(row.language, place.slug, row.article_id, row.slug)


def legacy(edition: Edition, path: str, query: str) -> Answer | None:
    """Return the one redirect of an address the site once had. Asked only when no page answers."""
    known = [f"{path}?{query}", path] if query else [path]
    asked = [address for address in known if len(address) <= LONGEST_OLD_ADDRESS and "\x00" not in address]
    rows = LegacyAddress.objects.filter(path__in=asked).select_related("section", "topic", "author") if asked else []
    found = {row.path: row for row in rows}
    old = next((found[address] for address in asked if address in found), None)
    url = _leads_to(edition, old) if old else ""
    return Answer(redirect=url, status=301) if url and url != path else None


def _leads_to(edition: Edition, old: LegacyAddress) -> str:
    language = edition.language
    if old.section:
        return addresses.section(language, old.section.slug)
    if old.topic:
        return addresses.topic(language, old.topic.slug)
    if old.author:
        return addresses.author(language, old.author.slug)
    row = Publication.objects.live(edition.at).filter(article=old.article_id).only(*shelf.CARD).first()
    return _address(edition, row) if row else ""
