"""Wire copy understood: which line is the headline, the source, the dateline, a subhead, a paragraph. Saves nothing.

A doubtful line stays in the text as a paragraph: an editor sees it there, and moves it. Nothing typed is lost: every
letter is in the headline, the source, the dateline, a block, or among what was `removed`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from articles.importing import heads, lines, sources
from articles.importing.advisories import Advisory, advisory_of
from articles.importing.lines import Line, Lines, is_placeholder, placeholders_of
from articles.importing.signatures import without_signatures
from articles.importing.sources import Credit, Names
from articles.language.blocks import Block, assemble, escape
from articles.language.blocks import Kind as BlockKind

Kind = Literal["paragraph", "subhead", "item", "rule", "quote"]

SUBHEAD_LONGEST, SUBHEAD_MOST_WORDS = 60, 8
QUOTE_FEWEST_WORDS = 8

_LETTER = re.compile(r"[^\W\d_]")
_ENDS_A_SENTENCE = re.compile(r"[.!?؟:…;؛،,\-–—][\s»”\"')\]]*\Z")
_RULE = re.compile(r"[*\-_=#~•–—][*\-_=#~•–—\s]{1,}[*\-_=#~•–—]")
_BULLET = re.compile(r"[•●▪◦‣*·][ \t\N{NO-BREAK SPACE}]+(?=\S)")
_QUOTED = re.compile(r"«[^«»]+»\.?|“[^“”]+”\.?|\"[^\"]+\"\.?")
_ALL_BOLD = re.compile(r"<p[^>]*><(strong|em)>(?:(?!</?\1>).)*</\1></p>", re.DOTALL)
_BEGINNING = re.compile(r"(?P<tag><[^<>]*>)|&[^;\s]{1,10};|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class WireBlock:
    """One block of the body as plain text, and as it came where it came with its structure."""

    kind: BlockKind
    text: str
    block: Block | None = None

    def as_block(self) -> Block:
        """Return the block in the house's HTML, everything escaped."""
        if self.block:
            return self.block
        html, wrapper = escape(self.text), "ul" if self.kind == "item" else ""
        match self.kind:
            case "rule":
                html = "<hr>"
            case "item":
                html = f"<li><p>{html}</p></li>"
            case "quote":
                html = f"<blockquote><p>{html}</p></blockquote>"
            case "subhead":
                html = f"<h2>{html}</h2>"
            case _:
                html = f"<p>{html}</p>"
        return Block(self.kind, wrapper, html, self.text)


@dataclass(frozen=True, slots=True)
class WireCopy:
    """What was understood of a copy; `agency` is the name given by the caller that its source line matched."""

    headline: str
    source: str
    agency: str | None
    dateline: str
    blocks: tuple[WireBlock, ...]
    leftovers: tuple[str, ...]
    removed: tuple[str, ...]
    kicker: str = ""
    deck: str = ""
    item_id: str = ""
    advisory: Advisory | None = None
    signed: tuple[tuple[str, str], ...] = ()
    senders: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """The blocks as the house's HTML."""
        return assemble(block.as_block() for block in self.blocks)


def read_copy(
    text: str | Iterable[Block],
    *,
    house_names: Iterable[str],
    agency_names: Iterable[str],
    people: Iterable[str] = (),
    desks: Iterable[str] = (),
) -> WireCopy:
    """Understand a copy as it came: plain text, however its lines are broken, or the blocks of a rich one.

    The first line is the headline, a «عاجل» before it the kicker; a line such as `راصد -` or `Reuters -` before the
    first paragraph is the source; a place before a dash at its beginning is the dateline; a short line alone between
    two paragraphs is a subhead; initials and «انتهى» at the end are signatures. What looks like a placeholder stays
    where it is, and is named in `leftovers`.
    """
    names = Names.of(house_names, agency_names, people, desks)
    read = lines.read(text) if isinstance(text, str) else lines.of_blocks(text)
    return _understood(read, names)


