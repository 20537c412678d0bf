"""Who says so, and from where: the source line and the dateline of a copy. When in doubt a text is neither."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from articles.importing.places import NO_PLACES, PLACES, UNNAMED_SOURCES, key
from articles.language.tables import MONTHS_AR, MONTHS_EN

LONGEST = 40
MOST_WORDS = 6
_FIRST_SENTENCES = 200
_SHORTEST_TEXT = 40

_DASHES_AT_END = re.compile(r"\s*(?:[-–—]+|:)\s*\Z")
_WRAPPED = re.compile(r"[«“\"(\[]\s*([^«»“”\"()\[\]]+?)\s*[»”\")\]]")
_SENTENCE_SIGN = re.compile(r"[!?؟:؛;]|\.(?=\s|\Z)|[،,]\s+\S+\s+\S+\s+\S+\s+\S+")
_SEGMENT = re.compile(r"\s+[-–—/|]\s+|\s*[/|]\s*")
_PARTNER = re.compile(r"\s*[+،,]\s*|\s+و(?=وكالات)")
_LABEL = re.compile(r"(?:ال)?مصدر\s*:\s*|Source\s*:\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(?P<place>[^()\n]*?)\s*\((?P<source>[^()\d\n]{2,40})\)")
_LEAD = re.compile(r"(?P<lead>[^\n]{2,60}?)(?:\s+[-–—]{1,2}|(?<=[\w)])[-–—]{1,2})\s+(?P<rest>\S.*)", re.DOTALL)
_SPACED_DASH = re.compile(r"\s[-–—]\s")
_CAPITALS = re.compile(r"(?=.*[A-Z]{3})[A-Z][A-Z'’.]*(?:[ /-][A-Z'’.]+){0,4}")
_ONE_ARABIC_WORD = re.compile(r"(?!ال)[ء-غف-ي]{2,12}")
_NUMBERS = re.compile(r"\b[0-9٠-٩]{1,4}(?:st|nd|rd|th)?\b")
_MONTHS = frozenset(
    [month.casefold() for month in (*MONTHS_EN, *(each[:3] for each in MONTHS_EN), "Sept")]
    + [month for names in MONTHS_AR.values() for month in names]
)


class Names(NamedTuple):
    """The house's own names, and the agencies' by their keys; a key knows neither dots nor hamza: أ.ف.ب is ا ف ب."""

    house: frozenset[str]
    agencies: dict[str, str]
    people: dict[str, str]
    desks: dict[str, str]

    @classmethod
    def of(
        cls, house: Iterable[str], agencies: Iterable[str], people: Iterable[str] = (), desks: Iterable[str] = ()
    ) -> Self:
        """Take the names as people write them."""
        keyed = ({key(name): name for name in names if key(name)} for names in (agencies, people, desks))
        return cls(frozenset(filter(None, map(key, house))), *keyed)

    def person(self, text: str) -> str | None:
        """Return the author that a text names."""
        return self.people.get(key(text))

    def agency(self, text: str) -> str | None:
        """Return the agency that a text names, alone or after the word agency."""
        named = key(text)
        return self.agencies.get(named) or self.agencies.get(named.removeprefix("وكاله_"))

    def knows(self, text: str) -> bool:
        """Say whether a text names an agency, the house, or agencies as such."""
        named = key(text)
        return named in self.house | UNNAMED_SOURCES or named in self.desks or self.agency(text) is not None


@dataclass(frozen=True, slots=True)
class Credit:
    """What a source line or a dateline says; `removed` is what it said beyond that (a date, a label)."""

    source: str = ""
    agency: str | None = None
    dateline: str = ""
    removed: tuple[str, ...] = ()


def pieces_of(source: str) -> list[str]:
    """Return a source as it was written, and each partner in it: «راصد + وكالات» is راصد and وكالات too."""
    pieces = [piece for part in _SEGMENT.split(source) for piece in (part, *_PARTNER.split(part))]
    return list(dict.fromkeys([source, *(piece.strip() for piece in pieces if piece.strip())]))


def read_source_line(line: str, names: Names) -> Credit | None:
    """Understand a line that is nothing but a source: `راصد -`, `Reuters`, «رويترز», `بيروت - رويترز -`.

    A name that nobody knows must end in a dash.
    """
    label = _LABEL.match(line)
    core = line[label.end() :] if label else line
    removed = (label.group().strip(),) if label else ()
    has_dash = bool(_DASHES_AT_END.search(core)) and not core.rstrip().endswith(":")
    core = _DASHES_AT_END.sub("", core)
    wrapped = _WRAPPED.fullmatch(core)
    core = (wrapped[1] if wrapped else core).strip()
    if key(core) in names.desks:
        return Credit(core, _agency_in(core, names), removed=removed)
    if not core or len(core) > LONGEST or len(core.split()) > MOST_WORDS or _SENTENCE_SIGN.search(core):
        return None
    credit = _credit(core, names, is_sure=has_dash or bool(label))
    return credit and replace(credit, removed=(*removed, *credit.removed))


def read_dateline(paragraph: str, names: Names) -> tuple[Credit, str] | None:
    """Understand `بيروت - …`, `BEIRUT, Nov 24 (Reuters) - …`, `رويترز - …`, and return it with the rest of the text."""
    found = _LEAD.fullmatch(paragraph)
    if not found:
        return None
    lead, rest = found["lead"].strip(), found["rest"]
    second = _LEAD.fullmatch(rest)
    if second and names.knows(second["lead"]) and _is_place(lead, is_sure=True):
        credit = Credit(second["lead"].strip(), _agency_in(second["lead"], names), *_place_and_date(lead))
        return credit, second["rest"]
    credit_of_lead = _lead_credit(lead, rest, names)
    return (credit_of_lead, rest) if credit_of_lead else None


def _credit(core: str, names: Names, *, is_sure: bool) -> Credit | None:
    bracketed = _IN_BRACKETS.fullmatch(core)
    if bracketed and (is_sure or names.knows(bracketed["source"])) and _is_place(bracketed["place"], is_sure=True):
        place, removed = _place_and_date(bracketed["place"])
        return Credit(bracketed["source"], _agency_in(bracketed["source"], names), place, removed)
    parts = [part for part in _SEGMENT.split(core) if part.strip()]
    known = [part for part in parts if _is_known(part, names)]
    if len(known) == len(parts):
        return Credit(core, _agency_in(core, names))
    if len(parts) == 2 and (known == parts[1:] or (is_sure and not known)) and _is_place(parts[0], is_sure=True):
        place, removed = _place_and_date(parts[0])
        return Credit(parts[1].strip(), _agency_in(parts[1], names), place, removed)
    if is_sure and len(parts) == 1:
        return Credit(dateline=core) if key(core) in PLACES else Credit(core)
    return None


def _is_known(part: str, names: Names) -> bool:
    return all(names.knows(piece) for piece in _PARTNER.split(part) if piece.strip())


def _agency_in(source: str, names: Names) -> str | None:
    return next((agency for piece in pieces_of(source) if (agency := names.agency(piece))), None)


def _lead_credit(lead: str, rest: str, names: Names) -> Credit | None:
    if _is_known(lead, names):
        return Credit(lead.strip("()"), _agency_in(lead, names))
    bracketed = _IN_BRACKETS.fullmatch(lead)
    if bracketed:
        place, dates = _place_and_date(bracketed["place"])
        is_agency = names.knows(bracketed["source"]) or key(place) in PLACES or _CAPITALS.fullmatch(place)
        if not is_agency or not (_is_place(place, is_sure=True) or (dates and not place)):
            return None
        return Credit(bracketed["source"], _agency_in(bracketed["source"], names), place, dates)
    parts = _SEGMENT.split(lead)
    if len(parts) == 2 and _is_known(parts[1], names) and _is_place(parts[0], is_sure=True):
        return Credit(parts[1], _agency_in(parts[1], names), *_place_and_date(parts[0]))
    has_partner = _SPACED_DASH.search(rest[:_FIRST_SENTENCES]) is not None
    if len(rest) < _SHORTEST_TEXT or has_partner or not _is_place(lead, is_sure=False):
        return None
    return Credit("", None, *_place_and_date(lead))


def _is_place(text: str, *, is_sure: bool) -> bool:
    """Whether a text reads as a place; where brackets or an agency speak for it, any short run of words does."""
    place, _ = _place_and_date(text)
    named = key(place)
    if not named or NO_PLACES & set(named.split("_")) or _SENTENCE_SIGN.search(place) or re.search(r"\d", place):
        return False
    if named in PLACES or _CAPITALS.fullmatch(place):
        return True
    if is_sure:
        return len(place.split()) <= 4
    return _ONE_ARABIC_WORD.fullmatch(place) is not None


def _is_date(text: str) -> bool:
    month, numbers = _NUMBERS.subn("", text)
    return numbers > 0 and month.strip(" .").casefold() in _MONTHS


def _place_and_date(text: str) -> tuple[str, tuple[str, ...]]:
    """Cut `BEIRUT, Nov 24` into the place and what is only the day."""
    pieces = [piece.strip() for piece in re.split(r"[،,]", text)]
    dates = tuple(piece for piece in pieces if _is_date(piece))
    places = [piece for piece in pieces if piece and piece not in dates]
    return ("، " if re.search("[ء-ي]", text) else ", ").join(places), dates
