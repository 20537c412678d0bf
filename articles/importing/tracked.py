"""What a Word file tells of its making: tracked changes, and which words a comment is about. Text only, no layout."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, fromstring

from django.utils.translation import gettext_noop

from articles.importing.package import broken_file
from articles.importing.reading import Remark

_ADDED, _REMOVED = frozenset({"ins", "moveTo"}), frozenset({"del", "moveFrom"})
_TEXT = frozenset({"t", "delText"})
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Change:
    """One tracked change that is accepted: what was added or removed, and by whom."""

    is_removal: bool
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Tracked:
    """The changes in order, and the words each comment stands at."""

    changes: tuple[Change, ...]
    passages: dict[str, str]

    def remarks(self) -> list[Remark]:
        """Return each change as a sentence."""
        added = gettext_noop("Tracked change by %(who)s, accepted: added “%(text)s”")
        removed = gettext_noop("Tracked change by %(who)s, accepted: removed “%(text)s”")
        return [
            Remark(removed if change.is_removal else added, {"who": change.author, "text": change.text[:_LONGEST]})
            for change in self.changes
        ]


def tracked_in(document: bytes) -> Tracked:
    """Read the main part of a Word file, which has been found free of entities."""
    try:
        # No entity can be declared here (package.parts_of), which is all the standard parser would be unsafe about.
        root = fromstring(document)  # noqa: S314
    except ParseError as broken:
        raise broken_file() from broken
    return Tracked(tuple(_changes(root)), _passages(root))


def _changes(root: Element) -> list[Change]:
    found: list[Change] = []
    for element in root.iter():
        name = _name(element)
        if name not in _ADDED and name not in _REMOVED:
            continue
        text = "".join(each.text or "" for each in element.iter() if _name(each) in _TEXT)
        if text.strip():
            found.append(Change(name in _REMOVED, _attribute(element, "author") or "—", text.strip()))
    return found


def _passages(root: Element) -> dict[str, str]:
    open_now: dict[str, list[str]] = {}
    passages: dict[str, str] = {}
    for element in root.iter():
        name = _name(element)
        if name == "commentRangeStart":
            open_now[_attribute(element, "id")] = []
        elif name == "commentRangeEnd":
            words = "".join(open_now.pop(_attribute(element, "id"), ()))
            passages[_attribute(element, "id")] = " ".join(words.split())[:_LONGEST]
        elif name == "t":
            for words_of_it in open_now.values():
                words_of_it.append(element.text or "")
    return passages


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")
