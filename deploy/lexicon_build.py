"""What `make lexicon` runs where simplemma and wordfreq are installed: three files, the same bytes every time."""

import gzip
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import wordfreq
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from articles.language.affixes import CONJUNCTIONS, LEAST, inflected, light, one_of_two
from articles.language.folding import fold
from articles.language.lexicon import ENGLISH, FREQUENCIES, LEXICON
from articles.language.tables import ARTICLE

PLURALS = Path(__file__).with_name("plurals.tsv")
NAMES = Path(__file__).with_name("names.tsv")

RAREST = 1e-7  # a rarer word has no line: its light stem is as good a guess
COMMON = 3e-6  # from here on a word is known although no dictionary lists it
IMPROBABLE = 0.02  # a lemma this much rarer than its form is another word's (of فوق, فاق)
OWN_ARTICLE = 0.3  # share of its spellings that have a hamza on the first letter, which the article never has
PLURAL_ENDINGS = ("تين", "تان", "ون", "ين", "ات")
BELONGING = ("ه", "ون", "ين", "ات", "ا")
LONG = 6  # letters from which on such an ending is one
CLEARLY_CLITIC = 5  # times commoner the rest must be for an unlisted word to be conjunction + rest

_SEATED = "أإآ"
_FOLDED = re.compile("[\u0621-\u064a]{3,}")
_ENGLISH_WRITTEN = re.compile("[a-z]{3,}")
_WRITTEN = re.compile("[\u0621-\u063a\u0641-\u064a\u0671-\u06d3]+")


def frequencies(language: str, written: re.Pattern[str]) -> Iterator[str]:
    """Give a line for each centibel: the number, and the words of it."""
    for centibels, words in enumerate(wordfreq.get_frequency_list(language, "small")):
        kept = sorted(word for word in words if written.fullmatch(word))
        if kept:
            yield f"{centibels}\t{' '.join(kept)}"


def lexicon() -> Iterator[str]:
    """Give a line for each known word: the word alone where its stem is its light one, else both."""
    written = wordfreq.get_frequency_dict("ar", "large")
    often: dict[str, float] = defaultdict(float)
    for word, share in written.items():
        often[fold(word)] += share
    stems = {word: light(lemma) for word, lemma in _listed(written, often) if often[word] >= RAREST}
    listed = dict(stems)
    stems.update((word, _guessed(word, listed)) for word in _unlisted(often, listed))
    stems.update(_our_own(stems))
    stems.update(_names())
    own = set(_with_own_article(written, often))
    for word, stem in sorted(stems.items()):
        marked = f"={word}" if word in own else word
        yield marked if light(word) == stem else f"{marked}\t{stem}"


def _listed(written: dict[str, float], often: dict[str, float]) -> Iterator[tuple[str, str]]:
    """Give the best lemma of each folded form: of its commonest spelling, of equals that with the commonest lemma."""
    best: dict[str, tuple[float, str]] = {}
    for form, lemma in DefaultDictionaryFactory().get_dictionary("ar").items():
        word, stem = fold(form), fold(lemma)
        if not _FOLDED.fullmatch(word):
            continue
        if stem != word and often[stem] < IMPROBABLE * often[word] or len(stem) < 2:
            stem = word
        score = written.get(form, 0) + written.get(lemma, 0) * 1e-3 + (1e-12 if stem != word else 0)
        if word not in best or score > best[word][0]:
            best[word] = score, stem
    for word, (_score, stem) in best.items():
        yield word, stem


def _unlisted(often: dict[str, float], listed: dict[str, str]) -> Iterator[str]:
    for word, share in often.items():
        if share >= COMMON and word not in listed and _FOLDED.fullmatch(word) and not _is_clitic(word, share, often):
            yield word


def _guessed(word: str, listed: dict[str, str]) -> str:
    """Return the stem of a common word that no source lists: its singular's, where it is plainly a plural or a dual."""
    is_plural = len(word) >= LONG and word.endswith(PLURAL_ENDINGS)
    return (inflected(word, listed) if is_plural else None) or light(one_of_two(word))


def _is_clitic(word: str, share: float, often: dict[str, float]) -> bool:
    rests = (word[len(start) :] for start in CONJUNCTIONS if word.startswith(start) and len(word) - len(start) >= LEAST)
    return any(often.get(rest, 0) > CLEARLY_CLITIC * share for rest in rests)


def _with_own_article(written: dict[str, float], often: dict[str, float]) -> Iterator[str]:
    """Give the words whose first two letters are no article, as those show who write a hamza there: ألوان, إلغاء."""
    seated: dict[str, float] = defaultdict(float)
    for word, share in written.items():
        if word[0] in _SEATED:
            seated[fold(word)] += share
    for word, share in seated.items():
        if word.startswith(ARTICLE) and len(word) >= len(ARTICLE) + LEAST and share >= OWN_ARTICLE * often[word]:
            yield word


def _our_own(stems: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Give the forms that no source lists and newsrooms write: broken plurals under the stem of their singular."""
    for line in _lines(PLURALS):
        singular, *plurals = map(fold, line.removeprefix("=").split("\t"))
        stem = light(singular) if line.startswith("=") else stems.get(singular, light(singular))
        yield singular, stem
        yield from ((plural, stem) for plural in plurals)


def _names() -> Iterator[tuple[str, str]]:
    """Give names and what belongs to them, under the name itself: no ending of it is one."""
    for line in _lines(NAMES):
        # The article goes before folding: the first letters of ألمانيا are none.
        name, *belonging = (fold(each.removeprefix(ARTICLE)) for each in line.split("\t"))
        yield name, name
        for each in belonging:
            yield from ((f"{each}{ending}", name) for ending in ("", *BELONGING))


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def _write(path: Path, lines: Iterable[str]) -> None:
    raw = "\n".join(lines).encode()
    packed = gzip.compress(raw, 9, mtime=0)
    path.write_bytes(packed)
    print(f"{path.name}: {len(raw):,} bytes, {len(packed):,} packed, {raw.count(10) + 1:,} lines")


if __name__ == "__main__":
    _write(FREQUENCIES, frequencies("ar", _WRITTEN))
    _write(ENGLISH, frequencies("en", _ENGLISH_WRITTEN))
    _write(LEXICON, lexicon())
