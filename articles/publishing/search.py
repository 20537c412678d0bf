"""The one door of search, for readers and for the desk: the same words find the same things in the same order (I6).

Within the newest `MOST_HITS` hits: first those with all words as typed in a headline, then those with all stems in a
headline, then the rest, each newest first. All words; where no article has them all, those with the most of them; and
for names that nothing was found of, what sounds alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import combinations
from typing import Any

from django.db.models import QuerySet

from articles.language.folding import fold
from articles.language.index_words import HEAD_BARE, HEAD_STEM, SECTION, SOUND, month_token, sound_of, year_token
from articles.language.queries import Query, read
from articles.language.stems import HouseWords, Token, every_token, tokens
from articles.language.tables import ARTICLE
from articles.models import Article, Language, PhotoUse, Publication, User
from articles.publishing import shelf
from articles.publishing.addresses import Key
from articles.publishing.search_index import Hit, in_order, newest, standing
from articles.publishing.search_questions import Asked, Beginning, Scope, Some, Wanted, every, some
from articles.workflow.search_entries import house_words

LONGEST_QUERY = 200
MOST_HITS = 1000
PAGE = 20
CHUNK = PAGE + 12
"""Hits that are looked at together for whether readers have them now."""

ENOUGH = 5 * PAGE
"""Hits with all words but one of which no more, and after which none with fewer words, are asked for."""

MOST_NAMED = 5000
"""Things with a name that are looked through one by one."""

SUGGESTIONS = 7
LEAST_BEGUN = 4
"""Letters of a word from which on its headlines are suggested."""
MOST_BEGUN = 6
MOST_BEGUN_LOOKED_AT = 50
"""Working copies of which those a person may see are suggested to them."""

FIRST_YEAR, LAST_YEAR = 1970, 2100
"""Between which a search looks where it is not told."""

SITE = {Language.AR: Scope.ARABIC, Language.EN: Scope.ENGLISH}
_DESK_OF = {Language.AR: Scope.ARABIC_DESK, Language.EN: Scope.ENGLISH_DESK}
_DESK = tuple(_DESK_OF.values())


@dataclass(frozen=True)
class Within:
    """What a search is narrowed to: a section, and moments from `since` until `before`."""

    section_id: int | None = None
    since: datetime | None = None
    before: datetime | None = None


ANYWHERE = Within()


@dataclass(frozen=True)
class Found:
    """One page of hits as publications in order, and how they were found."""

    rows: tuple[Publication, ...] = ()
    stems: tuple[str, ...] = ()
    has_all_words: bool = True
    is_by_sound: bool = False
    older: Key | None = None

    @property
    def pks(self) -> tuple[int, ...]:
        """The publications' numbers, in order."""
        return tuple(row.pk for row in self.rows)


