"""The readable end of an article's address. The number before it decides, so a slug owes nobody uniqueness."""

import re
import unicodedata

from articles.language.tables import DIACRITICS, INVISIBLE, LATIN_MARKS, LOOKALIKES, TATWEEL, TO_LATIN_DIGITS

LONGEST = 60
"""Characters; an Arabic letter costs six in a percent-encoded address."""

_DROPPED = dict.fromkeys(map(ord, DIACRITICS + INVISIBLE + TATWEEL + "'\N{RIGHT SINGLE QUOTATION MARK}"))
_LETTERS = _DROPPED | LOOKALIKES | TO_LATIN_DIGITS
_ACCENTS = re.compile(f"[{LATIN_MARKS}]")
_BETWEEN_WORDS = re.compile(r"[\W_]+")


def slug_of(headline: str) -> str:
    """Return words joined by hyphens, in the headline's own script, at most 60 characters; '' when no word is left.

    Hamza, madda and teh marbuta stay, for readers; tatweel, vowels and the letters of other keyboards do not.
    Idempotent.
    """
    text = unicodedata.normalize("NFKC", headline).translate(_LETTERS).lower()
    text = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text)))
    return _cut(_BETWEEN_WORDS.sub("-", text).strip("-"))


def _cut(slug: str) -> str:
    if len(slug) <= LONGEST:
        return slug
    whole_words = slug[: LONGEST + 1].rpartition("-")[0]
    return whole_words or slug[:LONGEST]
