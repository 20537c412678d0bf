"""A text as the measure of a small fix sees it: words, numbers, signs, quotations, and the glossary's names in it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, Literal, NamedTuple

from articles.language.folding import fold
from articles.language.small_fix_words import ARABIC_CONJUNCTIONS, ARABIC_PROCLITICS, NEGATIONS, NUMBERS
from articles.language.tables import DIACRITICS, DIRECTION_CONTROLS, JOINERS, LATIN_MARKS, TATWEEL


class Token(NamedTuple):
    """A word, a number or a sign as it was typed, and the blanks after it."""

    text: str
    blanks: str
    kind: Literal["word", "number", "sign"]


_LETTER = rf"(?:[^\W\d_]|[{re.escape(DIACRITICS + LATIN_MARKS + TATWEEL + JOINERS)}])"
# A number goes with the sign before it, what parts its digits, and the per cent after it: each changes what it says.
_NUMBER = r"(?:(?<![^\s(\[«“\"])[-+−–±])?\d++(?:[.,:/٫٬’'–-]\d++)*+[%٪‰°]?"
_TOKEN = re.compile(rf"({_NUMBER}|{_LETTER}++(?:['’ʼ]{_LETTER}++)*+|[^\w\s]|_|(?!\A)\Z)(\s*+)|\A(\s++)")

_ONE_SIGN = str.maketrans("؟،؛٪٫٬’‘“”„«»‹›–—‐‑−", '?,;%.,\'\'"""""\'\'-----')
_MEANING_SIGNS: Final = frozenset("?%‰@#&*°§" + DIRECTION_CONTROLS)
_MEANING_CATEGORIES: Final = frozenset({"Sc", "Sm", "So", "No", "Nl"})

_QUOTATION = re.compile(
    r"«([^»]*+)(?:»|\Z)|“([^”]*+)(?:”|\Z)|„([^“”]*+)(?:[“”]|\Z)|”([^“”]*+)“|‹([^›]*+)(?:›|\Z)|﴿([^﴾]*+)(?:﴾|\Z)"
    r"|\"([^\"\n]*+)(?:\"|$)|(?<!\w)['‘]((?:[^'‘’\n]|(?<=\w)['’](?=\w))+)['’](?!\w)",
    re.MULTILINE,
)
_SENTENCE_STARTS: Final = frozenset(".!?…:;؟\"'“”«‘(-–—•·")
_TITLE_CASE: Final = 0.6  # share of capitals from which a capital says nothing about a word


def tokens_of(text: str) -> list[Token]:
    """Cut a text into its tokens; blanks before the first make an empty sign."""
    return [Token(found[1] or "", found[2] or found[3] or "", _kind(found[1] or "")) for found in _TOKEN.finditer(text)]


def quotations(text: str) -> list[str]:
    """Return what stands between quotation marks or Qur'an brackets; one that is not closed reaches to the end."""
    found = (next((part for part in quote.groups() if part is not None), "") for quote in _QUOTATION.finditer(text))
    return [part.strip() for part in found]


def numbers(tokens: Iterable[Token]) -> list[str]:
    """Return the numbers of a text in order, in digits as typed, in words by their keys."""
    return [token.text if token.kind == "number" else key for token in tokens if (key := _number_key(token))]


def negations(tokens: Iterable[Token]) -> list[str]:
    """Return the negations of a text in order, as typed."""
    return [token.text for token in tokens if is_negation(token)]


def is_negation(token: Token) -> bool:
    """Say whether a word denies, alone or after a conjunction."""
    if token.kind != "word":
        return False
    key = fold(token.text.replace("’", "'").replace("ʼ", "'"))
    is_joined = key.startswith(ARABIC_CONJUNCTIONS) and key[1:] in NEGATIONS
    return key in NEGATIONS or key.endswith("n't") or is_joined


def means_something(sign: str) -> bool:
    """Say whether a sign is more than punctuation: a question mark, a currency, a per cent, a turn of direction."""
    return sign in _MEANING_SIGNS or unicodedata.category(sign) in _MEANING_CATEGORIES


def one_sign(sign: str) -> str:
    """Return the sign that stands for all that mean the same: ؟ is ?, « is a quotation mark."""
    return sign.translate(_ONE_SIGN)


def looks_like_a_name(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word has a capital that neither a beginning sentence nor a headline's capitals explain."""
    if not tokens[at].text[:1].isupper() or at == 0 or not tokens[at - 1].text:
        return False
    if tokens[at - 1].kind == "sign" and tokens[at - 1].text in _SENTENCE_STARTS:
        return False
    cased = [token.text for token in tokens if token.kind == "word" and token.text[0].upper() != token.text[0].lower()]
    return sum(word[0].isupper() for word in cased) <= _TITLE_CASE * len(cased)


def name_spans(tokens: Sequence[Token], names: AbstractSet[str]) -> Iterator[tuple[int, int]]:
    """Give the places of the glossary's names: their first token and the one after their last, conjunctions aside."""
    keys = [(at, fold(token.text)) for at, token in enumerate(tokens) if token.kind != "sign"]
    by_first: dict[str, list[list[str]]] = {}
    for name in names:
        if parts := [fold(token.text) for token in tokens_of(name) if token.kind != "sign"]:
            by_first.setdefault(parts[0], []).append(parts)
    for n, (at, key) in enumerate(keys):
        for first in {key, *_bare_forms(key)} & by_first.keys():
            for parts in by_first[first]:
                if [other for _, other in keys[n + 1 : n + len(parts)]] == parts[1:]:
                    yield at, keys[n + len(parts) - 1][0] + 1


def _kind(text: str) -> Literal["word", "number", "sign"]:
    if any(character.isnumeric() for character in text):
        return "number"
    return "word" if len(text) > 1 or text.isalpha() else "sign"


def _number_key(token: Token) -> str:
    if token.kind == "number":
        return token.text
    key = fold(token.text) if token.kind == "word" else ""
    return key if key in NUMBERS or any(form in NUMBERS for form in _bare_forms(key)) else ""


def _bare_forms(key: str) -> Iterator[str]:
    """Give a folded word without the particles it may begin with."""
    for particle in ARABIC_PROCLITICS:
        rest = key.removeprefix(particle)
        if rest != key and len(rest) > 1:
            yield rest
            yield "ال" + rest if particle == "لل" else rest.removeprefix("ال")
