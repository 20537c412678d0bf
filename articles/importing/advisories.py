"""What an agency says of its own item: a new take, a correction, a kill. Words for the desk, never for readers."""

import re
from enum import StrEnum
from typing import NamedTuple

from articles.importing.places import key


class Advice(StrEnum):
    """What a new item does to an older one."""

    TAKE = "take"
    CORRECTION = "correction"
    KILL = "kill"


class Advisory(NamedTuple):
    """The advice, and the words that gave it."""

    advice: Advice
    words: str


_WORDS = {
    Advice.KILL: "إلغاء، سحب، يلغى، مسحوب، kill، mandatory kill، withdrawn، withdrawal، advisory kill",
    Advice.CORRECTION: "تصحيح، مصحح، مصححة، تصويب، correction، corrected، corrects، fixes، refile، refiles",
    Advice.TAKE: "تحديث، محدث، إضافة، اضافة، متابعة، يتبع، تتمة، يحل محل، update، updated، updates، recasts، adds،"
    " lead، writethru، wrapup، take، 1st lead، 2nd lead، 3rd lead",
}
_ADVICE = {key(word): advice for advice, words in _WORDS.items() for word in words.split("،")}
_BEFORE = re.compile(
    r"[(\[*]*(?P<words>[^\s:()\[\]/\-–—][^:()\[\]/–—]{1,20}?)[)\]*]*\s*(?:[-:/–—]|(?<=[)\]]))\s*(?P<rest>\S.{9,})"
)
_AFTER = re.compile(r"(?P<rest>\S.{9,}?)\s*[(\[](?P<words>[^()\[\]]{2,20})[)\]]")
_NUMBER = re.compile(r"[\s#.-]*[0-9٠-٩]{1,2}(?:st|nd|rd|th)?$|^[0-9٠-٩]{1,2}(?:st|nd|rd|th)?\s+", re.IGNORECASE)


def advisory_of(headline: str, kicker: str = "") -> tuple[Advisory | None, str]:
    """Return an agency's advice at its headline, and the headline without it."""
    for pattern in (_BEFORE, _AFTER):
        found = pattern.fullmatch(headline)
        advice = _advice(found["words"]) if found else None
        if found and advice:
            return Advisory(advice, found["words"]), found["rest"]
    advice = _advice(kicker)
    return (Advisory(advice, kicker), headline) if advice else (None, headline)


def _advice(words: str) -> Advice | None:
    return _ADVICE.get(key(_NUMBER.sub("", words)))
