"""The house's structure of a body, made from markup that is clean but put together as its writer's program liked.

Reads only what nh3 has written (well formed, attributes quoted, text escaped) and writes text as it came. Nothing here
makes markup safe.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from articles.publishing.body_rules import ATTRIBUTES

DEEPEST_KEPT: Final = 24  # tags below this are taken out, their text stays

_INLINE = frozenset({"strong", "em", "a", "br", "sub", "sup", "span"})
_LEAVES = frozenset({"p", "h2", "h3"})
_LISTS = frozenset({"ul", "ol"})
_GROUPS = frozenset({"blockquote", "aside"})
_VOID = frozenset({"br", "hr"})
_OURS = {"b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}

_ORDER = ("class", "href", "data-photo", "data-gallery", "data-embed", "lang", "dir")

_TOKEN = re.compile(r"<(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)(?P<attributes>[^<>]*)>|(?P<text>[^<]+|<)")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_BLANKS = re.compile(r"[ \t\n\r\f]++")
# What a paragraph may hold and still be empty: blanks, and characters nobody sees.
_UNSEEN = re.compile(r"(?:&nbsp;|[\s\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff])*+")


@dataclass(slots=True)
class Element:
    """A tag with its attributes, spelled as they are written, and what stands in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node"] = field(default_factory=list)


Node = Element | str


def shape(html: str) -> str:
    """Return a body in the house's structure: loose text in paragraphs, nothing empty, every block where it may stand.

    No word is lost: what may not stand somewhere gives its text to the place it stood in.
    """
    return "".join(_written(_flow(_tree(html))))


def _tree(html: str) -> list[Node]:
    root = Element("")
    stack = [root]
    dropped = 0
    for found in _TOKEN.finditer(html):
        tag = found["tag"]
        if tag is None:
            stack[-1].children.append(found["text"])
        elif tag in _VOID:
            stack[-1].children.append(Element(tag))
        elif found["end"]:
            if dropped:
                dropped -= 1
            elif len(stack) > 1:
                stack.pop()
        elif len(stack) > DEEPEST_KEPT:
            dropped += 1
        else:
            element = _ours(tag, dict(_ATTRIBUTE.findall(found["attributes"])))
            stack[-1].children.append(element)
            stack.append(element)
    return root.children


def _ours(tag: str, attributes: dict[str, str]) -> Element:
    tag = _OURS.get(tag, tag)
    style = attributes.get("style", "").split()
    if tag == "strong" and "normal" in style:
        tag = "span"
    elif tag == "span" and "bold" in style:
        tag = "strong"
    elif tag == "span" and "italic" in style:
        tag = "em"
    kept = ATTRIBUTES.get(tag, set()) & attributes.keys()
    if "data-photo" in kept:
        kept -= {"data-gallery"}
    return Element(tag, {name: attributes[name] for name in _ORDER if name in kept})


def _flow(nodes: Iterable[Node]) -> list[Element]:
    """Return the blocks that some content makes, its loose text as paragraphs."""
    blocks: list[Element] = []
    run: list[Node] = []
    for node in nodes:
        if isinstance(node, str) or (node.tag in _INLINE and not _has_block(node)):
            run.append(node)
            continue
        blocks += _leaf("p", {}, run)
        run = []
        blocks += _flow(node.children) if node.tag in _INLINE else _block(node)
    return blocks + _leaf("p", {}, run)


def _has_block(element: Element) -> bool:
    inside = (child for child in element.children if isinstance(child, Element))
    return any(child.tag not in _INLINE or _has_block(child) for child in inside)


def _block(element: Element) -> list[Element]:
    ways = _OWED.get(element.tag, (frozenset[str](),))
    if element.tag not in _MAKERS or not any(owed <= element.attributes.keys() for owed in ways):
        return _flow(element.children)
    return _MAKERS[element.tag](element)


def _empty_block(element: Element) -> list[Element]:
    return [Element(element.tag, element.attributes), *_flow(element.children)]


def _leaves(element: Element) -> list[Element]:
    if not _has_block(element):
        return _leaf(element.tag, element.attributes, element.children)
    inside = _flow(element.children)
    return [Element(element.tag, x.attributes, x.children) if x.tag == "p" else x for x in inside]


def _list(element: Element) -> list[Element]:
    items: list[Node] = []
    after: list[Element] = []
    for child in element.children:
        is_item = isinstance(child, Element) and child.tag == "li"
        inside, rest = _parted(_flow(child.children if isinstance(child, Element) and child.tag == "li" else [child]))
        if is_item or not items or not isinstance(items[-1], Element):
            items += [Element("li", {}, inside)] if inside else []
        else:
            items[-1].children += inside
        after += rest
    return ([Element(element.tag, {}, items)] if items else []) + after


def _parted(blocks: list[Element]) -> tuple[list[Node], list[Element]]:
    """Part blocks into what may stand in a list item and what comes after the list."""
    inside: list[Node] = []
    rest: list[Element] = []
    for block in blocks:
        if block.tag in _LEAVES:
            inside.append(Element("p", block.attributes, block.children))
        elif block.tag in _LISTS:
            inside.append(block)
        elif block.tag in _GROUPS:
            inside += _paragraphs(block)
        else:
            rest.append(block)
    return inside, rest


