"""Wire copy understood: which line is the headline, the source, the dateline, a subhead, a paragraph. Saves nothing.

A doubtful line stays in the text as a paragraph: an editor sees it there, and moves it. Nothing typed is lost: every
letter is in the headline, the source, the dateline, a block, or among what was `removed`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from articles.importing import lines, sources
from articles.importing.lines import Line, is_placeholder, placeholders_of
from articles.importing.sources import Credit, Names
from articles.language.blocks import escape

Kind = Literal["paragraph", "subhead", "item", "rule"]

HEADLINE_LONGEST = 250
HEAD_LINES = 6
"""How far down the headline and the source line may stand."""

SUBHEAD_LONGEST, SUBHEAD_MOST_WORDS = 60, 8

_LETTER = re.compile(r"[^\W\d_]")
_ENDS_A_SENTENCE = re.compile(r"[.!?؟:…;؛،,\-–—][\s»”\"')\]]*\Z")
_RULE = re.compile(r"[*\-_=#~•–—][*\-_=#~•–—\s]{1,}[*\-_=#~•–—]")
_BULLET = re.compile(r"[•●▪◦‣*·][ \t\N{NO-BREAK SPACE}]+(?=\S)")


@dataclass(frozen=True, slots=True)
class WireBlock:
    """One block of the body as plain text."""

    kind: Kind
    text: str


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

    @property
    def body(self) -> str:
        """The blocks as the house's HTML, everything escaped."""
        return "".join(_html(kind, list(group)) for kind, group in groupby(self.blocks, key=lambda block: block.kind))


def read_copy(text: str, *, house_names: Iterable[str], agency_names: Iterable[str]) -> WireCopy:
    """Understand a copy as it came: plain text, however its lines are broken.

    The first line is the headline; a line such as `راصد -` or `Reuters -` before the first paragraph is the source; a
    place before a dash at its beginning is the dateline; a short line alone between two paragraphs is a subhead. What
    looks like a placeholder stays where it is, and is named in `leftovers`.
    """
    names = Names.of(house_names, agency_names)
    read = lines.read(text)
    headline, credit, rest = _head(read.lines, names)
    rest, signed = _without_signature(rest, names, credit)
    blocks, dated = _with_dateline(list(_blocks(rest)), names)
    credits = [each for each in (credit, dated, signed) if each]
    texts = [headline, *(block.text for block in blocks)]
    return WireCopy(
        headline=headline,
        source=" - ".join(dict.fromkeys(each.source for each in credits if each.source)),
        agency=next((each.agency for each in credits if each.agency), None),
        dateline=next((each.dateline for each in credits if each.dateline), ""),
        blocks=tuple(blocks),
        leftovers=tuple(leftover for each in texts for leftover in placeholders_of(each)),
        removed=(*read.removed, *(removed for each in credits for removed in each.removed)),
    )


def _head(all_lines: list[Line], names: Names) -> tuple[str, Credit | None, list[Line]]:
    """Find the headline and the source line; what stands round them and is neither stays in its order."""
    headline, credit = "", None
    kept: list[Line] = []
    for number, line in enumerate(all_lines):
        if number >= HEAD_LINES or (headline and len(line.text) > SUBHEAD_LONGEST):
            return headline, credit, kept + all_lines[number:]
        source = None if credit or line.is_placeholder else sources.read_source_line(line.text, names)
        if source:
            credit = source
        elif headline or line.is_placeholder or len(line.text) > HEADLINE_LONGEST:
            kept.append(line)
        else:
            headline = line.text
    return headline, credit, kept


def _without_signature(rest: list[Line], names: Names, credit: Credit | None) -> tuple[list[Line], Credit | None]:
    """Take an agency's name off the end, where it stands alone on the last line."""
    if len(rest) < 2:
        return rest, None
    signed = sources.read_source_line(rest[-1].text, names)
    if not signed or not signed.agency or signed.dateline:
        return rest, None
    if credit and credit.source:
        return rest[:-1], Credit(agency=signed.agency, removed=(rest[-1].text,))
    return rest[:-1], signed


def _blocks(rest: list[Line]) -> Iterator[WireBlock]:
    subheads = _subheads(rest)
    items = _items(rest)
    for number, line in enumerate(rest):
        if _RULE.fullmatch(line.text):
            if 0 < number < len(rest) - 1:
                yield WireBlock("rule", line.text)
        elif number in items:
            yield WireBlock("item", _BULLET.sub("", line.text, count=1))
        else:
            yield WireBlock("subhead" if number in subheads else "paragraph", line.text)


def _items(rest: list[Line]) -> set[int]:
    """The lines of lists: two or more in a row that begin with the same bullet; a dash may be a dialogue."""
    found: set[int] = set()
    for number in range(1, len(rest)):
        before, line = rest[number - 1].text, rest[number].text
        if before[0] == line[0] and _BULLET.match(before) and _BULLET.match(line):
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
                return [*blocks[:number], WireBlock("paragraph", found[1]), *blocks[number + 1 :]], found[0]
            break
    return blocks, None


def _html(kind: Kind, blocks: list[WireBlock]) -> str:
    if kind == "rule":
        return "<hr>"
    if kind == "item":
        return "<ul>" + "".join(f"<li><p>{escape(block.text)}</p></li>" for block in blocks) + "</ul>"
    tag = "h2" if kind == "subhead" else "p"
    return "".join(f"<{tag}>{escape(block.text)}</{tag}>" for block in blocks)
