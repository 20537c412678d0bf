"""Checks that block: what a reader would call broken. Linguistics never does."""

import html
import re
import unicodedata
from collections.abc import Iterator

from articles.language import direction
from articles.language.checks import HEADLINES, Hit, Passage, Severity, check, gettext_noop
from articles.language.placeholders import placeholders
from articles.language.slugs import slug_of
from articles.language.tables import JOINERS, PRESENTATION_FORMS

# The bytes D8–DB begin every Arabic letter in UTF-8; 80–BF continue it. Read as Windows-1252 they show as a letter of
# the first class and a sign of the second, again and again; read as Windows-1256, as ط or ظ and a sign.
_CONTINUED_1252 = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_CONTINUED_1256 = "€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œں¢£¤¥¦§¨©ھ¬®¯°±²³´µ¶·¸¹¼½¾\N{SOFT HYPHEN}" + JOINERS
_MOJIBAKE = re.compile(
    rf"[ØÙÚÛ][{_CONTINUED_1252}](?:[ ]?[ØÙÚÛ][{_CONTINUED_1252}])+"
    rf"|(?:[ ]?(?:[طظ][{_CONTINUED_1256}]|[طظ][«»؛،](?=[طظ]))){{3,}}"
    r"|â€[™œ“”˜¦\x9d]|Ã[©¨¡³¼¶¤±§]"
    r"|&(?:nbsp|amp|quot|apos|lt|gt|#\d{1,6}|#x[0-9a-fA-F]{1,6});"
    "|\N{REPLACEMENT CHARACTER}+"
)
_DATELINE_LEFT = re.compile(r"([^\n.!?؟:؛«»\"“”]{2,38}?)[^\S\n]*[-–—]")
_LONGEST_DATELINE = 60
_LEADING_PARAGRAPHS = 3
_GLYPHS = re.compile(f"[{PRESENTATION_FORMS}]+")
_HIJRI = re.compile("(?<=[0-9٠-٩ ])\N{ARABIC LETTER HEH INITIAL FORM}(?!\\w)")
_BODY = re.compile("body")
_HEADLINE = re.compile("headline")
_SPONSOR = re.compile("sponsor")
_TRANSCRIPT = re.compile("transcript")
_ALT = re.compile(r"photo\.\d+\.alt")


@check(
    "headline-missing",
    Severity.ERROR,
    gettext_noop("A headline is missing."),
    fields=_HEADLINE,
    arabic="مادة بلا عنوان.",
)
def headline_missing(passage: Passage) -> Iterator[Hit]:
    """A text without a headline."""
    if not passage.text.strip():
        yield Hit(0, len(passage.text))


@check(
    "slug-empty",
    Severity.WARNING,
    gettext_noop("This headline has no letter and no digit; the article's link would end without words."),
    fields=_HEADLINE,
    arabic="عنوان بلا حرف ولا رقم، فيبقى رابط المادة بلا كلمات.",
)
def slug_empty(passage: Passage) -> Iterator[Hit]:
    """A headline of signs alone, of which no address can be made."""
    if passage.text.strip() and not slug_of(passage.text):
        yield Hit(0, len(passage.text))


@check(
    "alt-missing",
    Severity.ERROR,
    gettext_noop("A photo has no alternative text and is not marked as decoration."),
    fields=_ALT,
    arabic="صورة لها معنى بلا نص بديل ولم توضع علامة أنها للزينة.",
)
def alt_missing(passage: Passage) -> Iterator[Hit]:
    """A photo that means something and has no words for those who do not see it."""
    if not passage.text.strip():
        yield Hit(0, len(passage.text))


@check(
    "sponsor-missing",
    Severity.ERROR,
    gettext_noop("A sponsored piece does not say who paid for it."),
    fields=_SPONSOR,
    arabic="محتوى مدفوع لا تُذكر فيه الجهة الدافعة.",
)
def sponsor_missing(passage: Passage) -> Iterator[Hit]:
    """A sponsored piece that does not say who paid."""
    if not passage.text.strip():
        yield Hit(0, len(passage.text))


@check(
    "transcript-missing",
    Severity.WARNING,
    gettext_noop("No words say what is heard or drawn; those who cannot hear or see it have nothing."),
    fields=_TRANSCRIPT,
    arabic="فيديو أو كاريكاتير بلا نص مكتوب لمن لا يسمع أو لا يرى.",
)
def transcript_missing(passage: Passage) -> Iterator[Hit]:
    """A video or a cartoon without its words."""
    if not passage.text.strip():
        yield Hit(0, len(passage.text))


