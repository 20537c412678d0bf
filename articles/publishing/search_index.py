"""How both engines are asked: one expression of tokens, the newest hits of it, each with where its words stand.

The same hits in the same order on both (I6). SQLite's FTS5 walks an entry's number downwards and stops; PostgreSQL
asks its GIN index era by era, the newest first, and stops too (migration `engines`). So the commonest word costs what a
rare one costs: nobody sorts the world.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from django.core.cache import cache
from django.db import connection
from django.db.models import Max, Q

from articles.language import stems
from articles.language.index_words import pairs_of
from articles.models import SearchEntry
from articles.publishing.search_questions import Asked, Beginning, Every, Scope, Wanted, every

ERA: Final = 17
"""Binary digits of an entry's number that lie within an era (migration `engines`)."""

_BY_INDEX_ONLY: Final = "SET LOCAL enable_seqscan = off"
"""For what any of several common words is in, PostgreSQL would rather read the table: it does not reckon what it costs
to unpack each row's vector. Of one question with it, so that it is no further way to the database."""

_AS_BEFORE: Final = "SET LOCAL enable_seqscan = on"
_FIRST_SIGN: Final = 57600
READ_FOR_ONE: Final = 2
"""Texts that are read for each hit there may be, to see whether words do not stand beside each other."""
READ_OF_PAIRS: Final = 1.125
"""The same where their signs say that they do: one in 400 has the signs only."""

_KEPT: Final = 60
"""Seconds for which the number of eras is kept, and whether the whole index is of this analyser. One era more is
always asked, so that the newest is never missed."""


class Hit(NamedTuple):
    """One entry that was found; of a thousand few are ever shown, so a hit is the engine's row as it came."""

    entry: int
    article: int | None
    publication: int | None
    photo: int | None
    moment: Any
    """As the engine has it: good for comparing with another hit's."""
    met: int
    rank: int

    @property
    def published_at(self) -> datetime | None:
        """When it was first published."""
        return _moment(self.moment)


def newest(asked: Asked, scopes: Sequence[Scope], *, most: int) -> list[Hit]:
    """Return the newest hits, by the number of the entry, at most `most`. One query."""
    return newest_of_each([asked], scopes, most=most)[0]


def newest_of_each(questions: Sequence[Asked], scopes: Sequence[Scope], *, most: int) -> list[list[Hit]]:
    """Return the newest hits of each of some questions, at most `most` of each. One query."""
    found: list[list[Hit]] = [[] for _asked in questions]
    ranks = [[[f" {token} " for token in tokens] for tokens in (asked.first, asked.second)] for asked in questions]
    for place, *columns, head in _rows(questions, scopes, most):
        found[place].append(Hit._make((*columns, _rank(f" {head} ", *ranks[place]))))
    return found


def _rows(questions: Sequence[Asked], scopes: Sequence[Scope], most: int) -> list[tuple[Any, ...]]:
    is_postgresql = connection.vendor == "postgresql"
    selects, params = [], []
    for place, asked in enumerate(questions):
        select, of_select = (_postgresql if is_postgresql else _sqlite)(_paired(asked), scopes, most)
        selects.append(f"SELECT {place}, e.* FROM ({select}) AS e")  # noqa: S608 – a number of ours
        params += of_select
    sql = " UNION ALL ".join(selects)
    with connection.cursor() as cursor:
        cursor.execute(f"{_BY_INDEX_ONLY}; {sql}; {_AS_BEFORE}" if is_postgresql else sql, params)
        if is_postgresql:
            # Past the answer to the first of its statements.
            cursor.nextset()
        return cursor.fetchall()


def _paired(asked: Asked) -> Asked:
    """Ask for the signs of its runs too, once the whole index has them."""
    if not asked.runs or not _are_pairs_known():
        return asked
    pairs = dict.fromkeys(pair for run in asked.runs for pair in pairs_of(run))
    return replace(asked, wanted=every([asked.wanted, *pairs]), is_paired=True)


def _rank(head: str, first: Sequence[str], second: Sequence[str]) -> int:
    """Return how well a headline has the words: as typed, as stems, or not.

    Here, not in the engine: PostgreSQL unpacks a headline anew for each word it is asked for.
    """
    holds = head.__contains__
    if first and all(map(holds, first)):
        return 0
    return 1 if second and all(map(holds, second)) else 2


