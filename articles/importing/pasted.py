"""HTML from a clipboard or a file: Word's lists, notes and comments, and what a web page has round its text.

Cleaning is the sanitiser's; this puts into plain HTML what only Word and web pages write, before it is cleaned.
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from django.utils.translation import gettext_noop

from articles.importing.decode import MOST_CHARACTERS, Unreadable, readable
from articles.importing.reading import Reading, Remark
from articles.language.blocks import plain_text, text_of
from articles.publishing.sanitise import TooLong, clean_body

MOST_HTML = 2_000_000
"""Characters as a clipboard holds them; Word's styles make a page of text a megabyte."""

_ANY = re.IGNORECASE
_FRAGMENT = re.compile(r"<!--\s?StartFragment\s?-->", _ANY), re.compile(r"<!--\s?EndFragment\s?-->", _ANY)
_BODY = re.compile(r"<body\b[^<>]*>", _ANY), re.compile(r"</body\s*>", _ANY)
_MAINS = tuple(
    (re.compile(rf"<{name}\b[^<>]*>", _ANY), re.compile(rf"</{name}\s*>", _ANY)) for name in ("article", "main")
)
_BULLET = re.compile(r"<!--\[if !supportLists\]-->|<!\[if !supportLists\]>", _ANY)
_BULLET_END = re.compile(r"<!--\[endif\]-->|<!\[endif\]>", _ANY)
_IGNORED = re.compile(r"<span\b[^<>]*mso-list:\s?Ignore[^<>]*>[^<]*(?:<span[^<>]*>[^<]*</span>[^<]*)*</span>", _ANY)
_CONDITIONAL = re.compile(r"<!--\[if", _ANY), re.compile(r"endif\]-->", _ANY)
_COMMENT = re.compile(r"<!--"), re.compile(r"-->")
_DROPPED = tuple(
    (re.compile(rf"<{name}\b[^<>]*>", _ANY), re.compile(rf"</{name}\s*>", _ANY))
    for name in ("style", "script", "nav", "footer", "form", "button", "xml", "head", "del")
)
_LEFT = re.compile(r"<!\[[^\]<>]*\]>|<\?xml[^<>]*>|</?(?:o|w|v|m|st1):[^<>]*>", _ANY)
_LIST_PARAGRAPH = re.compile(r"<p\b[^<>]*mso-list:\s?l\d+\s+level\d[^<>]*>", _ANY), re.compile(r"</p\s*>", _ANY)
_NUMBERED = re.compile(r"\s*\(?(?:[0-9٠-٩]{1,3}|[a-zA-Zأ-ي])[.)\-]")
_NOTE = (
    re.compile(r"<div\b[^<>]*mso-element:\s?(?P<kind>footnote|endnote|comment)(?!-list)[^<>]*>", _ANY),
    re.compile(r"</div\s*>", _ANY),
)
_NOTE_LISTS = re.compile(r"<div\b[^<>]*mso-element:\s?(?:footnote|endnote|comment)-list[^<>]*>", _ANY)
_REFERENCE = (
    re.compile(
        r"<a\b[^<>]*(?:mso-(?:footnote|endnote|comment)-id|href=[\"']?[^\"'<>\s]*#_(?:ftn|edn|msocom))[^<>]*>", _ANY
    ),
    re.compile(r"</a\s*>", _ANY),
)
_TAG = re.compile(r"<[^<>]*>")
_NUMBER_OF_NOTE = re.compile(r"^\s*\[[^\]]{1,8}\]\s*")

Fence = tuple[re.Pattern[str], re.Pattern[str]]


def read_html(html: str) -> Reading:
    """Return pasted HTML as a rich copy, its footnotes and comments as remarks; pictures stay where they came from.

    Raises:
        Unreadable: too long, or there is no text in it.
    """
    if len(html) > MOST_HTML:
        message = gettext_noop("This is too long for one article: more than %(limit)d characters.")
        raise Unreadable("too_big", message, limit=MOST_CHARACTERS)
    html = _inside(html.replace("\x00", ""))
    remarks = [_remark(opener["kind"], html[start:end]) for opener, start, end, _ in _fenced(html, _NOTE)]
    lists = _NOTE_LISTS.search(html)
    html = _with_lists(_without(html[: lists.start()] if lists else html, _REFERENCE))
    for fence in (_CONDITIONAL, _COMMENT, *_DROPPED):
        html = _without(html, fence)
    html = _LEFT.sub("", html)
    try:
        body = clean_body(html)
    except TooLong as too_long:
        raise Unreadable("too_big", too_long.message, **too_long.parameters) from too_long
    readable(plain_text(body))
    return Reading(html=body, remarks=tuple(remark for remark in remarks if remark))


def _fenced(html: str, fence: Fence) -> Iterator[tuple[re.Match[str], int, int, int]]:
    """Give what stands between an opener and its closer, each time: the opener, where its inside begins and ends, and
    where the whole ends. One pass, whatever is left open.
    """
    at = 0
    while opener := fence[0].search(html, at):
        closer = fence[1].search(html, opener.end())
        if closer is None:
            return
        yield opener, opener.end(), closer.start(), closer.end()
        at = closer.end()


def _without(html: str, fence: Fence) -> str:
    kept, at = [], 0
    for opener, _start, _end, after in _fenced(html, fence):
        kept.append(html[at : opener.start()])
        at = after
    return "".join([*kept, html[at:]])


def _inside(html: str) -> str:
    """Return the part that was copied: the fragment of a clipboard, the body of a page, the one article in it."""
    for fence in (_FRAGMENT, _BODY):
        found = next(_fenced(html, fence), None)
        html = html[found[1] : found[2]] if found else html
    for fence in _MAINS:
        mains = list(islice(_fenced(html, fence), 2))
        if len(mains) == 1:
            return html[mains[0][1] : mains[0][2]]
    return html


def _remark(kind: str, inner: str) -> Remark:
    for fence in (_CONDITIONAL, _COMMENT):
        inner = _without(inner, fence)
    text = _NUMBER_OF_NOTE.sub("", " ".join(text_of(_LEFT.sub("", inner)).split()))
    if kind.lower() == "comment":
        return Remark(gettext_noop("Comment: %(text)s"), {"text": text[:2000]})
    return Remark(gettext_noop("Footnote: %(text)s"), {"text": text[:2000]})


def _with_lists(html: str) -> str:
    """Put Word's list paragraphs, which are paragraphs with a bullet typed before them, into lists."""
    parts: list[str] = []
    at, now = 0, ""
    for opener, start, end, after in _fenced(html, _LIST_PARAGRAPH):
        between = html[at : opener.start()]
        typed, text = _bullet_and_text(html[start:end])
        kind = "ol" if _NUMBERED.match(typed) else "ul"
        if now and (between.strip() or kind != now):
            parts.append(f"</{now}>")
            now = ""
        parts += [between] if now else [between, f"<{kind}>"]
        now = kind
        parts.append(f"<li>{text}</li>")
        at = after
    return "".join([*parts, f"</{now}>" if now else "", html[at:]])


def _bullet_and_text(inner: str) -> tuple[str, str]:
    fenced = next(_fenced(inner, (_BULLET, _BULLET_END)), None)
    ignored = None if fenced else _IGNORED.search(inner)
    if fenced:
        bullet, text = inner[fenced[1] : fenced[2]], inner[: fenced[0].start()] + inner[fenced[3] :]
    elif ignored:
        bullet, text = ignored.group(), inner[: ignored.start()] + inner[ignored.end() :]
    else:
        bullet, text = "", inner
    return unescape(_TAG.sub("", bullet)).strip(), text
