"""The readers' door to search: what was found as cards with the found words marked. At most five queries."""

from datetime import datetime
from urllib.parse import quote

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.language.words import highlight
from articles.publishing import addresses, frames, presenters, sanitise, search, shelf
from articles.publishing.addresses import Key
from articles.publishing.editions import Edition
from articles.publishing.pages import Answer, Card, Chrome, Hit, SearchPage


def results(language: str, query: str, *, at: datetime, before: Key | None = None) -> Answer:
    """Return what was found of a query, newest first; an empty or too long one gets a sentence, and no work."""
    edition = Edition.of(language, at)
    asked = sanitise.clean_line(query)
    if len(asked) > search.LONGEST_QUERY:
        sentence = _("The search is too long: at most %(most)d characters.") % {"most": search.LONGEST_QUERY}
        return said(edition, asked[: search.LONGEST_QUERY], sentence, status=400)
    found = search.find(asked, language=language, at=at, before=before)
    if not found.terms:
        sentence = _("Nothing to search for in that.") if asked else ""
        return said(edition, asked, sentence)
    rows = shelf.by_pk(found.pks)
    photos = shelf.photos(row.lead_photo_id for row in rows)
    round_it = shelf.around(language, at)
    cards = [presenters.card(edition, row, photos.by_pk, presenters.SMALL) for row in rows]
    path = _path(language, asked)
    page = _page(
        edition,
        asked,
        _sentence(found, len(cards), before),
        hits=tuple(_hit(card, asked) for card in cards),
        older_url=addresses.older(path, *found.older) if found.older else "",
        newest_url=path if before else "",
    )
    span = round_it.span & edition.day & presenters.row_span(rows)
    return Answer(
        page=page,
        chrome=_chrome(edition, asked, round_it),
        span=span & presenters.photo_span(photos.by_pk.values(), at),
        keys=(f"lists-{language}", *(f"article-{row.article_id}" for row in rows)),
    )


def said(edition: Edition, query: str, sentence: str, *, status: int = 200) -> Answer:
    """Return the search page with nothing but a sentence."""
    return Answer(
        page=_page(edition, query, sentence),
        chrome=_chrome(edition, query, None),
        status=status,
        is_stored=status == 200,
    )


def too_many(language: str, query: str, *, at: datetime) -> Answer:
    """Return what somebody is told who searches more often than people do; nothing is searched."""
    sentence = _("You have searched many times in a minute. Wait a little and try again.")
    asked = sanitise.clean_line(query[: search.LONGEST_QUERY])
    return said(Edition.of(language, at), asked, sentence, status=429)


def _page(edition: Edition, query: str, sentence: str, **found: object) -> SearchPage:
    title = _("Search: %(query)s") % {"query": query} if query else _("Search")
    facts = frames.Facts(
        path=_path(edition.language, query),
        title=title,
        others={code: _path(code, query) for code in (edition.language, edition.other)},
        robots="noindex",
    )
    return SearchPage(
        head=frames.head(edition, facts),
        title=_("Search"),
        query=query,
        action_url=addresses.search(edition.language),
        sentence=sentence,
        longest_query=search.LONGEST_QUERY,
        **found,  # type: ignore[arg-type]
    )


def _chrome(edition: Edition, query: str, round_it: shelf.Around | None) -> Chrome:
    others = {code: _path(code, query) for code in (edition.language, edition.other)}
    return frames.chrome(edition, round_it, others=others, query=query)


def _path(language: str, query: str) -> str:
    path = addresses.search(language)
    return f"{path}?q={quote(query, safe='')}" if query else path


def _sentence(found: search.Found, number: int, before: Key | None) -> str:
    if not number:
        return _("Nothing was found.")
    if not found.has_all_words:
        return _("No article has all of these words; these have some of them.")
    if found.older or before:
        return _("Newest first.")
    return ngettext("%(number)d article found.", "%(number)d articles found.", number) % {"number": number}


def _hit(card: Card, query: str) -> Hit:
    return Hit(card=card, headline=tuple(highlight(card.headline, query)), deck=tuple(highlight(card.deck, query)))