def day_of(text: str, zone: tzinfo) -> datetime | None:
    """Return where a day begins that an address names, or nothing where it names none that anything is of."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return datetime.combine(day, time.min, tzinfo=zone) if FIRST_YEAR <= day.year < LAST_YEAR else None


def find(
    query: str,
    *,
    language: str,
    at: datetime,
    within: Within = ANYWHERE,
    before: Key | None = None,
    size: int = PAGE,
) -> Found:
    """Find what readers can read in one language at a moment.

    Two queries, one more for a phrase, and one for each way that found nothing.
    """
    asked = read(query[:LONGEST_QUERY], house_words(at))
    if not asked.words:
        return Found()
    for way in (_all_words, _some_words, alike):
        hits = way(asked, within, (SITE[Language(language)],))
        rows, older = page_of(hits, at, before, size, asked.phrases if way is _all_words else ())
        if rows or (hits and before):
            return Found(tuple(rows), asked.stems, way is _all_words, way is alike, older)
    return Found((), asked.stems, has_all_words=False)


def begun(typed: str, *, language: str, at: datetime) -> list[Publication]:
    """Return what the words somebody is typing may mean: headlines with the earlier ones, and the last one begun."""
    hits = _begun(typed, (SITE[Language(language)],), 3 * SUGGESTIONS, house_words(at))
    return page_of(hits, at, None, SUGGESTIONS)[0]


def desk_begun(typed: str, *, user: User, at: datetime) -> list[Article]:
    """Return the working copies a person may see that the words they are typing may mean, in either language."""
    pks = [hit.article for hit in _begun(typed, _DESK, MOST_BEGUN_LOOKED_AT, house_words(at))]
    seen = Article.objects.seen_by(user).in_bulk([pk for pk in pks if pk]) if pks else {}
    return [seen[pk] for pk in pks if pk in seen][:SUGGESTIONS]


def _begun(typed: str, scopes: Sequence[Scope], most: int, house: HouseWords) -> list[Hit]:
    said = every_token(typed[:LONGEST_QUERY], house)
    if not said or typed[said[-1].end :].strip():
        return []
    *earlier, last = said[-MOST_BEGUN:]
    wanted: list[Wanted] = [HEAD_STEM + word.stem for word in earlier if fold(word.bare) not in house.stopwords]
    letters = fold(typed[last.start : last.end])
    if len(letters) >= LEAST_BEGUN:
        beginning = letters.removeprefix(ARTICLE) if len(letters) >= len(ARTICLE) + 2 else letters
        wanted.append(Some((Beginning(HEAD_BARE + beginning), HEAD_STEM + last.stem)))
    # What is begun but short yet leaves the list as it was: the words before it say enough.
    return in_order(newest(Asked(every(wanted)), scopes, most=most)) if wanted else []


def desk_find(
    query: str, *, user: User, at: datetime, language: str = "", within: Within = ANYWHERE
) -> QuerySet[Article]:
    """Find working copies that a person may see, by the same words; the caller orders and cuts.

    Of the days only the last counts, roughly: the index knows the month in which a text was begun.
    """
    seen = Article.objects.seen_by(user)
    asked = read(query[:LONGEST_QUERY], house_words(at))
    if not asked.words:
        return seen.none() if query.strip() else seen
    scopes = (_DESK_OF[Language(language)],) if language else _DESK
    for way in (_all_words, _some_words, alike):
        hits = way(asked, replace(within, since=None), scopes)
        if hits:
            return seen.filter(pk__in=[hit.article for hit in hits])
    return seen.none()


def photos_find(query: str, *, user: User, at: datetime) -> set[int]:
    """Find photos by title and credit, and by their captions in the newest texts that a person may see; by number."""
    house = house_words(at)
    asked = read(query[:LONGEST_QUERY], house)
    if not asked.words:
        return set()
    found = {hit.photo for hit in _all_words(asked, ANYWHERE, (Scope.PHOTOS,)) if hit.photo}
    articles = [hit.article for hit in _all_words(asked, ANYWHERE, _DESK) if hit.article]
    # Asked by number: a planner would read all uses for hits that are few.
    heads = list(Article.objects.seen_by(user).filter(pk__in=articles).values_list("head", flat=True))
    uses = PhotoUse.objects.filter(revision__in=heads).exclude(caption="").values_list("photo_id", "caption")
    said = ((photo, {token.stem for token in tokens(caption, house)}) for photo, caption in uses)
    return found | {photo for photo, stems in said if stems.issuperset(asked.stems)}


def named_find(rows: QuerySet[Any], query: str, *, names: Sequence[str], at: datetime) -> list[int]:
    """Find by name among few things (topics, authors, sections): each word as a stem, or as a word begun; by number."""
    house = house_words(at)
    asked = read(query[:LONGEST_QUERY], house)
    found = []
    for pk, *said in rows.order_by().values_list("pk", *names)[:MOST_NAMED] if asked.words else ():
        known = [token for name in said for token in every_token(_text(name), house)]
        if all(any(_begins(word, token) for token in known) for word in asked.words):
            found.append(pk)
    return found


def _begins(word: Token, token: Token) -> bool:
    return token.stem == word.stem or token.bare.startswith(word.bare)


def _text(name: Any) -> str:
    return " · ".join(map(str, name)) if isinstance(name, list) else str(name or "").replace("-", " ")


def _all_words(asked: Query, within: Within, scopes: Sequence[Scope]) -> list[Hit]:
    if asked.is_only_stopwords:
        return _ask(asked, [HEAD_BARE + bare for bare in asked.bares], within, scopes)
    return _ask(asked, asked.stems, within, scopes)


def _some_words(asked: Query, within: Within, scopes: Sequence[Scope]) -> list[Hit]:
    """Return what has some of the words, the most of them first: all but one asked for, then any."""
    stems = asked.stems
    if len(stems) < 2 or asked.is_only_stopwords:
        return []
    loose = replace(asked, phrases=())
    hits: list[Hit] = []
    if len(stems) > 2:
        all_but_one = some(every(chosen) for chosen in combinations(stems, len(stems) - 1))
        hits = _ask(loose, [all_but_one], within, scopes, most=ENOUGH)
    if len(hits) >= ENOUGH:
        return hits
    known = {hit.entry for hit in hits}
    # Of up to three words, what has not all but one has one: nothing to count.
    counted = stems if len(stems) > 3 else ()
    rest = _ask(loose, [some(stems)], within, scopes, counted=counted)
    return [*hits, *(hit for hit in rest if hit.entry not in known)]


def alike(asked: Query, within: Within, scopes: Sequence[Scope]) -> list[Hit]:
    """Return what has all of the words, or words that sound like them."""
    wanted: list[Wanted] = []
    for word in asked.words:
        sound = sound_of(word.bare)
        wanted.append(Some((word.stem, SOUND + sound)) if sound else word.stem)
    if asked.is_only_stopwords or all(isinstance(token, str) for token in wanted):
        return []
    return _ask(replace(asked, phrases=()), list(dict.fromkeys(wanted)), within, scopes)


def _ask(
    asked: Query,
    parts: Sequence[Wanted],
    within: Within,
    scopes: Sequence[Scope],
    *,
    counted: tuple[str, ...] = (),
    most: int = MOST_HITS,
) -> list[Hit]:
    """Ask the index, and put the newest hits into their order."""
    wanted: list[Wanted] = list(parts)
    if within.section_id:
        wanted.append(f"{SECTION}{within.section_id}")
    if within.since or within.before:
        wanted.append(some(_periods(within)))
    has_moments = all(scope in SITE.values() for scope in scopes)
    question = Asked(
        wanted=every(wanted),
        without=asked.excluded,
        runs=asked.phrases,
        since=within.since if has_moments else None,
        before=within.before if has_moments else None,
        first=tuple(HEAD_BARE + bare for bare in asked.bares),
        second=tuple(HEAD_STEM + stem for stem in asked.stems),
        counted=counted,
        is_read_later=has_moments,
    )
    return in_order(newest(question, scopes, most=most))


def _periods(within: Within) -> list[str]:
    """Return the tokens of the years, and of the months beside whole years, that a span touches."""
    first = (within.since or datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)).astimezone(UTC).date().replace(day=1)
    last = (within.before or datetime(LAST_YEAR, 12, 31, tzinfo=UTC)).astimezone(UTC).date()
    periods: list[str] = []
    while first <= last:
        if first.month == 1 and date(first.year, 12, 31) <= last:
            periods.append(year_token(first))
            first = first.replace(year=first.year + 1)
        else:
            periods.append(month_token(first))
            first = (first + timedelta(days=31)).replace(day=1)
    return periods


def page_of(
    hits: Sequence[Hit], at: datetime, before: Key | None, size: int, runs: Sequence[tuple[str, ...]] = ()
) -> tuple[list[Publication], Key | None]:
    """Return one page of the hits that readers have at a moment, with all of some runs, and where the next begins."""
    rest = list(hits)
    if before:
        moment, article = before
        places = [place for place, hit in enumerate(rest) if hit.article == article and hit.published_at == moment]
        rest = rest[places[0] + 1 :] if places else [hit for hit in rest if (hit.published_at, hit.article) < before]
    rows: list[Publication] = []
    step = max(CHUNK, size + CHUNK - PAGE)
    for begin in range(0, len(rest), step):
        looked_at = standing(rest[begin : begin + step], runs)
        rows += shelf.live_by_pk([hit.publication for hit in looked_at if hit.publication], at)
        if len(rows) > size:
            last = rows[size - 1]
            return rows[:size], (last.first_published_at, last.article_id)
    return rows, None
