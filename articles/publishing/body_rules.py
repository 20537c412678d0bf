"""What a body may hold: its tags, their attributes and the addresses they point to. Every list here is closed."""

import re
import unicodedata
from typing import Final
from urllib.parse import quote, unquote


def names(line: str) -> frozenset[str]:
    """Return the words of a line as a set."""
    return frozenset(line.split())


TAGS: Final = names("p h2 h3 ul ol li blockquote aside figure table tbody tr th td div hr strong em a br sub sup span")
ATTRIBUTES: Final = {
    "p": {"dir", "lang"},
    "h2": {"dir", "lang"},
    "h3": {"dir", "lang"},
    "aside": {"class"},
    "figure": {"data-photo", "data-gallery"},
    "div": {"class", "data-embed"},
    "a": {"href"},
    "span": {"class", "dir", "lang"},
}
CLASSES: Final = {"aside": ("pullquote",), "div": ("embed",), "span": ("verbatim", "quran")}
DIRECTIONS: Final = frozenset({"rtl", "ltr", "auto"})
LANGUAGES: Final = names(
    "ar en fr es de it pt nl sv no da fi el ru uk pl cs ro hu bg sr tr az fa ps ku ckb ur he syr hy ka am"
    " so ha sw hi bn id ms zh ja ko la"
)
"""The languages a passage may be marked as being in, by their primary BCP 47 subtag."""

EMBEDS: Final = {
    "youtube": re.compile(r"[A-Za-z0-9_-]{11}"),
    "vimeo": re.compile(r"[0-9]{6,12}"),
    "x": re.compile(r"[0-9]{5,20}"),
    "instagram": re.compile(r"[A-Za-z0-9_-]{5,40}"),
    "facebook": re.compile(r"[A-Za-z0-9.]{1,60}/(?:posts|videos)/[A-Za-z0-9]{5,100}"),
    "tiktok": re.compile(r"[0-9]{15,22}"),
    "soundcloud": re.compile(r"[a-z0-9_-]{2,60}/[a-z0-9_-]{2,120}"),
}
"""Where an embed may come from, and how an id of that place is written."""

SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
LONGEST_ADDRESS: Final = 2048

# A browser would run what is inside these, or show it as text that nobody wrote.
DROPPED_WITH_CONTENT: Final = names(
    "script style svg math iframe template title textarea xmp noembed noframes plaintext noscript select"
    " object audio video canvas button"
)

MOST_IN_A_GALLERY: Final = 40

_PHOTO = re.compile(r"[1-9][0-9]{0,9}")
_AUTHORITY = re.compile(r"https?://([^/?#]+)", re.IGNORECASE)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_UNSAFE = re.compile(r"[\"'<>`{}|^]")
_DESK = re.compile(r"/admin(?:[/?#;]|$)")
_DOT_SEGMENT = re.compile(r"(?:^|/)\.{1,2}(?:[/?#]|$)")


def allowed_value(tag: str, name: str, value: str) -> str | None:
    """Return the value an attribute may have, in its one spelling, or None when it may not stand at all."""
    match name:
        case "href":
            return safe_address(value)
        case "dir":
            return value.lower() if value.lower() in DIRECTIONS else None
        case "lang":
            primary = value.lower().partition("-")[0]
            return primary if primary in LANGUAGES else None
        case "class":
            return next((name for name in CLASSES.get(tag, ()) if name in value.split()), None)
        case "data-photo":
            return value if _PHOTO.fullmatch(value) else None
        case "data-gallery":
            return _gallery(value)
        case "data-embed":
            provider, _, key = value.partition(":")
            return value if provider in EMBEDS and EMBEDS[provider].fullmatch(key) else None
    return None


def _gallery(value: str) -> str | None:
    """Return the photos of a gallery in their order, each once, or None where there is none or one that is no photo."""
    numbers = list(dict.fromkeys(value.split()))
    is_right = numbers and len(numbers) <= MOST_IN_A_GALLERY and all(map(_PHOTO.fullmatch, numbers))
    return " ".join(numbers) if is_right else None


def safe_address(address: str) -> str | None:
    """Return an address a link may lead to, or None: http, https, mailto, tel, or a path of this site outside the desk.

    What it is is decided after every control, format character and blank is gone, so that none can hide a scheme; those
    that stand inside an allowed address stay, percent-encoded.
    """
    bare = "".join(character for character in address if not _is_invisible(character))
    start = _allowed_start(bare)
    if start is None or len(address) > LONGEST_ADDRESS:
        return None
    typed = "".join(_encoded(character) for character in _without_invisible_edges(address))
    return _UNSAFE.sub(lambda found: quote(found.group()), typed if typed.lower().startswith(start) else bare)


def _allowed_start(bare: str) -> str | None:
    """Return how an allowed address begins: its slash or its scheme."""
    if "\\" in bare:
        return None
    if bare.startswith("/"):
        return "/" if _is_public_path(unquote(bare).lower()) else None
    scheme = _SCHEME.match(bare)
    if scheme is None or scheme[1].lower() not in SCHEMES or len(bare) == scheme.end():
        return None
    return scheme[0].lower() if _leads_somewhere(bare, scheme[1].lower()) else None


def _is_public_path(path: str) -> bool:
    if path.startswith("//") or "\\" in path or _DOT_SEGMENT.search(path):
        return False
    return _DESK.match(path) is None


def _leads_somewhere(bare: str, scheme: str) -> bool:
    if scheme not in {"http", "https"}:
        return True
    authority = _AUTHORITY.match(bare)
    return authority is not None and "@" not in authority[1]


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Zs", "Zl", "Zp"}


def _without_invisible_edges(address: str) -> str:
    seen = [at for at, character in enumerate(address) if not _is_invisible(character)]
    return address[seen[0] : seen[-1] + 1] if seen else ""


def _encoded(character: str) -> str:
    if unicodedata.category(character) == "Cc":
        return ""
    return quote(character) if _is_invisible(character) else character
