"""Checks that count: how long a headline and a sentence are, and whether a line is in its own script."""

import re
from collections.abc import Iterator

from articles.language.checks import Hit, Passage, Severity, check, gettext_noop
from articles.language.tables import ARABIC_LETTERS, DIACRITICS, TATWEEL
from articles.language.words import count_characters

_SENTENCE = re.compile(r"[^\n.؟?!]+(?:[.](?=\d)[^\n.؟?!]+)*")
_COUNTED = re.compile(r"[^\W_]+(?:[^\W_]|['’.,٫-](?=\w)|[" + DIACRITICS + TATWEEL + "])*")
_ARABIC = re.compile(f"[{ARABIC_LETTERS}]")
_LATIN = re.compile(r"[^\W\d_]", re.ASCII)
_LINE = re.compile(r"kicker|deck|(?:\w+_)?headline|photo\.\d+\.(?:alt|caption)")
_FEWEST_LETTERS = 12


@check(
    "headline-length",
    Severity.HINT,
    gettext_noop("The headline has %(letters)d letters; %(limit)d fit a card."),
    arabic="عنوان أطول مما تتسع له البطاقة (75 حرفًا بلا تشكيل، وفوق 110 أحرف يُسأل عنه)، أو أقصر مما حددته المؤسسة.",
    fields=re.compile(r"(?:\w+_)?headline"),
)
def headline_length(passage: Passage) -> Iterator[Hit]:
    """A headline of more letters than the house's limit (75, marks not counted); far more (110) is a warning."""
    letters = count_characters(passage.text)
    style = passage.style
    if letters > style.headline_long:
        severity = Severity.WARNING if letters > style.headline_too_long else None
        counts = {"letters": letters, "limit": style.headline_long}
        yield Hit(0, len(passage.text), severity=severity, parameters=counts)
    elif 0 < letters < style.headline_short:
        counts = {"letters": letters, "limit": style.headline_short}
        yield Hit(0, len(passage.text), message=_SHORT, parameters=counts)


_SHORT = gettext_noop("The headline has %(letters)d letters; the house's shortest has %(limit)d.")


@check(
    "long-sentence",
    Severity.HINT,
    gettext_noop("A sentence of %(words)d words; a reader follows %(limit)d."),
    arabic="جملة أطول من 45 كلمة (والحد من إعدادات المؤسسة).",
    fields=re.compile("body"),
)
def long_sentence(passage: Passage) -> Iterator[Hit]:
    """A sentence of more words than the house's limit (45)."""
    limit = passage.style.sentence_long
    for found in _SENTENCE.finditer(passage.text):
        words = len(_COUNTED.findall(found.group()))
        if words > limit:
            start = found.start() + len(found.group()) - len(found.group().lstrip())
            yield Hit(start, found.end(), parameters={"words": words, "limit": limit})


@check(
    "wrong-script",
    Severity.WARNING,
    gettext_noop("This line is not in the article's language."),
    arabic="سطر في المادة العربية أكثره حروف لاتينية، أو سطر في الإنجليزية أكثره عربي.",
    example="Ministry opens the new harbour",
    fields=_LINE,
)
def wrong_script(passage: Passage) -> Iterator[Hit]:
    """A line of an Arabic article with more Latin than Arabic letters, or the reverse."""
    arabic, latin = len(_ARABIC.findall(passage.text)), len(_LATIN.findall(passage.text))
    own, other = (arabic, latin) if passage.language == "ar" else (latin, arabic)
    if other > own and other >= _FEWEST_LETTERS:
        yield Hit(0, len(passage.text))
