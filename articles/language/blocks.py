"""A body cut into blocks and put together again. It reads the house's own HTML; cleaning is the sanitiser's work."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape as escape_markup
from html import unescape
from typing import Literal

Kind = Literal[
    "paragraph", "subhead", "lower_subhead", "item", "quote", "pullquote", "figure", "table", "embed", "rule"
]

KINDS: dict[str, Kind] = {
    "p": "paragraph",
    "h2": "subhead",
    "h3": "lower_subhead",
    "li": "item",
    "blockquote": "quote",
    "aside": "pullquote",
    "figure": "figure",
    "table": "table",
    "div": "embed",
    "hr": "rule",
}
"""The tag of a block and the kind of block it makes."""

LISTS = frozenset({"ul", "ol"})
_LEAVES = frozenset({"p", "h2", "h3"})  # a new block ends them, closed or not
_LINE_ENDS = frozenset({"br", "p", "h2", "h3", "li", "tr", "blockquote", "aside", "figure", "table", "div", "ul", "ol"})
_CELLS = frozenset({"td", "th"})

# Possessive, and never past the next "<": one pass whatever the string. html.parser is quadratic on unclosed markup.
TAG = re.compile(r"<(?:(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*+)[^<>]*+|[!?/][^<>]*+)>")
_SOURCE_BREAK = frozenset("\t\n\r\f")  # no more than a blank to HTML
_BLANKS = re.compile(r"[ \t\n\r\f]++")


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a body: a paragraph, a list item, a table, a figure, a whole quotation.

    `wrapper` is "ul" or "ol" for a list item, else "". `apart` says that an item begins a list of its own although the
    block before it is an item of such a list too.
    """

    kind: Kind
    wrapper: str
    html: str
    text: str
    apart: bool = False


def split(html: str) -> list[Block]:
    """Cut a body into its blocks; `assemble` of them is a clean body again. Takes any string, in linear time.

    Text outside every block becomes a paragraph (in a list, an item), an unclosed block is closed, blanks between
    blocks are dropped.
    """
    reader = _Reader(html)
    for found in TAG.finditer(html):
        name = (found["name"] or "").lower()
        if name:
            reader.read(name, found, is_end=bool(found["end"]))
    return reader.finish()


def assemble(blocks: Iterable[Block]) -> str:
    """Put blocks together to a body, neighbouring items of one kind of list into one list."""
    parts: list[str] = []
    wrapper = ""
    for block in blocks:
        if block.wrapper != wrapper or (wrapper and block.apart):
            parts += [f"</{wrapper}>"] if wrapper else []
            parts += [f"<{block.wrapper}>"] if block.wrapper else []
            wrapper = block.wrapper
        parts.append(block.html)
    if wrapper:
        parts.append(f"</{wrapper}>")
    return "".join(parts)


def plain_text(html: str) -> str:
    """Return the words of a body, an empty line between two blocks; pictures, embeds and rules have none."""
    return "\n\n".join(block.text for block in split(html) if block.text)


def text_of(html: str) -> str:
    """Return the text of a piece of markup: one line for each paragraph or row in it, a tab between cells."""
    if not _SOURCE_BREAK.isdisjoint(html):
        html = _BLANKS.sub(_as_one_line, html)
    text = unescape(TAG.sub(_as_space, html))
    if "\n" not in text:
        return text.strip(" \t")
    lines = (line.strip(" \t") for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def escape(text: str) -> str:
    """Return plain text as markup, spelled as the sanitiser's serialiser spells it."""
    return escape_markup(text, quote=False).replace("\N{NO-BREAK SPACE}", "&nbsp;")


def paragraphs_to_html(paragraphs: Iterable[str]) -> str:
    """Return plain paragraphs as a body; a line break inside one stays a line break, empty ones are dropped."""
    kept = (paragraph.strip() for paragraph in paragraphs)
    return "".join(f"<p>{'<br>'.join(map(escape, text.splitlines()))}</p>" for text in kept if text)


def _as_one_line(blanks: re.Match[str]) -> str:
    return blanks.group() if _SOURCE_BREAK.isdisjoint(blanks.group()) else " "


def _as_space(found: re.Match[str]) -> str:
    name = (found["name"] or "").lower()
    if name in _LINE_ENDS and (found["end"] or name == "br"):
        return "\n"
    return "\t" if name in _CELLS and found["end"] else ""


class _Reader:
    """Where the cutting stands: the block now open, the list round it, and how far the source is used up."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.blocks: list[Block] = []
        self.wrapper = ""
        self.is_apart = False
        self.used = 0
        self.open = ""
        self.depth = 0

    def read(self, name: str, found: re.Match[str], *, is_end: bool) -> None:
        """Take the next tag of the source."""
        if self.open and not self._ends_by_itself(name, is_end=is_end):
            self._read_inside(name, found.end(), is_end=is_end)
            return
        if self.open:
            self._close(found.start())
        if name in LISTS or name in KINDS:
            self._flush(found.start())
            self.used = found.end() if is_end or name in LISTS else found.start()
        if name in LISTS:
            self.wrapper = "" if is_end else name
            self.is_apart = not is_end and bool(self.blocks) and self.blocks[-1].wrapper == name
        elif name == "hr" and not is_end:
            self._add("hr", self.html[found.start() : found.end()])
            self.used = found.end()
        elif name in KINDS and not is_end:
            self.open, self.depth = name, 1
            self.wrapper = self.wrapper or ("ul" if name == "li" else "")

    def finish(self) -> list[Block]:
        """Close what is open and return the blocks."""
        if self.open:
            self._close(len(self.html))
        self._flush(len(self.html))
        return self.blocks

    def _ends_by_itself(self, name: str, *, is_end: bool) -> bool:
        if self.open in _LEAVES:
            return (name in KINDS or name in LISTS) and not (is_end and name == self.open)
        if self.open == "li" and self.depth == 1:
            return (name == "li" and not is_end) or (name in LISTS and is_end)
        return False

    def _read_inside(self, name: str, end: int, *, is_end: bool) -> None:
        # An item is as deep as the lists in it; every other block as the tags of its own name.
        counted = name in LISTS if self.open == "li" else name == self.open
        if counted:
            self.depth += -1 if is_end else 1
        if self.depth == 0 or (self.open == "li" and self.depth == 1 and name == "li" and is_end):
            self._close(end, missing="")

    def _close(self, end: int, missing: str | None = None) -> None:
        closing = f"</{self.open}>" if missing is None else missing
        self._add(self.open, self.html[self.used : end] + closing)
        self.open, self.depth, self.used = "", 0, end

    def _flush(self, end: int) -> None:
        stray = self.html[self.used : end].strip()
        if stray and text_of(stray):
            tag = "li" if self.wrapper else "p"
            self._add(tag, f"<{tag}>{stray}</{tag}>")
        self.used = end

    def _add(self, tag: str, html: str) -> None:
        wrapper = self.wrapper if tag == "li" else ""
        self.blocks.append(Block(KINDS[tag], wrapper, html, text_of(html), self.is_apart and bool(wrapper)))
        self.is_apart = False
