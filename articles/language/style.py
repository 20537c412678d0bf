"""Checks that ask or help. Each can be left as it is; none of them needs a list of words."""

import re
from collections.abc import Iterator

from articles.language.checks import MASK, Hit, Passage, Severity, Span, check, gettext_noop
from articles.language.tables import (
    ARABIC_INDIC,
    ARABIC_LETTERS,
    DIACRITICS,
    INVISIBLE,
    PERSIAN_DIGITS,
    TATWEEL,
    TO_ARABIC_INDIC,
    TO_LATIN_DIGITS,
)

HEADLINE_LONG, HEADLINE_TOO_LONG = 75, 110
"""Letters of a headline beyond which a card wraps to a third line, and beyond which search results cut it."""

_ARABIC = ("ar",)
_LETTER = f"[{ARABIC_LETTERS}]"
_LETTER_OR_MARK = f"[{ARABIC_LETTERS}{DIACRITICS}]"
_TATWEEL = re.compile(f"(?<={_LETTER_OR_MARK}){TATWEEL}+(?={_LETTER_OR_MARK})")
_LATIN_SIGN = re.compile(rf"(?<=[{ARABIC_LETTERS}{DIACRITICS}»)\]%٪{ARABIC_INDIC}0-9])[^\S\n]?[,;?](?=[\s»)\]\"”]|\Z)")
_TO_ARABIC_SIGN = str.maketrans(",;?", "،؛؟")
_ARABIC_SIGN = re.compile(r"[،؛؟]")
_LATIN_RUN = re.compile(r"[A-Za-z]")
_ARABIC_RUN = re.compile(_LETTER)
_DOUBLE_SPACE = re.compile(r"(?<=\S)[ \N{NO-BREAK SPACE}]{2,}(?=\S)")
_SPACE_BEFORE = re.compile(r"(?<=[^\s.])[ \N{NO-BREAK SPACE}]+(?=(?:[،؛؟:!»]|[.,;?](?![.\d]))(?:\s|\Z|[ء-ي]))")
_LINK = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+|[@#][\w.]+")
_LATIN_TOKEN = re.compile(r"[A-Za-z][\w.+/-]*|(?<![\d.,])[\d.,]++[A-Za-z][\w.+/-]*")
_PHONE = re.compile(r"\+?[0-9](?:[ -]?[0-9]){6,14}")
_DIGITS = {
    "latn": re.compile("[0-9]+"),
    "arab": re.compile(f"[{ARABIC_INDIC}]+"),
    "persian": re.compile(f"[{PERSIAN_DIGITS}]+"),
}
_PAIRS = {"»": "«", ")": "(", "]": "[", "”": "“"}
_UNCOUNTED = dict.fromkeys(map(ord, DIACRITICS + INVISIBLE + TATWEEL))
_LIST_NUMBER = re.compile(r"(?:(?<=\s)|^)(?:\d{1,3}|\w)\)", re.MULTILINE)
_MARK = re.compile(r"[«»()\[\]“”\"]")
_SIZE = re.compile(r"(?<=[0-9٠-٩])\"")  # a screen of 27"


@check("tatweel", Severity.WARNING, gettext_noop("A letter is stretched: %(found)s"), languages=_ARABIC)
def tatweel(passage: Passage) -> Iterator[Hit]:
    """Tatweel between two letters, outside quotations; هـ and لـ«…» are spelling, not stretching."""
    for found in _TATWEEL.finditer(passage.text):
        if not passage.is_quoted(found.start()):
            yield Hit(*found.span(), replacement="")


@check(
    "latin-punct", Severity.WARNING, gettext_noop("A Latin sign stands in Arabic text: %(found)s"), languages=_ARABIC
)
def latin_punctuation(passage: Passage) -> Iterator[Hit]:
    """A Latin comma, semicolon or question mark after an Arabic word or a number, in a paragraph that is Arabic."""
    for start, end in _arabic_paragraphs(passage):
        for found in _LATIN_SIGN.finditer(passage.text, start, end):
            yield Hit(found.end() - 1, found.end(), replacement=found.group()[-1].translate(_TO_ARABIC_SIGN))


@check(
    "arabic-punct",
    Severity.WARNING,
    gettext_noop("An Arabic sign stands in English text: %(found)s"),
    languages=("en",),
)
def arabic_punctuation(passage: Passage) -> Iterator[Hit]:
    """An Arabic comma, semicolon or question mark in a paragraph without Arabic letters."""
    for start, end in passage.paragraphs:
        if _ARABIC_RUN.search(passage.text, start, end):
            continue
        for found in _ARABIC_SIGN.finditer(passage.text, start, end):
            yield Hit(*found.span(), replacement={"،": ",", "؛": ";", "؟": "?"}[found.group()])


@check("double-space", Severity.WARNING, gettext_noop("Two spaces stand side by side."))
def double_space(passage: Passage) -> Iterator[Hit]:
    """More than one blank between two words."""
    for found in _DOUBLE_SPACE.finditer(passage.text):
        yield Hit(*found.span(), replacement=" ")


@check("space-before-punct", Severity.WARNING, gettext_noop("A space stands before a punctuation mark."))
def space_before_punctuation(passage: Passage) -> Iterator[Hit]:
    """A blank before ، ؛ ؟ : ! . » and their Latin kin; an ellipsis and a number such as .5 may have one."""
    for found in _SPACE_BEFORE.finditer(passage.text):
        yield Hit(*found.span(), replacement="")


@check("unbalanced-quotes", Severity.WARNING, gettext_noop("A quotation mark or bracket has no partner: %(found)s"))
def unbalanced_quotes(passage: Passage) -> Iterator[Hit]:
    """A quotation mark or bracket without its partner in the paragraph; `1)` needs none.

    A quotation that goes on into the next paragraph opens again there, and needs none either.
    """
    for number, (start, end) in enumerate(passage.paragraphs):
        following = passage.paragraphs[number + 1 : number + 2]
        opens_again = passage.text[slice(*following[0])].lstrip()[:1] if following else ""
        for place in _lonely_marks(passage.text, start, end):
            if passage.text[place] not in "«“" or passage.text[place] != opens_again:
                yield Hit(place, place + 1)


def _lonely_marks(text: str, start: int, end: int) -> list[int]:
    list_numbers = {found.end() - 1 for found in _LIST_NUMBER.finditer(text, start, end)}
    waiting: dict[str, list[int]] = {opener: [] for opener in (*_PAIRS.values(), '"')}
    lonely: list[int] = []
    for found in _MARK.finditer(text, start, end):
        mark, place = found.group(), found.start()
        partners = waiting[_PAIRS.get(mark, mark)]
        if mark == '"' and not partners and _SIZE.match(text, place):
            continue
        if mark not in _PAIRS and not (mark == '"' and partners):
            partners.append(place)
        elif partners:
            partners.pop()
        elif place not in list_numbers:
            lonely.append(place)
    return sorted(lonely + [place for places in waiting.values() for place in places])


@check(
    "mixed-digits",
    Severity.WARNING,
    gettext_noop("Two systems of digits stand in one text: %(found)s"),
    languages=_ARABIC,
)
def mixed_digits(passage: Passage) -> Iterator[Hit]:
    """The rarer of two systems of digits in one field, outside Latin words, links, handles and telephone numbers."""
    text = passage.text
    for pattern in (_LINK, _LATIN_TOKEN, _PHONE):
        text = pattern.sub(lambda found: MASK * len(found.group()), text)
    numbers = {name: [found.span() for found in digits.finditer(text)] for name, digits in _DIGITS.items()}
    winner = max(("latn", "arab"), key=lambda name: len(numbers[name]))
    to_winner = TO_ARABIC_INDIC if winner == "arab" else TO_LATIN_DIGITS
    if not numbers[winner]:
        return
    for start, end in sorted(span for name, spans in numbers.items() if name != winner for span in spans):
        yield Hit(start, end, replacement=text[start:end].translate(to_winner))


@check(
    "headline-length",
    Severity.HINT,
    gettext_noop("The headline has %(letters)d letters; %(limit)d fit a card."),
    fields=re.compile(r"(?:\w+_)?headline"),
)
def headline_length(passage: Passage) -> Iterator[Hit]:
    """A headline of more than 75 letters, marks not counted; of more than 110 it is a warning."""
    letters = len(passage.text.translate(_UNCOUNTED).strip())
    if letters > HEADLINE_LONG:
        severity = Severity.WARNING if letters > HEADLINE_TOO_LONG else None
        counts = {"letters": letters, "limit": HEADLINE_LONG}
        yield Hit(0, len(passage.text), severity=severity, parameters=counts)


def _arabic_paragraphs(passage: Passage) -> Iterator[Span]:
    for start, end in passage.paragraphs:
        part = passage.text[start:end]
        if len(_ARABIC_RUN.findall(part)) > len(_LATIN_RUN.findall(part)):
            yield start, end
