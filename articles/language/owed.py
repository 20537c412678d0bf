"""What readers are owed beside the text, and who wrote it may have forgotten; it only asks."""

import re
from collections.abc import Iterator

from articles.language.checks import Hit, Passage, Severity, check, gettext_noop

_BYLINE = re.compile("byline")
_DATELINE = re.compile("dateline")
_CAPTION = re.compile(r"photo\.\d+\.caption")


@check(
    "byline-missing",
    Severity.WARNING,
    gettext_noop("Nobody signs this text: no author, no desk, no agency."),
    fields=_BYLINE,
    arabic="مادة بلا توقيع كاتب ولا ديسك ولا وكالة، حين تختار المؤسسة أن تسأل عنه. الخبر العاجل لا يُسأل عنه.",
)
def byline_missing(passage: Passage) -> Iterator[Hit]:
    """A text without a byline, in a house that asks for one. A flash owes none."""
    if passage.style.asks_byline:
        yield from _missing(passage)


@check(
    "dateline-missing",
    Severity.WARNING,
    gettext_noop("The news does not say from where."),
    fields=_DATELINE,
    arabic="خبر لا يُذكر مكانه، حين تختار المؤسسة أن تسأل عنه. سائر أنواع المواد لا تُسأل عنه.",
)
def dateline_missing(passage: Passage) -> Iterator[Hit]:
    """News without a dateline, in a house that asks for one. Texts of other formats owe none."""
    if passage.style.asks_dateline:
        yield from _missing(passage)


@check(
    "caption-missing",
    Severity.WARNING,
    gettext_noop("A photo has no caption."),
    fields=_CAPTION,
    arabic="صورة بلا شرح، وليست للزينة.",
)
def caption_missing(passage: Passage) -> Iterator[Hit]:
    """A photo without a caption, unless it is marked as decoration."""
    yield from _missing(passage)


def _missing(passage: Passage) -> Iterator[Hit]:
    if not passage.text.strip():
        yield Hit(0, len(passage.text))
