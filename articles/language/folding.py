"""Keys: one spelling for all the ways of writing a word. For searching, sorting and uniqueness, never for showing."""

import unicodedata

from articles.language.tables import ARTICLE, FOLD, NOT_THE_ARTICLE

_KEPT_AT_THE_END = frozenset("#%&")  # C# is not C


def fold(text: str) -> str:
    """Return the search key of a text: أ إ آ are ا, ى is ي, ة is ه, ٢ is 2, É is e; marks and controls are gone.

    Idempotent. NFKD comes before the case and again after it, because each can undo the other (Unicode §3.13, D145).
    """
    if text.isascii():
        return text.casefold()
    cased = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", cased).translate(FOLD))


def fold_name(text: str) -> str:
    """Return the key by which a name is unique: folded, blanks squeezed, punctuation gone from both ends."""
    name = " ".join(fold(text).split())
    start, end = 0, len(name)
    while start < end and _is_edge(name[start]):
        start += 1
    while end > start and _is_edge(name[end - 1]) and name[end - 1] not in _KEPT_AT_THE_END:
        end -= 1
    return name[start:end]


def sort_key(text: str) -> str:
    """Return the key of the Arabic order: the folded name without the article it begins with."""
    name = fold_name(text)
    rest = name.removeprefix(ARTICLE)
    is_article = rest != name and len(rest) >= 2 and not name.startswith(NOT_THE_ARTICLE)
    return rest if is_article else name


def _is_edge(character: str) -> bool:
    return character.isspace() or unicodedata.category(character).startswith("P")
