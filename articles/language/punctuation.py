"""Checks of signs and blanks: the wrong script's, one too many, one too few, without a partner, not the house's."""

import re
from collections.abc import Iterator

from articles.language.checks import Hit, Passage, Severity, Span, check, gettext_noop
from articles.language.house_style import Quotes
from articles.language.tables import ARABIC_INDIC, ARABIC_LETTERS, DIACRITICS

_AR, _EN = ("ar",), ("en",)
_LETTER = f"[{ARABIC_LETTERS}]"
_NBSP = "\N{NO-BREAK SPACE}"
_LATIN_SIGN = re.compile(rf"(?<=[{ARABIC_LETTERS}{DIACRITICS}»)\]%٪{ARABIC_INDIC}0-9])[^\S\n]?[,;?](?=[\s»)\]\"”]|\Z)")
_TO_ARABIC_SIGN = str.maketrans(",;?", "،؛؟")
_TO_LATIN_SIGN = str.maketrans("،؛؟", ",;?")
_ARABIC_SIGN = re.compile(r"[،؛؟]")
_LATIN_RUN = re.compile(r"[A-Za-z]")
_ARABIC_RUN = re.compile(_LETTER)
_DOUBLE_SPACE = re.compile(rf"(?<=\S)[ {_NBSP}]{{2,}}(?=\S)")
_SPACE_BEFORE = re.compile(rf"(?<=[^\s.])[ {_NBSP}]+(?=(?:[،؛؟:!»]|[.,;?](?![.\d]))(?:\s|\Z|[ء-ي]))")
_NO_SPACE = re.compile(rf"(?<=[{ARABIC_LETTERS}{DIACRITICS}»])([،؛؟!]+)(?=[{ARABIC_LETTERS}A-Za-z«])")
_LONELY_WAW = re.compile(rf"(?<![\w{DIACRITICS}«(\"“])و[ {_NBSP}]+(?=[{ARABIC_LETTERS}]{{2}}|[0-9{ARABIC_INDIC}]|«)")
# «حرف و», or a row of letters: أ و ب
_LETTER_BEFORE = re.compile(rf"(?:\bحرف|\bحرفي|\bالحرف|(?<!{_LETTER}){_LETTER})[ {_NBSP}]\Z")
_DOUBLE_SIGN = re.compile(r"([،؛])\1+|(?<!\.)\.\.(?!\.)|[،؛]\.")
_PAIRS = {"»": "«", ")": "(", "]": "[", "”": "“"}
_LIST_NUMBER = re.compile(r"(?:(?<=\s)|^)(?:\d{1,3}|\w)\)", re.MULTILINE)
_MARK = re.compile(r"[«»()\[\]“”\"]")
_SIZE = re.compile(r"(?<=[0-9٠-٩])\"")  # a screen of 27"
_QUOTED = re.compile(r"\"[^\"\n«»“”]{1,400}\"|“[^“”\n«»\"]{1,400}”|”[^“”\n«»\"]{1,400}“|„[^“”„\n«»\"]{1,400}[“”]")
_ENGLISH_QUOTED = re.compile(r"(\")[^\"\n]{1,400}(\")")
_DASH = re.compile(r"(?<=[^\s\d])\s?[–—]\s?(?=[^\s\d])|(?<=\w) -{1,2} (?=\w)")


@check(
    "latin-punct",
    Severity.WARNING,
    gettext_noop("A Latin sign stands in Arabic text: %(found)s"),
    arabic="فاصلة أو فاصلة منقوطة أو علامة استفهام لاتينية في فقرة عربية.",
    example="صحيح? نعم",
    languages=_AR,
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
    arabic="علامة ترقيم عربية في فقرة إنجليزية.",
    example="Yes، he said",
    languages=_EN,
)
def arabic_punctuation(passage: Passage) -> Iterator[Hit]:
    """An Arabic comma, semicolon or question mark in a paragraph without Arabic letters."""
    for start, end in passage.paragraphs:
        if not _ARABIC_RUN.search(passage.text, start, end):
            for found in _ARABIC_SIGN.finditer(passage.text, start, end):
                yield Hit(*found.span(), replacement=found.group().translate(_TO_LATIN_SIGN))


@check(
    "double-space",
    Severity.WARNING,
    gettext_noop("Two spaces stand side by side."),
    arabic="مسافتان أو أكثر بين كلمتين.",
    example="كلمة  كلمة",
)
def double_space(passage: Passage) -> Iterator[Hit]:
    """More than one blank between two words."""
    for found in _DOUBLE_SPACE.finditer(passage.text):
        yield Hit(*found.span(), replacement=" ")


@check(
    "space-before-punct",
    Severity.WARNING,
    gettext_noop("A space stands before a punctuation mark."),
    arabic="مسافة قبل علامة ترقيم. علامة الحذف والعدد مثل .5 لا يُمسّان.",
    example="كلمة ، كلمة",
)
def space_before_punctuation(passage: Passage) -> Iterator[Hit]:
    """A blank before ، ؛ ؟ : ! . » and their Latin kin; an ellipsis and a number such as .5 may have one."""
    for found in _SPACE_BEFORE.finditer(passage.text):
        yield Hit(*found.span(), replacement="")