def standing(hits: Sequence[Hit], runs: Sequence[tuple[str, ...]]) -> list[Hit]:
    """Return those hits whose texts have each of some runs. One query where there are any."""
    wanted = [f" {' '.join(run)} " for run in runs]
    if not wanted or not hits:
        return list(hits)
    texts = dict(SearchEntry.objects.filter(pk__in=[hit.entry for hit in hits]).values_list("pk", "words"))
    return [hit for hit in hits if all(run in f" {texts.get(hit.entry, '')} " for run in wanted)]


def in_order(hits: Iterable[Hit]) -> list[Hit]:
    """Put hits into the order in which they are shown: most words, best place, newest, highest number."""
    newest_first = sorted(hits, key=_age, reverse=True)
    return sorted(newest_first, key=lambda hit: (-hit.met, hit.rank))


def _age(hit: Hit) -> tuple[bool, Any, int]:
    return hit.moment is not None, hit.moment, hit.article or hit.photo or 0


def _moment(value: Any) -> datetime | None:
    """Return a column's moment; SQLite keeps UTC and does not say so."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment


def _columns(asked: Asked, found: str) -> tuple[str, list[str]]:
    """Return the selected columns; `found` is the engine's own way of asking whether a text holds another."""
    stands = found.format(text="' ' || e.words || ' '")
    met = " + ".join([f"CASE WHEN {stands} THEN 1 ELSE 0 END"] * len(asked.counted)) or "0"
    head = "e.head" if asked.first or asked.second else "''"
    # As text: both drivers would make a datetime of each of a thousand.
    moment = "'' || e.published_at"
    columns = f"e.id, e.article_id, e.publication_id, e.photo_id, {moment}, {met}, {head}"
    return columns, [f" {stem} " for stem in asked.counted]


def _beside(asked: Asked, found: str) -> tuple[str, list[Any]]:
    """Return the condition that runs of stems stand in a text, or do not."""
    signed = [*(("", run) for run in asked.to_stand), *(("NOT ", run) for run in asked.not_to_stand)]
    stands = found.format(text="' ' || e.words || ' '")
    conditions = " AND ".join(f"{sign}{stands}" for sign, _run in signed)
    return f" WHERE {conditions}" if signed else "", [f" {' '.join(run)} " for _sign, run in signed]


def _where(asked: Asked) -> tuple[str, list[Any]]:
    conditions = ""
    params: list[Any] = []
    for sign, moment in ((">=", asked.since), ("<", asked.before)):
        if moment:
            conditions += f" AND e.published_at {sign} %s"
            params.append(connection.ops.adapt_datetimefield_value(moment))
    return conditions, params


def _sqlite(asked: Asked, scopes: Sequence[Scope], most: int) -> tuple[str, list[Any]]:
    found = "instr({text}, %s) > 0"
    columns, of_columns = _columns(asked, found)
    beside, of_beside = _beside(asked, found)
    conditions, of_conditions = _where(asked)
    match = _fts(asked.wanted)
    without = [run[0] for run in asked.without if len(run) == 1]
    if without:
        match = f"({match}) NOT ({' OR '.join(map(_quoted, without))})"
    within = " OR ".join(_SCOPES[scope] for scope in scopes)
    # No value from outside: columns and conditions are ours, tokens go in as parameters.
    candidates = (
        f"SELECT {_read_of(asked)} FROM articles_search f JOIN articles_searchentry e ON e.id = f.rowid "  # noqa: S608
        f"WHERE articles_search MATCH %s AND ({within}){conditions} "
        f"ORDER BY f.rowid DESC LIMIT {_candidates(asked, most)}"
    )
    return (
        f"SELECT {columns} FROM ({candidates}) AS e{beside} LIMIT {int(most)}",  # noqa: S608
        [*of_columns, match, *of_conditions, *of_beside],
    )


def _candidates(asked: Asked, most: int) -> int:
    """Return how many of the newest are looked at: more where their texts must be read for words beside each other."""
    if asked.not_to_stand or (asked.to_stand and not asked.is_paired):
        return int(most) * READ_FOR_ONE
    return int(most * READ_OF_PAIRS) if asked.to_stand else int(most)