def _understood(read: Lines, names: Names) -> WireCopy:
    head = heads.read_head(read.lines, names)
    ending = without_signatures(head.rest, names)
    blocks, dated = _with_dateline(list(_blocks(ending.rest)), names)
    credits = [each for each in (head.credit, dated, ending.credit) if each]
    agency = next((each.agency for each in credits if each.agency), None)
    advisory, headline = advisory_of(head.headline, head.kicker) if agency else (None, head.headline)
    texts = [head.headline, *(block.text for block in blocks)]
    noted = [advisory.words] if advisory else []
    return WireCopy(
        headline=headline,
        source=" - ".join(dict.fromkeys(each.source for each in credits if each.source)),
        agency=agency,
        dateline=next((each.dateline for each in credits if each.dateline), ""),
        blocks=tuple(blocks),
        leftovers=tuple(leftover for each in texts for leftover in placeholders_of(each)),
        removed=(
            *read.removed,
            *head.removed,
            *noted,
            *(removed for each in credits for removed in each.removed),
            *ending.removed,
        ),
        kicker="" if advisory and advisory.words == head.kicker else head.kicker,
        deck=head.deck,
        item_id=head.item_id,
        advisory=advisory,
        signed=tuple(dict.fromkeys([*head.signed, *ending.people])),
        senders=tuple(dict.fromkeys(read.senders)),
    )


def _blocks(rest: list[Line]) -> Iterator[WireBlock]:
    subheads = _subheads(rest)
    items = _items(rest)
    for number, line in enumerate(rest):
        if line.block is not None:
            yield _of_block(line, line.block)
        elif _RULE.fullmatch(line.text):
            if 0 < number < len(rest) - 1:
                yield WireBlock("rule", line.text)
        elif number in items:
            yield WireBlock("item", _BULLET.sub("", line.text, count=1))
        else:
            kind: Kind = "quote" if _is_quote(line.text) else "subhead" if number in subheads else "paragraph"
            yield WireBlock(kind, line.text)


def _of_block(line: Line, block: Block) -> WireBlock:
    """A block as it came; a short paragraph that is bold from end to end is what Word's users make a subhead of."""
    if block.kind == "paragraph" and _ALL_BOLD.fullmatch(block.html) and _is_short(line):
        return WireBlock("subhead", line.text)
    return WireBlock(block.kind, line.text, block)


def _is_quote(text: str) -> bool:
    """Whether a paragraph is one quotation from its first sign to its last."""
    return bool(_QUOTED.fullmatch(text)) and len(text.split()) >= QUOTE_FEWEST_WORDS


def _items(rest: list[Line]) -> set[int]:
    """The lines of lists: two or more in a row that begin with the same bullet; a dash may be a dialogue."""
    found: set[int] = set()
    for number in range(1, len(rest)):
        before, line = rest[number - 1].text, rest[number].text
        if before[:1] == line[:1] and _BULLET.match(before) and _BULLET.match(line):
            found |= {number - 1, number}
    return found


def _subheads(rest: list[Line]) -> set[int]:
    """The short lines without final punctuation, alone between two empty lines or, in a copy without any, between two
    whole sentences; never the last line, never two in a row.
    """
    short = {number for number, line in enumerate(rest[:-1]) if _is_short(line)}
    if any(line.after_blank for line in rest[1:]):
        alone = {number for number in short if rest[number].after_blank and rest[number + 1].after_blank}
    else:
        whole = {number for number, line in enumerate(rest) if _ENDS_A_SENTENCE.search(line.text)}
        alone = {number for number in short if {number - 1, number + 1} <= whole}
    return {number for number in alone if not {number - 1, number + 1} & alone}


def _is_short(line: Line) -> bool:
    text = line.text
    return (
        len(text) <= SUBHEAD_LONGEST
        and len(text.split()) <= SUBHEAD_MOST_WORDS
        and bool(_LETTER.search(text))
        and not _ENDS_A_SENTENCE.search(text)
        and not _BULLET.match(text)
        and not line.is_placeholder
    )


def _with_dateline(blocks: list[WireBlock], names: Names) -> tuple[list[WireBlock], Credit | None]:
    """Take the dateline off the first paragraph that is text."""
    for number, block in enumerate(blocks):
        if block.kind == "paragraph" and not is_placeholder(block.text):
            found = sources.read_dateline(block.text, names)
            if found:
                return [*blocks[:number], _cut(block, found[1]), *blocks[number + 1 :]], found[0]
            break
    return blocks, None


def _cut(block: WireBlock, rest: str) -> WireBlock:
    """Take off a paragraph's beginning, so that `rest` is left; its marks and links stay."""
    if block.block is None:
        return WireBlock("paragraph", rest)
    kept: list[str] = []
    left = len(block.text) - len(rest)
    for part in _BEGINNING.finditer(block.block.html):
        if part["tag"] or left <= 0:
            kept.append(part.group())
        elif not (part.group().isspace() and left == len(block.text) - len(rest)):
            left -= 1
    html = "".join(kept)
    return WireBlock("paragraph", rest, Block("paragraph", "", html, rest))
