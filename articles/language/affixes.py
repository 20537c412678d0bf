"""What is written onto an Arabic word without being the word: articles, conjunctions, prepositions, light endings.

On folded words only. The rules are light10's (Larkey, Ballesteros and Connell 2007), asked a dictionary first: of a
letter such as و nobody can say whether it belongs to the word, so it goes only where what remains is a known word.
"""

from collections.abc import Container
from typing import Final

ARTICLES: Final = tuple(sorted("وبال وكال وال فال بال كال ولل فلل لل ال".split(), key=len, reverse=True))
CONJUNCTIONS: Final = tuple("و ف ب ل ك س وب ول وك وس فب فل".split())
ENDINGS: Final = tuple("ها ان ات ون ين يه ه ي".split())

# Folded beginnings of words whose own lam is the second of a doubled one: للبنان is ل + لبنان.
_OWN_LAM: Final = tuple("لبنان لجنه لجان ليبيا لاجي لقاء لقاح لواء لغه لغات ليره لاعب ليل لندن لوحه لقب".split())

LEAST: Final = 3
"""Letters that must remain of a word."""


def without_article(word: str) -> str | None:
    """Return a word without the article it begins with, or None where it begins with none."""
    for article in ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= LEAST:
            rest = word[len(article) :]
            return f"ل{rest}" if article.endswith("لل") and f"ل{rest}".startswith(_OWN_LAM) else rest
    return None


def bare(word: str, known: Container[str]) -> str:
    """Return a word without what is written onto its beginning; of a known word nothing is taken but the article."""
    rest = without_article(word)
    if rest is not None:
        return rest
    if word in known:
        return word
    for beginning in CONJUNCTIONS:
        rest = word[len(beginning) :]
        if len(rest) >= LEAST and rest in known and word.startswith(beginning):
            return rest
    return word[1:] if word[0] == "و" and len(word) >= 5 else word


def light(word: str) -> str:
    """Return a word without its light endings, one after the other in their order, then without a tanwin's alef."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            word = word[: -len(ending)]
    return word[:-1] if len(word) > 4 and word.endswith("ا") else word
