"""The top of a copy: its headline, and what stands round it, labelled or not. A doubtful line stays in the text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.importing import sources
from articles.importing.lines import Line
from articles.importing.places import NO_PLACES, key
from articles.importing.sources import Credit, Names

HEADLINE_LONGEST = 250
HEAD_LINES = 6
"""How far down the headline and the source line may stand."""

KICKER_LONGEST = 40
TOO_LONG_FOR_A_HEAD = 60
"""After the headline, a longer line is text already."""

_LABELLED = re.compile(r"(?P<label>[^\s:：][^:：\n]{1,24}?)\s*[:：]\s*(?P<value>\S.*)")
_LABELS = {
    **dict.fromkeys(("العنوان", "عنوان", "العنوان الرئيسي", "عنوان رئيسي", "headline", "title", "head"), "headline"),
    **dict.fromkeys(("عنوان تمهيدي", "العنوان التمهيدي", "kicker", "overline", "strapline"), "kicker"),
    **dict.fromkeys(("عنوان فرعي", "العنوان الفرعي", "المقدمة", "deck", "standfirst", "subtitle"), "deck"),
    **dict.fromkeys(("رقم الخبر", "رمز الخبر", "معرف الخبر", "item id", "story id", "story number", "guid"), "item"),
    **dict.fromkeys(("الاسم الداخلي", "slug", "slugline"), "slug"),
}
_FIELDS = {key(label): name for label, name in _LABELS.items()}
_ITEM = re.compile(
    r"urn:newsml:\S{4,200}|tag:[\w.-]+,\d{4}:\S{2,200}|(?=\S*\d{4})[A-Z]{2,6}[-_/]?[A-Z0-9][A-Z0-9_/-]{5,40}"
)
_BYLINE = re.compile(
    r"(?P<role>بقلم|كتبت?|كتبه|كتبته|إعداد|اعداد|تحقيق|ترجمة|ترجمها|تصوير|written by|translated by|photos? by|by)"
    r"(?:\s*[:：]\s*|\s+)(?P<names>\S.{1,80})",
    re.IGNORECASE,
)
_ROLES = {"ترجم": "translation", "tran": "translation", "تصوي": "photography", "phot": "photography"}
_BETWEEN_NAMES = re.compile(r"\s*[،,&+/]\s*|\s+و\s*(?=\S)|\s+and\s+", re.IGNORECASE)


@dataclass
class Head:
    """What was understood of the top; `rest` are the lines that are text."""

    headline: str = ""
    kicker: str = ""
    deck: str = ""
    item_id: str = ""
    slug: str = ""
    credit: Credit | None = None
    signed: list[tuple[str, str]] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)


def read_head(all_lines: list[Line], names: Names) -> Head:
    """Find the headline and what belongs to it; what stands round them and is neither stays in its order."""
    head = Head()
    for number, line in enumerate(all_lines):
        if number >= HEAD_LINES or (head.headline and len(line.text) > TOO_LONG_FOR_A_HEAD and not _is_labelled(line)):
            head.rest += all_lines[number:]
            break
        following = all_lines[number + 1] if number + 1 < len(all_lines) else None
        if not _may_be_head(line) or not _read_line(head, line, following, names):
            head.rest.append(line)
    return head


def byline_of(text: str, names: Names) -> list[tuple[str, str]]:
    """Return the people a byline names, each with what they did; empty unless the house knows every one of them."""
    found = _BYLINE.fullmatch(text.strip(" .()"))
    if not found:
        return []
    role = _ROLES.get(found["role"][:4].casefold(), "writing")
    whole = names.person(found["names"])
    people: Iterable[str | None] = [whole] if whole else map(names.person, _BETWEEN_NAMES.split(found["names"]))
    signed = [(person, role) for person in people if person]
    return signed if whole or len(signed) == len(_BETWEEN_NAMES.split(found["names"])) else []


def _read_line(head: Head, line: Line, following: Line | None, names: Names) -> bool:
    """Take a line into the head; say whether it belonged there."""
    if _read_label(head, line.text) or _read_item(head, line.text):
        return True
    source = None if head.credit or line.is_placeholder else sources.read_source_line(line.text, names)
    signed = byline_of(line.text, names)
    if source:
        head.credit = source
    elif signed:
        head.signed += signed
        head.removed.append(line.text)
    elif head.headline or line.is_placeholder or len(line.text) > HEADLINE_LONGEST:
        return False
    elif not head.kicker and _is_kicker(line, following):
        head.kicker = line.text.rstrip(" :.…-–—")
    else:
        head.headline = line.text
    return True


def _read_label(head: Head, text: str) -> bool:
    name = _label(text)
    if not name:
        return False
    value = text.partition(":" if ":" in text else "：")[2].strip()
    if name == "item":
        head.removed.append(text)
        head.item_id = head.item_id or value[:120]
        return True
    if name == "slug":
        head.removed.append(text)
    if getattr(head, name):
        return False
    setattr(head, name, value)
    return True


def _read_item(head: Head, text: str) -> bool:
    if head.item_id or not _ITEM.fullmatch(text.strip("[]() ")):
        return False
    head.item_id = text.strip("[]() ")[:120]
    head.removed.append(text)
    return True


def _label(text: str) -> str:
    found = _LABELLED.fullmatch(text)
    return _FIELDS.get(key(found["label"]), "") if found else ""


def _is_labelled(line: Line) -> bool:
    return bool(_label(line.text))


def _may_be_head(line: Line) -> bool:
    if line.block is None:
        return True
    return line.block.kind in {"paragraph", "subhead", "lower_subhead"} and bool(line.text) and "\n" not in line.text


def _is_kicker(line: Line, following: Line | None) -> bool:
    """Whether a short line is said before the headline: «عاجل», «تحليل:», «بعد عشر سنوات..»."""
    if following is None or len(line.text) > KICKER_LONGEST or len(following.text) > HEADLINE_LONGEST:
        return False
    if key(line.text) in NO_PLACES:
        return True
    return line.text.endswith((":", "..", "…")) and following.text[-1:] not in {".", ":"}
