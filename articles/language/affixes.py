"""What is written onto an Arabic word without being the word: articles, conjunctions, prepositions, light endings.

On folded words only. The rules are light10's (Larkey, Ballesteros and Connell 2007), asked a dictionary first: of a
letter such as و nobody can say whether it belongs to the word, so it goes only where what remains is a known word.
"""

from collections.abc import Container, Mapping
from typing import Final

from articles.language.tables import ARTICLE

ARTICLES: Final = tuple(sorted("وبال وكال وال فال بال كال ولل فلل لل ال".split(), key=len, reverse=True))
CONJUNCTIONS: Final = tuple("و ف ب ل ك س وب ول وك وس فب فل".split())
ENDINGS: Final = tuple("ها ان ات ون ين يه ه ي".split())

INFLECTIONS: Final = tuple("تيهما تاهما تين تان يين يون هما ون ين ان ات وا ها هم هن كم نا ه ي و ا".split())
"""Endings that make a known word dual, plural or somebody's; asked in this order, only where the rest is known."""

# Folded beginnings of words whose own lam is the second of a doubled one: للبنان is ل + لبنان.
_OWN_LAM: Final = tuple("لبنان لجنه لجان ليبيا لاجي لقاء لقاح لواء لغه لغات ليره لاعب ليل لندن لوحه لقب".split())

# Verbs and nouns of the eighth form whose root begins with lam: التزام, التحق. No hamza shows them.
_OWN_ARTICLE: Final = tuple(
    "التزم التزام التحق التحاق التقي التقاء التمس التماس التقط التقاط التصق التصاق التفات التفاف التيام".split()
)

LEAST: Final = 3
"""Letters that must remain of a word."""


def without_article(word: str, own: Container[str]) -> str | None:
    """Return a word without the article it begins with, or None where it begins with none."""
    for article in ARTICLES:
        if not word.startswith(article) or len(word) - len(article) < LEAST:
            continue
        rest = word[len(article) :]
        if article.endswith("لل"):
            return f"ل{rest}" if f"ل{rest}".startswith(_OWN_LAM) else rest
        whole = f"{ARTICLE}{rest}"
        if whole not in own and not whole.startswith(_OWN_ARTICLE):
            return rest
        return None if article == ARTICLE else whole
    return None


def bare(word: str, known: Container[str], own: Container[str] = ()) -> str:
    """Return a word without what is written onto its beginning; of a known word nothing is taken but the article."""
    rest = without_article(word, own)
    if rest is not None:
        return rest
    if word in known:
        return word
    for beginning in CONJUNCTIONS:
        rest = word[len(beginning) :]
        if len(rest) >= LEAST and rest in known and word.startswith(beginning):
            return rest
    return word[1:] if word[0] == "و" and len(word) >= 5 else word


def inflected(word: str, known: Mapping[str, str]) -> str | None:
    """Return the stem of the known word that an unlisted one is the dual, plural or somebody's: مباراتين, مباراة."""
    if f"{word}ن" in known:  # a plural before its genitive: نازحو غزة
        return known[f"{word}ن"]
    for ending in INFLECTIONS:
        rest = word[: -len(ending)]
        if not word.endswith(ending) or len(rest) < LEAST:
            continue
        feminine = rest[:-1] if rest.endswith("ت") else rest
        for singular in (f"{feminine}ه", rest) if ending.startswith("ت") or rest.endswith("ت") else (rest, f"{rest}ه"):
            if singular in known:
                return known[singular]
    return None


def one_of_two(word: str) -> str:
    """Return the singular of a feminine dual: مباراتين, مباراة."""
    return f"{word[:-3]}ه" if len(word) >= 6 and word.endswith(("تين", "تان")) else word


def light(word: str) -> str:
    """Return a word without its light endings, one after the other in their order, then without a tanwin's alef."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            word = word[: -len(ending)]
    return word[:-1] if len(word) > 4 and word.endswith("ا") else word
