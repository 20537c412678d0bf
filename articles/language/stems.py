"""Words as search knows them: each with its place in the text as typed, its bare form and its stem.

Arabic: fold, take off what is written onto the beginning, look the rest up in the lexicon, else in it without an
inflection, else take off light endings. English: Porter's second stemmer. What a house adds (spellings that are one
name, words that say nothing) is an argument. It finds broken plurals, and does not merge حكومة with
محكمة; `make bench` measures it beside exact words and light10.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final, NamedTuple

import snowballstemmer

from articles.language import affixes, lexicon
from articles.language.tables import ARTICLE
from articles.language.words import LONGEST_WORD, words

RULES: Final = "4"
"""Changed with each change of a rule here, in `affixes`, `folding`, `index_words`: the index is then made anew."""

_ARABIC = re.compile("[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER YEH}]")
_ENGLISH = snowballstemmer.stemmer("english")
_SERVANT: Final = "عبد"  # the first half of many names, written apart or joined: عبد الله, عبدالله
_SHORT = 2  # letters of a spelling that only counts exactly as typed: آب is a month, أب a father
_LINE = 400  # characters of a text that is read again and again
_TELLING = 4  # letters of a stem by which a spelling is known in all its forms: that of ماي, May, is that of مائة too
_GROUPED = ",\N{ARABIC COMMA}\N{ARABIC THOUSANDS SEPARATOR}"
_HYPHENS = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}"


class Form(NamedTuple):
    """A word without its place: folded, without what is written onto its beginning, and its stem."""

    folded: str
    bare: str
    stem: str


class Token(NamedTuple):
    """A word of a text: its place in the original, its bare form and its stem."""

    start: int
    end: int
    bare: str
    stem: str


class _Seen(NamedTuple):
    start: int
    end: int
    form: Form


@dataclass(frozen=True)
class HouseWords:
    """What a house adds to the language: stopwords, spellings by stem, by bare and by exact word, and by phrase."""

    stopwords: frozenset[str] = frozenset()
    spellings: Mapping[str, str] = field(default_factory=dict)
    bare: Mapping[str, str] = field(default_factory=dict)
    exact: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, stopwords: Iterable[str], groups: Iterable[Sequence[str]]) -> "HouseWords":
        """Make the tables of stopwords and of groups of spellings; the first spelling of a group names it."""
        spellings: dict[str, str] = {}
        bare: dict[str, str] = {}
        exact: dict[str, str] = {}
        phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for group in groups:
            known = [(spelling, _forms_of(spelling)) for spelling in group]
            known = [(spelling, forms) for spelling, forms in known if forms]
            name = name_of(known[0][0]) if known else ""
            name = spellings.get(name, name)
            for spelling, (first, *rest) in known:
                if rest:
                    phrases.setdefault(first.bare, []).append((tuple(form.bare for form in rest), name))
                elif len(first.folded) <= _SHORT:
                    exact[spelling] = name
                elif first.stem != name and _is_telling(first):
                    spellings[first.stem] = name
                elif first.stem != name:
                    bare[first.bare] = name
        longest_first = {
            first: tuple(sorted(rests, key=lambda rest: -len(rest[0]))) for first, rests in phrases.items()
        }
        return cls(
            frozenset(form.folded for word in stopwords for form in _forms_of(word)),
            spellings,
            bare,
            exact,
            longest_first,
        )


PLAIN: Final = HouseWords()


def tokens(text: str, house: HouseWords = PLAIN) -> list[Token]:
    """Return the words of a text that say something, in order; each keeps its place in the text as it was typed."""
    return [
        Token(seen.start, seen.end, seen.form.bare, _named(text[seen.start : seen.end], seen.form, house))
        for seen in _joined(text, house)
        if seen.form.folded not in house.stopwords
    ]


def every_token(text: str, house: HouseWords = PLAIN) -> list[Token]:
    """Return the words of a text, those too that say nothing."""
    return tokens(text, replace(house, stopwords=frozenset()))


def name_of(spelling: str) -> str:
    """Return the stem by which a group is known whose first spelling this is; not one of another word (تسلا, سل)."""
    forms = _forms_of(spelling)
    return "".join(form.stem if form.bare.startswith(form.stem) else form.bare for form in forms)


def form_of(folded: str) -> Form:
    """Return a folded word with its bare form and its stem."""
    return _form(folded) if len(folded) <= LONGEST_WORD else _form(folded[:LONGEST_WORD])


def version() -> str:
    """Return what an index must have been made by to be up to date: the rules and the lexicon."""
    return f"{RULES}-{lexicon.digest()[:12]}"


def _named(typed: str, form: Form, house: HouseWords) -> str:
    return house.exact.get(typed) or house.bare.get(form.bare) or house.spellings.get(form.stem, form.stem)


def _is_telling(form: Form) -> bool:
    """Say whether a stem belongs to this spelling alone, so that its inflected forms are spellings too."""
    is_nearly_whole = form.bare.startswith(form.stem) and len(form.bare) - len(form.stem) <= 1
    return is_nearly_whole and len(form.stem) >= _TELLING


def _forms_of(text: str) -> list[Form]:
    return [form_of(word.folded) for word in words(text)]


def _joined(text: str, house: HouseWords) -> Iterator[_Seen]:
    """Give the words of a text, those that a house or a name writes as one joined into one."""
    seen = _seen_in_line(text) if len(text) <= _LINE else _seen_in(text)
    at = 0
    while at < len(seen):
        word = seen[at]
        taken = None
        if word.form.bare in house.phrases:
            taken = _phrase(text, seen, at, house)
        if taken is None and word.form.bare == _SERVANT:
            taken = _servant(text, seen, at)
        if taken is None and word.form.folded.isdigit():
            taken = _thousands(text, seen, at)
        yield taken[0] if taken else word
        at += taken[1] if taken else 1


def _seen_in(text: str) -> list[_Seen]:
    return [_Seen(word.start, word.end, _form(word.folded)) for word in words(text)]


@lru_cache(4096)
def _seen_in_line(text: str) -> list[_Seen]:
    """Read a headline or a deck once: what is found is marked in the same lines again and again."""
    return _seen_in(text)


def _phrase(text: str, seen: list[_Seen], at: int, house: HouseWords) -> tuple[_Seen, int] | None:
    for rest, name in house.phrases[seen[at].form.bare]:
        following = seen[at + 1 : at + 1 + len(rest)]
        if tuple(word.form.bare for word in following) == rest and _are_beside(text, seen[at : at + 1 + len(rest)]):
            return _Seen(seen[at].start, following[-1].end, Form(name, name, name)), 1 + len(rest)
    return None


def _servant(text: str, seen: list[_Seen], at: int) -> tuple[_Seen, int] | None:
    pair = seen[at : at + 2]
    if len(pair) < 2 or not pair[1].form.folded.startswith("ال") or not _are_beside(text, pair):
        return None
    return _Seen(pair[0].start, pair[1].end, form_of(_SERVANT + pair[1].form.folded)), 2


def _thousands(text: str, seen: list[_Seen], at: int) -> tuple[_Seen, int] | None:
    """Join the groups of a number: 1,200 and ١٬٢٠٠ are 1200."""
    end = at + 1
    while end < len(seen) and _is_group(text, seen[end - 1], seen[end]) and len(seen[at].form.folded) <= 3:
        end += 1
    if end == at + 1:
        return None
    number = "".join(word.form.folded for word in seen[at:end])
    return _Seen(seen[at].start, seen[end - 1].end, Form(number, number, number)), end - at


def _is_group(text: str, one: _Seen, other: _Seen) -> bool:
    is_separated = other.start - one.end == 1 and text[one.end] in _GROUPED
    return is_separated and len(other.form.folded) == 3 and other.form.folded.isdigit()


def _are_beside(text: str, seen: list[_Seen]) -> bool:
    gaps = (text[one.end : other.start] for one, other in zip(seen, seen[1:], strict=False))
    return all(gap and (gap.isspace() or gap in _HYPHENS) for gap in gaps)


@lru_cache(200_000)
def _form(folded: str) -> Form:
    if not _ARABIC.search(folded):
        return Form(folded, folded, _ENGLISH.stemWord(folded))
    known = lexicon.stems()
    bare = affixes.bare(folded, known, lexicon.own_articles())
    whole = known.get(folded, "")
    stem = (
        known.get(bare)
        # Listed with its article only (البرازيل), which برازيلي has not.
        or (whole.removeprefix(ARTICLE) if bare != folded and len(whole) >= len(ARTICLE) + affixes.LEAST else whole)
        or affixes.inflected(bare, known)
        or affixes.light(affixes.one_of_two(bare))
    )
    return Form(folded, bare, stem)
