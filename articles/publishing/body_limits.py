"""What a body may cost to read: the HTML parser is quadratic in nesting and in bare "&", so both are counted first."""

import re
from collections import Counter
from typing import Any, Final

from django.utils.translation import gettext_noop

from articles.publishing.body_rules import DROPPED_WITH_CONTENT, names

MOST_CHARACTERS: Final = 300_000
DEEPEST: Final = 256
MOST_OPEN_MARKS: Final = 32  # each is made again in every paragraph after the one it was left open in
MOST_AMPERSANDS: Final = 2_000


class TooLong(ValueError):
    """A body is too long, too deep or too strange to be read; `message` is a msgid, filled from `parameters`."""

    def __init__(self, message: str, **parameters: Any) -> None:
        super().__init__(message % parameters)
        self.message = message
        self.parameters = parameters


_BLANK = r"[ \t\n\r\f]"
_NAME = r"[^ \t\n\r\f/>]"
# An attribute exactly as HTML's tokeniser reads it: a quote opens a value after "=" only, "=" may begin a name.
_VALUE = rf"{_BLANK}*+={_BLANK}*+(?:\"[^\"]*+\"|'[^']*+'|[^ \t\n\r\f>\"'][^ \t\n\r\f>]*+)?+"
_ATTRIBUTE = rf"(?:=[^ \t\n\r\f/>=]*+|[^ \t\n\r\f/>=]++)(?:{_VALUE})?+"
_TAG = re.compile(rf"<(/?)([A-Za-z]{_NAME}*+)(?:[ \t\n\r\f/]++|{_ATTRIBUTE})*+>?")
_OPENER = re.compile(rf"<(?:(!--)|({'|'.join(sorted(DROPPED_WITH_CONTENT))})(?=[ \t\n\r\f/>]))", re.IGNORECASE)
_COMMENT_END = re.compile(r"--!?>")
_ENDS = {name: re.compile(rf"</{name}[ \t\n\r\f/]*+[^>]*+>", re.IGNORECASE) for name in DROPPED_WITH_CONTENT}
_BARE_AMPERSAND = re.compile(r"&(?!#?[A-Za-z0-9]{1,31};)")

# The parser closes these by itself, or they hold nothing: a row of them is no nesting.
_FLAT = names(
    "p li tr td th tbody thead tfoot caption colgroup col br hr img input meta link area base embed source track wbr"
    " param"
)
_MARKS = names("a b big code em font i nobr s small strike strong tt u")


def readable(html: str) -> str:
    """Return a body without comments and without what is dropped with its content, small enough to be parsed.

    Raises:
        TooLong: it has more characters, ampersands, open marks or levels than the parser may be asked to read.
    """
    check_length(html)
    if len(html) + 4 * len(_BARE_AMPERSAND.findall(html)) > MOST_CHARACTERS or "&" * (MOST_AMPERSANDS + 1) in html:
        raise TooLong(gettext_noop("This text has too many “&” signs to be read."))
    shown = _without_dropped(html)
    _check_depth(shown)
    return shown


def check_length(html: str) -> None:
    """Raise TooLong when a body has more than `MOST_CHARACTERS`."""
    if len(html) > MOST_CHARACTERS:
        raise TooLong(gettext_noop("This text is longer than %(most)d characters."), most=MOST_CHARACTERS)


def _without_dropped(html: str) -> str:
    kept: list[str] = []
    used = 0
    unclosed: set[str] = set()
    for opener in _OPENER.finditer(html):
        name = (opener[2] or "").lower()
        if opener.start() < used or name in unclosed:
            continue
        end = _end_of(html, opener, name)
        if end is None:
            unclosed.add(name)
            continue
        kept.append(html[used : opener.start()])
        used = end
    return "".join([*kept, html[used:]])


def _end_of(html: str, opener: re.Match[str], name: str) -> int | None:
    if not name and html[opener.end() :].startswith((">", "->")):
        return html.index(">", opener.end()) + 1
    found = (_ENDS[name] if name else _COMMENT_END).search(html, opener.end())
    return found.end() if found else None


def _check_depth(html: str) -> None:
    # Where end tags may be text to the parser (in what should have been dropped), they do not count as ends.
    counts_ends = _OPENER.search(html) is None and "<![CDATA[" not in html
    open_now: Counter[str] = Counter()
    depth = marks = 0
    for found in _TAG.finditer(html):
        name = found[2].lower()
        if name in _FLAT:
            continue
        step = 1 if not found[1] else -1 if counts_ends and open_now[name] else 0
        open_now[name] += step
        depth += step
        marks += step if name in _MARKS else 0
        if depth > DEEPEST or marks > MOST_OPEN_MARKS:
            raise TooLong(gettext_noop("This text is nested too deeply to be read."))
