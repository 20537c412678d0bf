"""Is a changed word the same word, better spelled? Judged by form, without a dictionary: what may be another word is.

The measure errs on one side. A slip of spelling is let pass only where another word is unlikely: the seats of hamza,
the dots of ة and ى, in a long word a doubled or missing letter, in an English one two that are swapped. Beginnings and
ends of words carry persons, numbers, tenses and negation, and are never touched.
"""

import re
import unicodedata
from typing import Final

from articles.language.small_fix_words import CONFUSED, INFLECTIONS
from articles.language.tables import ARABIC_LETTERS, DIACRITICS, INVISIBLE, TATWEEL

MOST_LETTERS: Final = 2

_GLYPHS_ONLY = str.maketrans("", "", TATWEEL + INVISIBLE)
_APOSTROPHES = str.maketrans("", "", "'’ʼ‘`´")
_NO_MARKS = str.maketrans("", "", DIACRITICS)

# Letters that differ in spelling only: the seats of hamza, the dots of ة and ى, other keyboards' kaf and yeh.
_SAME_SOUND = tuple(map(frozenset, ("اأإآٱ", "ىيی", "ةهہ", "كک", "أؤئء", "ؤو", "ئي")))
_CONFUSED_BY_EAR = frozenset("ضظ")
# With these Arabic makes words of words (شارك، تشارك، اشترك): one more or less is grammar, not a slip.
_BUILDERS = frozenset("ستمونيهاءأإآىةئؤ")
_ARABIC_START = re.compile(r"[وف]?(?:[بك]?ال|لل|[بلكس])?")
_CORE_START = re.compile(r"[وف]?(?:[بك]?ال|لل|س)?(?=..)")
_CORE_END = re.compile(r"(?<=..)(?:ها|هم|هن|كم|نا|يون|يين|ون|ين|ان|ات|ية|وا|[ةهيتا])$")

_VOWELS = frozenset("aeiou")
_NUMBER_IN_VOWEL = re.compile(r"(?:m[ae]n|s[ei]s)$")
# licence, license; organise, organize
_HOUSE_SPELLINGS = {
    frozenset("cs"): re.compile(r"en[cs]e$"),
    frozenset("sz"): re.compile(r"[iy][sz][eai]$"),
}


def is_same_word(old: str, new: str) -> bool:
    """Say whether a changed word is most likely the same word with a slip of spelling mended, ≤ 2 letters of it."""
    old, new = (unicodedata.normalize("NFKC", word).translate(_GLYPHS_ONLY) for word in (old, new))
    if old.translate(_APOSTROPHES) == new.translate(_APOSTROPHES):
        return True
    bare_old, bare_new = old.translate(_NO_MARKS), new.translate(_NO_MARKS)
    if bare_old == bare_new:
        return _only_adds_marks(old, new)
    if bare_old.casefold() == bare_new.casefold():
        return bare_old[1:] == bare_new[1:]
    if not bare_old or not bare_new or _are_confused(bare_old, bare_new):
        return False
    if _is_arabic(bare_old) and _is_arabic(bare_new):
        return _is_same_arabic(bare_old, bare_new)
    if _is_latin(bare_old) and _is_latin(bare_new) and not _is_acronym(bare_old, bare_new):
        return _is_same_english(bare_old.casefold(), bare_new.casefold())
    return False


def _only_adds_marks(old: str, new: str) -> bool:
    """Say whether no vowel mark was exchanged for another: marks only came, or only went, at each letter."""
    return all(a <= b or b <= a for a, b in zip(_marks(old), _marks(new), strict=True))


def _marks(word: str) -> list[set[str]]:
    marks: list[set[str]] = [set()]
    for character in word:
        if character in DIACRITICS:
            marks[-1].add(character)
        else:
            marks.append(set())
    return marks


def _are_confused(old: str, new: str) -> bool:
    old, new = old.casefold(), new.casefold()
    pairs = [(old, new), (_stem(old), _stem(new)), (_core(old), _core(new))]
    pairs += [
        (old.removesuffix(end), new.removesuffix(end))
        for end in (*INFLECTIONS, "d")
        if old.endswith(end) and new.endswith(end)
    ]
    return any(frozenset(pair) in CONFUSED for pair in pairs)


def _without_common_end(old: str, new: str) -> tuple[str, str]:
    for end in INFLECTIONS:
        if old.endswith(end) and new.endswith(end):
            return old.removesuffix(end), new.removesuffix(end)
    return old, new


def _is_arabic(word: str) -> bool:
    return all(character in ARABIC_LETTERS for character in word)