def _group(element: Element) -> list[Element]:
    """Return a quotation, interrupted by what may not stand in one."""
    allowed = {"p", *_LISTS} if element.tag == "blockquote" else {"p"}
    groups: list[Element] = []
    is_open = False
    for block in _flow(element.children):
        may_stay: list[Element] = [block] if block.tag in allowed else []
        if block.tag in _LEAVES | _GROUPS or (block.tag in _LISTS and not may_stay):
            may_stay = list(_paragraphs(Element("", {}, [block])))
        if not may_stay:
            groups.append(block)
        elif is_open:
            groups[-1].children += may_stay
        else:
            groups.append(Element(element.tag, element.attributes, [*may_stay]))
        is_open = bool(may_stay)
    return groups


def _table(element: Element) -> list[Element]:
    rows: list[Node] = []
    before: list[Element] = []
    for child in element.children:
        if isinstance(child, Element) and child.tag == "tr":
            rows.append(Element("tr", {}, [_cell(x) for x in child.children if isinstance(x, Element)]))
        elif isinstance(child, Element) and child.tag in {"tbody", "thead", "tfoot", "colgroup"}:
            for part in _table(child):
                rows += part.children if part.tag == "tbody" else []
        else:
            before += _flow([child])
    if element.tag != "table":
        return [Element("tbody", {}, rows)]
    has_words = any(not _is_empty(row) for row in rows)
    return before + ([Element("table", {}, [Element("tbody", {}, rows)])] if has_words else [])


def _cell(cell: Element) -> Element:
    tag = cell.tag if cell.tag in {"th", "td"} else "td"
    if not _has_block(cell):
        return Element(tag, {}, _trimmed(_inline(cell.children, frozenset())))
    return Element(tag, {}, [*_paragraphs(Element("", {}, [*_flow(cell.children)]))])


def _paragraphs(element: Element) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, str):
            continue
        if child.tag in _LEAVES:
            yield Element("p", child.attributes, child.children)
        elif child.tag in {"th", "td"} and not _has_block(child):
            yield from _leaf("p", {}, child.children)
        else:
            yield from _paragraphs(child)


def _leaf(tag: str, attributes: dict[str, str], nodes: Iterable[Node]) -> list[Element]:
    children = _trimmed(_inline(nodes, frozenset()))
    return [] if all(map(_is_empty, children)) else [Element(tag, attributes, children)]


def _inline(nodes: Iterable[Node], inside: frozenset[str]) -> list[Node]:
    """Return running text: no mark in itself, no empty mark, no link that leads nowhere."""
    kept: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            _append(kept, node)
        elif node.tag == "br":
            kept.append(node)
        else:
            name = node.attributes.get("class", node.attributes.get("lang", "")) + node.tag
            children = _inline(node.children, inside | {name})
            if name in inside or not _says_something(node) or all(map(_is_empty, children)):
                for child in children:
                    _append(kept, child)
            else:
                kept.append(Element(node.tag, node.attributes, children))
    return kept


def _append(kept: list[Node], node: Node) -> None:
    if isinstance(node, str) and kept and isinstance(kept[-1], str):
        node = kept.pop() + node  # type: ignore[operator]
    kept.append(_BLANKS.sub(_one_line, node) if isinstance(node, str) else node)


def _one_line(blanks: re.Match[str]) -> str:
    return blanks.group() if set(blanks.group()) == {" "} else " "


def _says_something(element: Element) -> bool:
    if element.tag == "span":
        return "class" in element.attributes or {"lang", "dir"} <= element.attributes.keys()
    return element.tag != "a" or "href" in element.attributes


def _trimmed(nodes: list[Node]) -> list[Node]:
    if nodes and isinstance(nodes[0], str):
        nodes[0] = nodes[0].lstrip(" ")
    if nodes and isinstance(nodes[-1], str):
        nodes[-1] = nodes[-1].rstrip(" ")
    return [node for node in nodes if node != ""]


def _is_empty(node: Node) -> bool:
    if isinstance(node, str):
        return _UNSEEN.fullmatch(node) is not None
    return node.tag != "hr" and all(map(_is_empty, node.children))


# What a tag must say to be itself; without it only its content stays.
_OWED: Final = {
    "aside": (frozenset({"class"}),),
    "figure": (frozenset({"data-photo"}), frozenset({"data-gallery"})),
    "div": (frozenset({"class", "data-embed"}),),
}
_MAKERS: Final[dict[str, Callable[[Element], list[Element]]]] = {
    "hr": _empty_block,
    "p": _leaves,
    "h2": _leaves,
    "h3": _leaves,
    "ul": _list,
    "ol": _list,
    "blockquote": _group,
    "aside": _group,
    "table": _table,
    "figure": _empty_block,
    "div": _empty_block,
}


def _written(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
            continue
        yield f"<{node.tag}{''.join(f' {name}={chr(34)}{value}{chr(34)}' for name, value in node.attributes.items())}>"
        if node.tag not in _VOID:
            yield from _written(node.children)
            yield f"</{node.tag}>"
