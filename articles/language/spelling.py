"""Checks of Arabic letters: stretched, foreign, invisible, or spelt as no dictionary has them."""

import re
from collections.abc import Iterator

from articles.language import hamza
from articles.language.checks import Hit, Passage, Severity, check, gettext_noop
from articles.language.house_style import Hamza
from articles.language.lexicon import frequency
from articles.language.tables import ARABIC_LETTERS, DIACRITICS, DIRECTION_MARKS, LOOKALIKES, TATWEEL

_AR = ("ar",)
_MARKED = f"[{ARABIC_LETTERS}{DIACRITICS}]"
_TATWEEL = re.compile(f"(?<={_MARKED}){TATWEEL}+(?={_MARKED})")
_LOOKALIKE = "".join(map(chr, LOOKALIKES))
# A word with a letter that Arabic has not is a Persian or an Urdu name, and spelt as its owner spells it.
_FOREIGN = re.compile("[پچژگڈٹڑںڤ\N{ZERO WIDTH NON-JOINER}]")
_IN_WORD = f"{ARABIC_LETTERS}{DIACRITICS}{TATWEEL}\N{ZERO WIDTH NON-JOINER}"
_LOOKALIKE_WORD = re.compile(rf"(?<![{_IN_WORD}])(?=[{_IN_WORD}]*?[{_LOOKALIKE}])[{_IN_WORD}]++")
_ZWNJ = "\N{ZERO WIDTH NON-JOINER}"
_ZERO_WIDTH = re.compile(
    "[\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}\N{SOFT HYPHEN}]+"
    rf"|{_ZWNJ}+(?=\s|[.,،؛:؟!»]|\Z)|(?:(?<=\s)|\A){_ZWNJ}+"
)
_MARKS = re.compile(f"[{DIRECTION_MARKS}]+")
_REPEATED = re.compile(r"([ء-غف-ي])\1{2,}")
_TANWIN = {"before": re.compile("\N{ARABIC FATHATAN}ا(?!\\w)"), "after": re.compile("ا\N{ARABIC FATHATAN}")}
_LETTER_NAMES = frozenset({"ايه", "إيه", "كيه", "بي"})
_STARTS_SEATED = re.compile(rf"(?:[وفبكل]{{0,2}}|[وف]?(?:ال|بال|كال|لل))[{hamza.SEATED}]")


@check(
    "tatweel",
    Severity.WARNING,
    gettext_noop("A letter is stretched: %(found)s"),
    arabic="تطويل بين حرفين خارج الاقتباس. أما «هـ» و«لـ» قبل القوس فإملاء لا تطويل.",
    example="الريـــاض",
    languages=_AR,
)
def tatweel(passage: Passage) -> Iterator[Hit]:
    """Tatweel between two letters, outside quotations; هـ and لـ«…» are spelling, not stretching."""
    for found in _TATWEEL.finditer(passage.text):
        if not passage.is_quoted(found.start()):
            yield Hit(*found.span(), replacement="")


@check(
    "lookalike",
    Severity.WARNING,
    gettext_noop("A letter of another keyboard stands in an Arabic word: %(found)s"),
    arabic="حرف من لوحة مفاتيح فارسية أو أردية (ی ک ہ ھ ە ے ۀ ڪ ۃ) في كلمة عربية، قد لا تجدها محركات البحث. "
    "والأسماء الفارسية والأردية التي فيها پ أو چ أو ژ أو گ تبقى كما كُتبت.",
    example="الکویت",
    languages=_AR,
)
def lookalike(passage: Passage) -> Iterator[Hit]:
    """A letter of a Persian or Urdu keyboard (ی ک ہ ھ ە ے ۀ ڪ ۃ) in an Arabic word, which a search may miss.

    A Persian or Urdu name with پ چ ژ گ or a joiner in it stays as it is.
    """
    for found in _LOOKALIKE_WORD.finditer(passage.text):
        if not _FOREIGN.search(found.group()):
            yield Hit(*found.span(), replacement=_arabic_keys(found.group()))


def _arabic_keys(word: str) -> str:
    """Return a word in Arabic letters; its last yeh is ى where that is the commoner word (الی, على)."""
    mapped = word.translate(LOOKALIKES)
    other = mapped[:-1] + "ى"
    return other if word[-1] == "ی" and frequency(other) > frequency(mapped) else mapped