@check(
    "placeholder",
    Severity.ERROR,
    gettext_noop("A placeholder was left in the text: %(found)s"),
    arabic="بقايا قالب أو ملاحظة كاتب: {title} أو {{ name }} أو [TK …] أو TKTK أو XXXX "
    "أو «نص تجريبي» سطرًا مستقلًا. "
    "أما [...] و[…] وما بين علامتي الاقتباس وأسماء مثل «شركة TK» فليست منها.",
    example="{title}",
    in_links=True,
)
def placeholder(passage: Passage) -> Iterator[Hit]:
    """A leftover of a template or a note: `{title}`, `{{ name }}`, `${x}`, `[TK …]`, TKTK, XXXX, `lorem ipsum`.

    `[...]` and `[…]`, quoted ones, names such as TK Maxx, and verses between braces are none.
    """
    alone = set(passage.paragraphs)
    for start, end in placeholders(passage):
        yield Hit(start, end, replacement="" if (start, end) in alone else None)


@check(
    "dateline-empty",
    Severity.ERROR,
    gettext_noop("“%(found)s” stands alone: a source or place with no text after its dash."),
    fields=_BODY,
    arabic="مصدر أو مكان ينتهي بشرطة ولا نص بعدها، وحده في إحدى الفقرات الثلاث الأولى.",
    example="راصد الإخباري -\nأعلنت الشركة أمس خطة.",
)
def dateline_empty(passage: Passage) -> Iterator[Hit]:
    """A source or place that ends in a dash, alone in one of the first three paragraphs of a longer text."""
    for start, end in passage.paragraphs[:_LEADING_PARAGRAPHS]:
        shown = passage.text[start:end].strip()
        found = _DATELINE_LEFT.fullmatch(shown) if len(shown) <= _LONGEST_DATELINE else None
        if found and len(found[1].split()) <= 6 and (start, end) != passage.paragraphs[-1]:
            behind = next(place for place, _end in passage.paragraphs if place >= end)
            yield Hit(start, behind, replacement=f"{shown} ", parameters={"found": shown})


@check(
    "mojibake",
    Severity.ERROR,
    gettext_noop("Letters broken by a wrong encoding: %(found)s"),
    arabic="حروف أفسدها ترميز خاطئ، أو رمز HTML بقي نصًا.",
    example="Ø§Ù„Ø±ÙŠØ§Ø¶ اليوم",
    in_links=True,
)
def mojibake(passage: Passage) -> Iterator[Hit]:
    """Text read in the wrong encoding (`Ø§Ù„`, `ط§ظ„`, `â€™`, U+FFFD) or an entity of HTML left as text (`&nbsp;`)."""
    for found in _MOJIBAKE.finditer(passage.text):
        yield Hit(*found.span(), replacement=_mended(found.group()))


def _mended(broken: str) -> str | None:
    if broken.startswith("&"):
        return html.unescape(broken)
    for encoding in ("cp1252", "latin-1", "cp1256"):
        try:
            return broken.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return None


@check(
    "presentation-form",
    Severity.ERROR,
    gettext_noop("Glyphs of a PDF instead of letters, which a search may miss: %(found)s"),
    arabic="رسوم حروف من ملف PDF مكان الحروف، قد لا تجدها محركات البحث. "
    "أما ﴿ ﴾ ﷲ ﷺ ﷻ ﷼ ﷽ وسائر عبارات التكريم فليست منها.",
    example="ﻣﺮﺣﺒﺎ بكم",
    in_links=True,
)
def presentation_form(passage: Passage) -> Iterator[Hit]:
    """Arabic presentation forms (U+FB50–FDFC, FE70–FEFC); ﴿ ﴾ ﷲ ﷺ ﷻ ﷼ ﷽ and the other honorifics are none.

    The single glyph by which many type the Hijri year (1448 ﻫ) is a warning only.
    """
    for found in _GLYPHS.finditer(passage.text):
        if _HIJRI.match(passage.text, found.start()):
            yield Hit(*found.span(), replacement="هـ", severity=Severity.WARNING)
        else:
            yield Hit(*found.span(), replacement=unicodedata.normalize("NFKC", found.group()))


@check(
    "bidi-control",
    Severity.WARNING,
    gettext_noop("An invisible character here turns the direction of the text."),
    arabic="رمز خفي يقلب اتجاه النص: خطأ في العنوان وسؤال في المتن.",
    example="خبر \u202eمقلوب",
    in_links=True,
)
def bidi_control(passage: Passage) -> Iterator[Hit]:
    """An embedding, override or isolate (U+202A–202E, U+2066–2069): an error in a headline, a warning elsewhere."""
    severity = Severity.ERROR if HEADLINES.fullmatch(passage.field) else None
    for place in direction.direction_controls(passage.text):
        yield Hit(place, place + 1, replacement="", severity=severity)


@check(
    "control-character",
    Severity.ERROR,
    gettext_noop("An invisible control character stands here."),
    fields=HEADLINES,
    arabic="رمز تحكّم خفي في عنوان.",
)
def control_character(passage: Passage) -> Iterator[Hit]:
    """A control, a tag or half of a surrogate pair in a headline."""
    turning = set(direction.direction_controls(passage.text))
    for place in direction.refused_controls(passage.text):
        if place not in turning:
            yield Hit(place, place + 1, replacement="")
