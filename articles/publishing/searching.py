"""The readers' door to search: what was found as cards with the found words marked. At most five queries."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote, urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.language.index_words import highlight
from articles.publishing import addresses, frames, presenters, sanitise, search, search_meant, shelf
from articles.publishing.addresses import Key
from articles.publishing.editions import Edition
from articles.publishing.pages import Answer, Card, Chrome, Hit, SearchPage
from articles.workflow.search_entries import house_words


@dataclass(frozen=True)
class Narrowed:
    """What a reader narrows a search to, as the address says it: a section's slug, and days."""

    section: str = ""
    since: str = ""
    until: str = ""

    def within(self, edition: Edition) -> search.Within:
        """Return what the index is asked; what names nothing narrows nothing. Days are the house's."""
        place = edition.navigation.section_of_slug(self.section) if self.section else None
        zone = edition.navigation.zone
        since, until = search.day_of(self.since, zone), search.day_of(self.until, zone)
        return search.Within(place.pk if place else None, since, until + timedelta(days=1) if until else None)


EVERYWHERE = Narrowed()


def results(
    language: str, query: str, *, at: datetime, before: Key | None = None, narrowed: Narrowed = EVERYWHERE
) -> Answer:
    """Return what was found of a query; an empty or too long one gets a sentence, and no work."""
    edition = Edition.of(language, at)
    asked = sanitise.clean_line(query)
    if len(asked) > search.LONGEST_QUERY:
        sentence = _("The search is too long: at most %(most)d characters.") % {"most": search.LONGEST_QUERY}
        return said(edition, asked[: search.LONGEST_QUERY], sentence, status=400)
    found = search.find(asked, language=language, at=at, before=before, within=narrowed.within(edition))
    if not found.stems:
        sentence = _("Nothing to search for in that.") if asked else ""
        return said(edition, asked, sentence, narrowed=narrowed)
    rows = found.rows
    photos = shelf.photos(row.lead_photo_id for row in rows)
    round_it = shelf.around(language, at)
    cards = [presenters.card(edition, row, photos.by_pk, presenters.SMALL) for row in rows]
    path = _path(language, asked, narrowed)
    page = _page(
        edition,
        asked,
        _sentence(found, len(cards), before),
        narrowed=narrowed,
        hint="" if cards else _hint(),
        meant=_meant(language, asked, found, at),
        hits=tuple(_hit(card, found, at) for card in cards),
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


def said(edition: Edition, query: str, sentence: str, *, status: int = 200, narrowed: Narrowed = EVERYWHERE) -> Answer:
    """Return the search page with nothing but a sentence."""
    return Answer(
        page=_page(edition, query, sentence, narrowed=narrowed),
        chrome=_chrome(edition, query, None),
        status=status,
        is_stored=status == 200,
        span=edition.day,
    )


def too_many(language: str, query: str, *, at: datetime) -> Answer:
    """Return what somebody is told who searches more often than people do; nothing is searched."""
    sentence = _("You have searched many times in a minute. Wait a little and try again.")
    asked = sanitise.clean_line(query[: search.LONGEST_QUERY])
    return said(Edition.of(language, at), asked, sentence, status=429)


def suggestions(language: str, typed: str, *, at: datetime) -> list[dict[str, str]]:
    """Return the headlines that what somebody is typing may mean, each with its address. Two queries."""
    edition = Edition.of(language, at)
    rows = search.begun(typed, language=language, at=at)
    paths = (edition.article_path(row.article_id, row.section_id, row.slug) for row in rows)
    return [{"headline": row.headline, "url": path} for row, path in zip(rows, paths, strict=True)]


def _page(
    edition: Edition, query: str, sentence: str, *, narrowed: Narrowed = EVERYWHERE, **found: object
) -> SearchPage:
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
        suggest_url=f"{addresses.search(edition.language)}suggest/",
        sections=tuple((place.slug, place.name(edition.language)) for place in edition.navigation.sections.values()),
        section=narrowed.section,
        since=narrowed.since,
        until=narrowed.until,
        sentence=sentence,
        longest_query=search.LONGEST_QUERY,
        **found,  # type: ignore[arg-type]
    )


def _chrome(edition: Edition, query: str, round_it: shelf.Around | None) -> Chrome:
    others = {code: _path(code, query) for code in (edition.language, edition.other)}
    return frames.chrome(edition, round_it, others=others, query=query)


def _path(language: str, query: str, narrowed: Narrowed = EVERYWHERE) -> str:
    path = addresses.search(language)
    limits = {"section": narrowed.section, "from": narrowed.since, "until": narrowed.until}
    asked = {name: value for name, value in ({"q": query} | limits).items() if value}
    return f"{path}?{urlencode(asked, quote_via=quote)}" if query else path


def _hint() -> str:
    return _("Fewer or other words may find more; endings, hamzas and the article make no difference.")


def _meant(language: str, query: str, found: search.Found, at: datetime) -> tuple[str, ...]:
    """Return what the query may have been meant as, and its address, where not every word was found."""
    if found.has_all_words or found.is_by_sound:
        return ()
    meant = search_meant.meant(query, language=language, at=at)
    return (meant, _path(language, meant)) if meant else ()


def _sentence(found: search.Found, number: int, before: Key | None) -> str:
    if not number:
        return _("Nothing was found.")
    if found.is_by_sound:
        return _("Nothing was found for these words; these sound like them.")
    if not found.has_all_words:
        return _("No article has all of these words; these have some of them.")
    if found.older or before:
        return _("Newest first.")
    return ngettext("%(number)d article found.", "%(number)d articles found.", number) % {"number": number}


def _hit(card: Card, found: search.Found, at: datetime) -> Hit:
    house = house_words(at)
    runs = (tuple(highlight(text, found.stems, house)) for text in (card.headline, card.deck))
    return Hit(card=card, headline=next(runs), deck=next(runs))