@check(
    "zero-width",
    Severity.WARNING,
    gettext_noop("An invisible character without width stands here."),
    arabic="رمز خفي بلا عرض (U+200B وU+2060 وU+FEFF وU+00AD). "
    "فاصل الوصل في الأسماء الفارسية ووصلات الرموز التعبيرية تبقى.",
    example="الوز\N{ZERO WIDTH SPACE}ير",
)
def zero_width(passage: Passage) -> Iterator[Hit]:
    """An invisible character without width (U+200B, 2060, FEFF, 00AD), or a non-joiner that parts nothing.

    The non-joiner inside a Persian name and the joiner in a family of emoji stay.
    """
    for found in _ZERO_WIDTH.finditer(passage.text):
        yield Hit(*found.span(), replacement="")


@check(
    "mark-control",
    Severity.HINT,
    gettext_noop("An invisible mark nudges the direction here; the page does that by itself."),
    arabic="علامة اتجاه خفية (U+200E وU+200F وU+061C): الصفحة تعزل الكلمات الأجنبية بنفسها.",
    example="شركة\N{RIGHT-TO-LEFT MARK} جديدة",
)
def mark_control(passage: Passage) -> Iterator[Hit]:
    """An invisible direction mark (U+200E, 200F, 061C); the page isolates foreign words by itself."""
    for found in _MARKS.finditer(passage.text):
        yield Hit(*found.span(), replacement="")


@check(
    "repeat-letter",
    Severity.HINT,
    gettext_noop("A letter stands three times or more: %(found)s"),
    arabic="حرف مكرر ثلاث مرات أو أكثر، خارج الاقتباس.",
    example="جداااا",
    languages=_AR,
)
def repeat_letter(passage: Passage) -> Iterator[Hit]:
    """The same Arabic letter three times or more, outside quotations; laughter (ههههه) is a word."""
    for found in _REPEATED.finditer(passage.text):
        if found[1] != "ه" and not passage.is_quoted(found.start()):
            yield Hit(*found.span(), replacement=found[1] if found[1] in "اويى" else None)


@check(
    "tanwin-order",
    Severity.HINT,
    gettext_noop("The text writes tanwin both before and after the alef: %(found)s"),
    arabic="كتابة تنوين الفتح قبل الألف وبعدها في نص واحد: يُقترح الأكثر ورودًا.",
    example="جدًا وشكرًا ثم عفواً",
    languages=_AR,
)
def tanwin_order(passage: Passage) -> Iterator[Hit]:
    """Tanwin both before the alef (ًا) and after it (اً) in one text: the rarer of the two."""
    found = {name: [each.span() for each in form.finditer(passage.text)] for name, form in _TANWIN.items()}
    fewer = min(("after", "before"), key=lambda name: len(found[name]))
    if all(found.values()):
        for start, end in found[fewer]:
            if not passage.is_quoted(start):
                yield Hit(start, end, replacement=passage.text[start:end][::-1])


@check(
    "hamza",
    Severity.HINT,
    gettext_noop("By the house's spelling: %(better)s"),
    arabic="همزة على ألف بحسب اختيار المؤسسة: في «كاملة» تُقترح الهمزة الناقصة حين يرجّحها الاستعمال ترجيحًا واضحًا، "
    "وفي «مجرّدة» يُقترح حذف همزة أول الكلمة. والكلمات التي تصح بالوجهين لا تُمسّ.",
    example="اعلنت الوزارة",
    languages=_AR,
)
def hamza_by_house(passage: Passage) -> Iterator[Hit]:
    """The hamza of an alef by the house's setting: *full* suggests a missing one, *plain* drops the first letter's.

    A missing one is suggested only where usage is clear (`language.hamza`); words that are right both ways, and the
    names of letters after ايه and كيه, are never touched.
    """
    if passage.style.hamza == Hamza.FULL:
        yield from _respelled(passage, _missing(passage))
    elif passage.style.hamza == Hamza.PLAIN:
        seated = ((start, end, hamza.unseated(word), word) for start, end, word in passage.words)
        yield from _respelled(passage, ((s, e, better) for s, e, better, word in seated if better != word))