@check(
    "no-space-after-punct",
    Severity.WARNING,
    gettext_noop("No space stands after a punctuation mark: %(found)s"),
    arabic="علامة ترقيم عربية تلتصق بالكلمة التي بعدها.",
    example="قال،ثم مضى",
    languages=_AR,
)
def no_space_after_punctuation(passage: Passage) -> Iterator[Hit]:
    """An Arabic comma, semicolon, question or exclamation mark that touches the next word."""
    for found in _NO_SPACE.finditer(passage.text):
        yield Hit(*found.span(), replacement=found.group() + " ")


@check(
    "space-after-waw",
    Severity.WARNING,
    gettext_noop("A waw stands apart from its word."),
    arabic="واو عطف مفصولة عن كلمتها. الحرف المفرد كما في «أ و ب» لا يُمسّ.",
    example="و قالت الوزيرة",
    languages=_AR,
)
def space_after_waw(passage: Passage) -> Iterator[Hit]:
    """The conjunction waw with a blank before its word; a letter of a row (أ و ب) stays."""
    for found in _LONELY_WAW.finditer(passage.text):
        if not _LETTER_BEFORE.search(passage.text[max(0, found.start() - 8) : found.start()]):
            yield Hit(*found.span(), replacement="و")


@check(
    "double-punct",
    Severity.HINT,
    gettext_noop("Two punctuation marks stand side by side: %(found)s"),
    arabic="علامتا ترقيم متجاورتان: ،، أو .. أو ،.",
    example="قال،، ثم مضى",
)
def double_punctuation(passage: Passage) -> Iterator[Hit]:
    """Two commas, two full stops, or a comma before a full stop, outside quotations."""
    for found in _DOUBLE_SIGN.finditer(passage.text):
        if not passage.is_quoted(found.start()):
            yield Hit(*found.span(), replacement=found.group()[-1])


@check(
    "unbalanced-quotes",
    Severity.WARNING,
    gettext_noop("A quotation mark or bracket has no partner: %(found)s"),
    arabic="علامة اقتباس أو قوس بلا قرين في الفقرة. "
    "الاقتباس الممتد إلى الفقرة التالية يُفتح فيها من جديد ولا يحتاج إلى إغلاق.",
    example="قال «نعم ومضى",
)
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
    "quotes-style",
    Severity.HINT,
    gettext_noop("Not the house's quotation marks: %(found)s"),
    arabic="علامات اقتباس غير علامات المؤسسة: في العربية «…» وداخلها “…”، وفي الإنجليزية بحسب الإعداد.",
    example='قال "نعم" ومضى',
)
def quotes_style(passage: Passage) -> Iterator[Hit]:
    """Quotation marks that are not the house's: in Arabic «…» with “…” inside it, in English curly or straight ones."""
    wanted = passage.style.quotes
    if wanted == Quotes.OFF:
        return
    if passage.language == "ar":
        yield from _to_guillemets(passage)
    elif wanted == Quotes.CURLY:
        for found in _ENGLISH_QUOTED.finditer(passage.text):
            yield Hit(found.start(1), found.end(1), replacement="“")
            yield Hit(found.start(2), found.end(2), replacement="”")
        for found in re.finditer(r"(?<=[A-Za-z])'(?=[A-Za-z])", passage.text):
            yield Hit(*found.span(), replacement="’")
    elif wanted == Quotes.STRAIGHT:
        for found in re.finditer(r"[“”‘’]", passage.text):
            yield Hit(*found.span(), replacement='"' if found.group() in "“”" else "'")


def _to_guillemets(passage: Passage) -> Iterator[Hit]:
    """Give each mark by itself, so that what stands between them is not touched."""
    depth, at = 0, 0
    for found in _QUOTED.finditer(passage.text):
        start, end = found.span()
        if not _ARABIC_RUN.search(passage.text, start, end) or _SIZE.match(passage.text, start):
            continue
        before = passage.text[passage.text.rfind("\n", 0, start) + 1 : start]
        depth, at = before.count("«") - before.count("»"), end
        opener, closer = ("“", "”") if depth > 0 else ("«", "»")
        if passage.text[start] != opener or passage.text[end - 1] != closer:
            yield Hit(start, start + 1, replacement=opener)
            yield Hit(at - 1, at, replacement=closer)


@check(
    "mixed-dashes",
    Severity.WARNING,
    gettext_noop("Dashes of two kinds stand in one text: %(found)s"),
    arabic="شرطتان من نوعين في نص إنجليزي واحد: يُقترح الأكثر ورودًا.",
    example="One — two – three — four",
    languages=_EN,
)
def mixed_dashes(passage: Passage) -> Iterator[Hit]:
    """The rarer of two kinds of dash between words of one text: —, –, or a hyphen between blanks."""
    found = [(*each.span(), each.group()) for each in _DASH.finditer(passage.text)]
    kinds = [dash for _start, _end, dash in found]
    if len(set(kinds)) > 1:
        most = max(sorted(set(kinds), reverse=True), key=kinds.count)
        for start, end, dash in found:
            if dash != most:
                yield Hit(start, end, replacement=most)


def _arabic_paragraphs(passage: Passage) -> Iterator[Span]:
    for start, end in passage.paragraphs:
        part = passage.text[start:end]
        if len(_ARABIC_RUN.findall(part)) > len(_LATIN_RUN.findall(part)):
            yield start, end
