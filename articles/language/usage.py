"""Checks of words: the house's names and terms, and one name spelt two ways in one text."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from articles.language import hamza
from articles.language.checks import Hit, Passage, Severity, check, gettext_noop
from articles.language.folding import fold
from articles.language.house_style import Preferred, Term
from articles.language.lexicon import frequency
from articles.language.vocabulary import Entry, found_in, vocabulary_of

_AR = ("ar",)
_ARTICLE = re.compile(r"^(?:وال|فال|بال|كال|لل|ال)(?=.{3})")
_WEAK = re.compile("[اويى]")
_FEWEST_LETTERS, _MOST_UNKNOWN = 5, 200
# Beginnings of one name as two regions write it, folded
PAIRS = (
    ("اميرك", "امريك"), ("غوغل", "جوجل"), ("انجلتر", "انكلتر"), ("انجليز", "انكليز"), ("تسلا", "تيسلا"),
    ("اوروب", "اورب"), ("بريطان", "بريتان"), ("واشنط", "واشنت"), ("تلغرام", "تيليغرام"), ("نتنياه", "نتانياه"),
)  # fmt: skip


@check(
    "glossary",
    Severity.WARNING,
    gettext_noop("The house writes %(better)s."),
    arabic="كتابة لاسم أو كلمة غير الكتابة المعتمدة في مسرد المؤسسة، خارج الاقتباس.",
)
def glossary(passage: Passage) -> Iterator[Hit]:
    """A spelling of a name or a word that the house's glossary replaces, outside quotations."""
    for start, end, entry in found_in(passage.text, _glossary(passage.style.glossary)):
        if not passage.is_quoted(start):
            better = entry.value
            yield Hit(start, end, replacement=better, parameters={"better": better})


@lru_cache(maxsize=16)
def _glossary(preferred: tuple[Preferred, ...]) -> dict[str, list[Entry]]:
    return vocabulary_of((variant, each.spelling) for each in preferred for variant in each.variants)


@check(
    "term-rule",
    Severity.WARNING,
    gettext_noop("The house has a rule for “%(found)s”: %(reason)s"),
    arabic="كلمة للمؤسسة فيها قاعدة: تُستبدل بغيرها أو يُسأل عنها، مع السبب. لا تُفحص داخل «…».",
)
def term_rule(passage: Passage) -> Iterator[Hit]:
    """A word over which the house has a rule: another word, or a question, with the reason; never inside «…»."""
    for start, end, entry in found_in(passage.text, _terms(passage.style.terms)):
        if not passage.is_quoted(start):
            preferred, reason = entry.value.split("\n", 1)
            yield Hit(start, end, replacement=preferred or None, parameters={"reason": reason or preferred or "؟"})


@lru_cache(maxsize=16)
def _terms(terms: tuple[Term, ...]) -> dict[str, list[Entry]]:
    return vocabulary_of((each.word, f"{each.preferred}\n{each.reason}") for each in terms)


@check(
    "variant-spelling",
    Severity.WARNING,
    gettext_noop("One name is spelt in more than one way: %(spellings)s"),
    arabic="اسم واحد بكتابتين في نص واحد، كالأميركي والأمريكي: يُسأل عن الأقل ورودًا.",
    example="قال الرئيس الأميركي إن الشركات الأمريكية والأميركية",
    languages=_AR,
    fields=re.compile("body"),
)
def variant_spelling(passage: Passage) -> Iterator[Hit]:
    """One name spelt two ways in one text, such as الأميركي and الأمريكي: the rarer spelling, outside quotations."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for start, end, word in passage.words:
        if not passage.is_quoted(start):
            places[word].append((start, end))
    for group in (*_known_pairs(places), *_one_key(places), *_one_weak_letter(places)):
        yield from _rarer(group, places)


def _rarer(groups: list[list[str]], places: dict[str, list[tuple[int, int]]]) -> Iterator[Hit]:
    """Give the first place of the rarer side, and all spellings in the order of their number."""
    sides = sorted(groups, key=lambda words: -sum(len(places[word]) for word in words))
    spellings = " ~ ".join(max(words, key=lambda word: len(places[word])) for words in sides)
    for words in sides[1:]:
        start, end = min(places[word][0] for word in words)
        yield Hit(start, end, parameters={"spellings": spellings})


def _bare(word: str) -> str:
    return _ARTICLE.sub("", fold(word))


def _known_pairs(words: Iterable[str]) -> Iterator[list[list[str]]]:
    keys = {word: _bare(word).removeprefix("و") for word in words}
    for pair in PAIRS:
        sides = [[word for word, key in keys.items() if key.startswith(start)] for start in pair]
        if all(sides):
            yield sides


def _one_key(words: Iterable[str]) -> Iterator[list[list[str]]]:
    by_key: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word in words:
        # ه for ة and ى for ي are other checks' work
        by_key[_bare(word)][_ARTICLE.sub("", word[:-1]) + fold(word[-1])].append(word)
    for key, spellings in by_key.items():
        # Two words that fold alike are two words as long as usage knows both: على and علي, كتابه and كتابة.
        unknown = [form for form in spellings if frequency(form) < hamza.LEAST_KNOWN]
        if len(spellings) > 1 and len(key) >= 4 and unknown:
            yield list(spellings.values())


def _one_weak_letter(words: Iterable[str]) -> Iterator[list[list[str]]]:
    """Give words that no dictionary knows and that differ in one of ا و ي only."""
    unknown = Counter(_bare(word) for word in words if _is_unknown(word))
    by_skeleton: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word in words:
        key = _bare(word)
        if key in unknown and len(unknown) <= _MOST_UNKNOWN:
            by_skeleton[_WEAK.sub("", key)][key].append(word)
    for spellings in by_skeleton.values():
        keys = sorted(spellings)
        if len(keys) == 2 and _is_one_name(*keys):
            yield list(spellings.values())


def _is_one_name(a: str, b: str) -> bool:
    """Say whether two keys of one skeleton differ inside only: their ends carry persons and numbers."""
    return abs(len(a) - len(b)) <= 1 and a[0] == b[0] and a[-2:] == b[-2:]


def _is_unknown(word: str) -> bool:
    return len(_bare(word)) >= _FEWEST_LETTERS and max(map(frequency, (word, hamza.restored(word)))) < hamza.LEAST_KNOWN