def _missing(passage: Passage) -> Iterator[tuple[int, int, str]]:
    before = ""
    for start, end, word in passage.words:
        better = hamza.restored(word)
        is_letter_name = word == "اي" and before in _LETTER_NAMES
        if better != word and word not in passage.style.ambiguous and not is_letter_name:
            yield start, end, better
        before = word


def _respelled(passage: Passage, found: Iterator[tuple[int, int, str]]) -> Iterator[Hit]:
    for start, end, better in found:
        replacement = _with_marks(passage.text[start:end], better)
        yield Hit(start, end, replacement=replacement, parameters={"better": replacement})


def _with_marks(typed: str, better: str) -> str:
    """Return a respelt word, as many letters as before, with the marks that the typed one has."""
    letters = iter(better)
    return "".join(sign if sign in DIACRITICS or sign == TATWEEL else next(letters) for sign in typed)


@check(
    "hamza-mix",
    Severity.WARNING,
    gettext_noop("%(found)s has its hamza and %(missing)d words have not; one way for the whole text."),
    arabic="نص تُكتب فيه همزات أول الكلمة في كلمات وتسقط في أخرى: يُسأل عن الأقل ورودًا.",
    example="اعلنت الوزارة واضافت في الإعلان",
    languages=_AR,
)
def hamza_mix(passage: Passage) -> Iterator[Hit]:
    """A text that writes the first letter's hamza in some words only, where the house sets no rule."""
    if passage.style.hamza != Hamza.OFF:
        return
    seated = [(start, end) for start, end, word in passage.words if _STARTS_SEATED.match(word)]
    missing = list(_missing(passage)) if seated else []
    if seated and missing:
        start, end = seated[0] if len(seated) <= len(missing) else missing[0][:2]
        counts = {"missing": len(missing), "written": len(seated)}
        message = "" if len(seated) <= len(missing) else _LEFT_OFF
        yield Hit(start, end, parameters=counts, message=message)


_LEFT_OFF = gettext_noop("%(found)s lacks the hamza that %(written)d words have; one way for the whole text.")


@check(
    "taa-marbuta",
    Severity.WARNING,
    gettext_noop("Most likely a teh marbuta: %(better)s"),
    arabic="هاء في آخر كلمة تُكتب بالتاء المربوطة، حين يرجّحها الاستعمال ترجيحًا واضحًا.",
    example="الحكومه والمدرسه",
    languages=_AR,
)
def taa_marbuta(passage: Passage) -> Iterator[Hit]:
    """A last ه where usage clearly has ة; in a text that writes ة elsewhere only where it is beyond doubt."""
    yield from _endings(passage, "ه")


@check(
    "alef-maqsura",
    Severity.WARNING,
    gettext_noop("Most likely the other yeh: %(better)s"),
    arabic="ياء مكان الألف المقصورة في آخر الكلمة أو العكس، حين يرجّح الاستعمال إحداهما ترجيحًا واضحًا.",
    example="المصرى فى القاهرة",
    languages=_AR,
)
def alef_maqsura(passage: Passage) -> Iterator[Hit]:
    """A last ى where usage clearly has ي, or ي where it has ى; words that are right both ways (علي) stay."""
    yield from _endings(passage, "ي")
    yield from _endings(passage, "ى")


def _endings(passage: Passage, letter: str) -> Iterator[Hit]:
    typed = [
        (start, end, word)
        for start, end, word in passage.words
        if word.endswith(letter) and passage.text[end - 1] == letter  # a mark on it says that it is meant
    ]
    voted = [(start, end, *hamza.ending(word)) for start, end, word in typed if word not in passage.style.ambiguous]
    doubtful = [found for found in voted if found[3] > hamza.OVER_TYPED]
    if not doubtful:
        return
    other = hamza.ENDINGS[letter]
    rightly = sum(word.endswith(other) for _start, _end, word in passage.words)
    # One word is no habit, and ه may be a pronoun: صوره is «his pictures» too
    is_habit = len({each[2] for each in doubtful}) >= max(2, rightly)
    for start, end, better, ratio in doubtful:
        # قاعه is «its bottom» where the text writes ة elsewhere and قاع is a word
        is_owned = letter == "ه" and frequency(better[:-1]) >= hamza.LEAST_KNOWN
        if is_habit or (ratio > hamza.SURE_OVER_TYPED and not is_owned):
            replacement = _with_marks(passage.text[start:end], better)
            yield Hit(start, end, replacement=replacement, parameters={"better": replacement})