def _is_latin(word: str) -> bool:
    return all("LATIN" in unicodedata.name(character, "") for character in word.translate(_APOSTROPHES))


def _is_acronym(*words: str) -> bool:
    return any(len(word) > 1 and word.isupper() for word in words)


def _differences(old: str, new: str) -> list[int]:
    return [i for i, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]


def _is_swap(old: str, new: str, at: list[int]) -> bool:
    return len(at) == 2 and at[1] == at[0] + 1 and old[at[0]] == new[at[1]] and old[at[1]] == new[at[0]]


def _inserted(shorter: str, longer: str) -> int | None:
    """Return where the longer word has one letter more, or None when that is not all; of a doubled letter, its last."""
    if len(longer) != len(shorter) + 1:
        return None
    at = next((i for i, letter in enumerate(shorter) if letter != longer[i]), len(shorter))
    return at if shorter[at:] == longer[at + 1 :] else None


def _doubles(word: str, at: int) -> int | None:
    """Return where the run of equal letters that reaches `at` begins, or None when it is no run."""
    start = at
    while start and word[start - 1] == word[at]:
        start -= 1
    return start if start < at else None


# ---- Arabic ---------------------------------------------------------------------------------------------------------


def _is_same_arabic(old: str, new: str) -> bool:
    if len(old) == len(new):
        return _is_respelled_arabic(old, new)
    shorter, longer = sorted((old, new), key=len)
    at = _inserted(shorter, longer)
    if at is None or at == 0:
        return False
    letter = longer[at]
    if letter == "ء" and at == len(longer) - 1:
        return len(longer) >= 4 or longer == "شيء"
    if letter == "و" and longer[at - 1] == "ؤ":
        return len(longer) >= 4
    run = _doubles(longer, at)
    first = at if run is None else run
    if letter in _BUILDERS or at == len(longer) - 1 or first <= _start(shorter) or _start(longer) > _start(shorter):
        return False
    core = _core(shorter)
    if run is not None:
        return len(core) >= 5
    return len(core) >= (8 if core.startswith("است") else 6)


def _is_respelled_arabic(old: str, new: str) -> bool:
    # Two letters that changed places make another word more often than they mend one: فكر and كفر, فقر and فرق.
    at = _differences(old, new)
    other = [i for i in at if not _is_same_sound(old[i], new[i])]
    return len(at) <= MOST_LETTERS and (not other or (len(other) == 1 and _is_by_ear(old, new, other[0])))


def _start(word: str) -> int:
    found = _ARABIC_START.match(word)
    return found.end() if found else 0


def _is_by_ear(old: str, new: str, at: int) -> bool:
    return {old[at], new[at]} == _CONFUSED_BY_EAR and len(_core(new)) >= 6


def _is_same_sound(a: str, b: str) -> bool:
    return a == b or any({a, b} <= letters for letters in _SAME_SOUND)


def _stem(word: str) -> str:
    return _CORE_START.sub("", word, count=1)


def _core(word: str) -> str:
    """Return a word without the article, conjunctions and endings it most likely has: its own letters."""
    return _CORE_END.sub("", _stem(word))


# ---- English --------------------------------------------------------------------------------------------------------


def _is_same_english(old: str, new: str) -> bool:
    if len(old) == len(new):
        return _is_respelled_english(old, new)
    shorter, longer = sorted((old, new), key=len)
    at = _inserted(shorter, longer)
    # The last two letters are endings (strikers, strikes), doubled e and o other words (refuge, refugee)
    if at is None or not 0 < at < len(longer) - 2:
        return False
    stem = _without_common_end(shorter, longer)[0]
    run = _doubles(longer, at)
    if run is not None:
        return run > 0 and len(stem) >= 5 and longer[at] not in "eo"
    return len(stem) >= 8


def _is_respelled_english(old: str, new: str) -> bool:
    at = _differences(old, new)
    if all(_unaccented(old[i]) == _unaccented(new[i]) for i in at):
        return len(at) <= MOST_LETTERS
    stem = _without_common_end(old, new)[0]
    first, pair = at[0], {old[at[0]], new[at[0]]}
    if first == 0 or at[-1] == len(new) - 1:
        return False
    if _is_swap(old, new, at):
        return (pair == {"i", "e"} and len(new) >= 5) or len(stem) >= 7
    if len(at) != 1:
        return False
    spelling = _HOUSE_SPELLINGS.get(frozenset(pair))
    if spelling:
        return len(new) >= 6 and spelling.search(new[first - 2 : first + 2]) is not None
    return pair <= _VOWELS and len(stem) >= 8 and not _NUMBER_IN_VOWEL.search(new)


def _unaccented(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]
