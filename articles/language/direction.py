"""Which way a text runs, and how to keep a foreign run from turning its neighbours (UAX #9)."""

import re
import unicodedata

from articles.language.tables import DIRECTION_CONTROLS, FSI, LINE_REFUSED, LRI, PDI, RLI

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ku", "ps", "ur"})
_OPENERS = {"ltr": LRI, "rtl": RLI, None: FSI}
_TURNS = re.compile(f"[{re.escape(DIRECTION_CONTROLS)}]")
_REFUSED = re.compile(
    # The flags of England, Scotland and Wales are spelt with tags after a black flag: those are no smuggling.
    "\N{WAVING BLACK FLAG}[\U000e0020-\U000e007e]{1,8}\N{CANCEL TAG}|(?P<refused>[" + re.escape(LINE_REFUSED) + "])"
)


def direction_of(language: str) -> str:
    """Return 'rtl' or 'ltr' for a language code such as 'ar' or 'ar-LB'."""
    return "rtl" if language.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def isolate(text: str, direction: str | None = None) -> str:
    """Wrap a foreign run for plain-text output (a title, a feed, a mail); without a direction its first letter decides.

    Added at output, never stored. What turns direction inside the run is dropped: it could break out.
    """
    inside = _TURNS.sub("", text)
    return f"{_OPENERS[direction]}{inside}{PDI}" if inside else ""


def begins(text: str) -> str | None:
    """Return which way the first letter of a text runs, or None when it has no letter."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"L", "R", "AL"}:
            return "ltr" if kind == "L" else "rtl"
    return None


def set_off(text: str, language: str) -> str:
    """Return a line for plain-text output that runs as its language does, whatever its first word is.

    A title such as «OpenAI: نموذج جديد» would run from left to right in a tab or a feed reader; it alone is wrapped.
    """
    own = direction_of(language)
    return text if begins(text) in {own, None} else isolate(text, own)


def direction_controls(text: str) -> list[int]:
    """Return the places of embeddings, overrides and isolates (U+202A–202E, U+2066–2069)."""
    return [found.start() for found in _TURNS.finditer(text)]


def refused_controls(text: str) -> list[int]:
    """Return the places of what a headline or a name may not hold: `tables.LINE_REFUSED`, but for emoji flags."""
    return [found.start() for found in _REFUSED.finditer(text) if found["refused"]]
