"""One kind of digits a page: what people typed in an Arabic page, written as the house writes its own dates.

What is no Arabic text keeps the digits it was typed with: verbatim and Qur'anic passages, passages in another language,
addresses, telephone numbers, dates in ISO's order, and names in Latin letters with the number that belongs to them.
"""

import re

from articles.language.blocks import TAG
from articles.language.dates import with_digits
from articles.language.tables import ARABIC_INDIC, PERSIAN_DIGITS

_TYPED_ARABIC = re.compile(f"[{ARABIC_INDIC}{PERSIAN_DIGITS}]")
_LATIN = re.compile(r"[0-9]")
_GAP = r"[ \N{NO-BREAK SPACE}-]"
_RUN = re.compile(
    rf"""
    (?=[A-Za-z0-9&@\#+])(?:
      &\#?\w++;
    | https?://[^\s<>]++ | [A-Za-z0-9._+-]{{1,64}}+@[A-Za-z0-9.-]++ | [@\#][A-Za-z]\w*+
    | [A-Za-z][\w'’./&+-]*+(?:{_GAP}[0-9][0-9.,]*+(?!\w))?
    | [0-9][0-9.,]*+(?:{_GAP})?[A-Za-z][\w.-]*+
    | (?<!\w)[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?!\w)
    | (?<!\w)\+[0-9](?:{_GAP}?[0-9]){{6,14}}(?!\w) | (?<!\w)[0-9]{{1,4}}(?:{_GAP}[0-9]{{2,4}}){{2,4}}(?!\w)
    | (?P<number>[0-9]++(?:[.,][0-9]++)*+%?))
    """,
    re.VERBOSE,
)
_DECIMAL = re.compile(r"[0-9]+\.[0-9]+%?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?%?")
_TO_ARABIC_SIGNS = str.maketrans(".,%", "٫٬٪")
_ARABIC_SIGN = re.compile(r"(?<=[0-9])([٫٬])(?=[0-9])|(?<=[0-9])٪")
_LATIN_SIGNS = {"٫": ".", "٬": ",", "٪": "%"}
_CLASS_KEPT = re.compile(r'\bclass="(?:verbatim|quran)"')
_LANGUAGE = re.compile(r'\blang="(?!ar\b)')
_NAMES_KEPT = frozenset({"script", "style", "code", "pre", "textarea", "svg"})


def one_kind_in_text(text: str, digits: str) -> str:
    """Return a line of Arabic with all its digits of one kind: 'latn' (0–9) or 'arab' (٠–٩)."""
    if digits == "arab":
        return _RUN.sub(_as_arabic, text) if _LATIN.search(text) else text
    if not _TYPED_ARABIC.search(text):
        return text
    return _ARABIC_SIGN.sub(lambda sign: _LATIN_SIGNS[sign.group()], with_digits(text, "latn"))


def one_kind_in_html(html: str, digits: str) -> str:
    """Return an Arabic page or passage with all its digits of one kind; tags and attributes stay. One pass."""
    if digits != "arab" and not _TYPED_ARABIC.search(html):
        return html
    parts: list[str] = []
    at, kept, depth = 0, "", 0
    for tag in TAG.finditer(html):
        text = html[at : tag.start()]
        parts += [text if kept else one_kind_in_text(text, digits), tag.group()]
        at = tag.end()
        name = (tag["name"] or "").lower()
        if not kept and not tag["end"] and _is_kept(name, tag.group()):
            kept, depth = name, 1
        elif kept == name:
            depth += -1 if tag["end"] else 1
            kept = kept if depth else ""
    rest = html[at:]
    return "".join([*parts, rest if kept else one_kind_in_text(rest, digits)])


def _is_kept(name: str, tag: str) -> bool:
    if name in _NAMES_KEPT:
        return True
    return name not in {"html", "meta", "link", "input", "img"} and bool(
        _CLASS_KEPT.search(tag) or _LANGUAGE.search(tag)
    )


def _as_arabic(found: re.Match[str]) -> str:
    number = found["number"]
    if not number:
        return found.group()
    if _DECIMAL.fullmatch(number) or _GROUPED.fullmatch(number):
        number = number.translate(_TO_ARABIC_SIGNS)
    return with_digits(number.replace("%", "٪"), "arab")