def _read_of(asked: Asked) -> str:
    """Return what is read of each that is looked at: its text only where that is asked for."""
    text = ", e.words" if asked.to_stand or asked.not_to_stand or asked.counted else ""
    return f"e.id, e.article_id, e.publication_id, e.photo_id, e.published_at, e.head{text}"


_SCOPES: Final = {
    Scope.ARABIC: "e.publication_id IS NOT NULL AND e.language = 'ar'",
    Scope.ENGLISH: "e.publication_id IS NOT NULL AND e.language = 'en'",
    Scope.ARABIC_DESK: "e.publication_id IS NULL AND e.language = 'ar'",
    Scope.ENGLISH_DESK: "e.publication_id IS NULL AND e.language = 'en'",
    Scope.PHOTOS: "e.photo_id IS NOT NULL",
}


def _quoted(token: str) -> str:
    return f'"{token}"'


def _fts(wanted: Wanted) -> str:
    if isinstance(wanted, str):
        return _quoted(wanted)
    if isinstance(wanted, Beginning):
        return f"{_quoted(wanted.token)}*"
    return f"({(' AND ' if isinstance(wanted, Every) else ' OR ').join(map(_fts, wanted.parts))})"


def _postgresql(asked: Asked, scopes: Sequence[Scope], most: int) -> tuple[str, list[Any]]:
    found = "position(%s in {text}) > 0"
    columns, params = _columns(asked, found)
    beside, of_beside = _beside(asked, found)
    conditions, of_conditions = _where(asked)
    looked_at = _candidates(asked, most)
    parts = []
    for eras in _spans(_eras()):
        # A question for each era: of one for several GIN reads all it has of every word, of one it skips.
        matches = [_tsquery(asked, chr(_FIRST_SIGN + 8 * era + scope)) for era in eras for scope in scopes]
        either = " OR ".join(["e.vector @@ %s::tsquery"] * len(matches))
        # By an expression, so that the index on the number is not walked: the one on the tokens is the narrow one.
        parts.append(
            f"(SELECT {_read_of(asked)} FROM articles_searchentry e WHERE ({either}){conditions} "  # noqa: S608
            f"ORDER BY e.id + 0 DESC LIMIT {looked_at})"
        )
        params += [*matches, *of_conditions]
    # The columns last and outside, so that texts are unpacked of those that are shown, not of all that are sorted.
    candidates = f"SELECT * FROM ({' UNION ALL '.join(parts)}) AS e LIMIT {looked_at}"  # noqa: S608
    return f"SELECT {columns} FROM ({candidates}) AS e{beside} LIMIT {int(most)}", [*params, *of_beside]  # noqa: S608


def _spans(newest_era: int) -> Iterator[range]:
    """Give all eras, the newest first, in spans of 2, 2, 4, 8 …: each has about as many hits as all before it.

    One part of the question for each, for PostgreSQL plans them all before it asks the first.
    """
    end, size = newest_era + 1, 2
    while end > 0:
        begin = max(0, end - size)
        yield range(begin, end)
        size = size if end > newest_era else 2 * size
        end = begin


def _tsquery(asked: Asked, sign: str) -> str:
    match = _lexemes(asked.wanted, sign)
    without = (run[0] for run in asked.without if len(run) == 1)
    return "".join([match, *(f" & !'{sign}{token}'" for token in without)])


def _lexemes(wanted: Wanted, sign: str) -> str:
    if isinstance(wanted, str):
        return f"'{sign}{wanted}'"
    if isinstance(wanted, Beginning):
        return f"'{sign}{wanted.token}':*"
    return f"({(' & ' if isinstance(wanted, Every) else ' | ').join(_lexemes(part, sign) for part in wanted.parts)})"


def _eras() -> int:
    """Return the number of the newest era and one more."""
    return ((cache.get_or_set("search-newest-entry", _newest_entry, _KEPT) or 0) >> ERA) + 1


def _newest_entry() -> int:
    return SearchEntry.objects.aggregate(newest=Max("pk"))["newest"] or 0


def _are_pairs_known() -> bool:
    """Say whether the whole index is of this analyser; while it is being made anew, older entries lack some signs."""
    now = stems.version()
    others = SearchEntry.objects.filter(Q(analyser__lt=now) | Q(analyser__gt=now))
    return bool(cache.get_or_set(f"search-all-by-{now}", lambda: not others.exists(), _KEPT))
