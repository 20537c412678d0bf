"""What one edition says, as a value: the form, the importer and the services hand it to each other."""

import hashlib
import json
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Self

from articles.models.choices import BylineRole, Format

LINES = ("kicker", "headline", "front_headline", "social_headline", "search_headline", "deck", "dateline")
"""The plain one-line fields of an edition, in the order of the form."""


@dataclass(frozen=True, kw_only=True)
class BylineLine:
    """One credit of an edition: a role, and exactly one of author, desk and agency, by primary key."""

    role: str = BylineRole.WRITING
    author_id: int | None = None
    desk_id: int | None = None
    agency_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class PhotoLine:
    """One picture of an edition, with this use's words; the first of an edition is its lead."""

    photo_id: int
    alt: str = ""
    caption: str = ""
    is_decorative: bool = False
    crop: dict[str, float] | None = None


@dataclass(frozen=True, kw_only=True)
class Content:
    """Everything a publication of one edition would carry."""

    kicker: str = ""
    headline: str = ""
    front_headline: str = ""
    social_headline: str = ""
    search_headline: str = ""
    deck: str = ""
    dateline: str = ""
    body: str = ""
    format: str = Format.NEWS
    section_id: int | None = None
    topic_ids: tuple[int, ...] = ()
    related_ids: tuple[int, ...] = ()
    bylines: tuple[BylineLine, ...] = ()
    photos: tuple[PhotoLine, ...] = ()
    extras: dict[str, Any] = field(default_factory=dict)

    def digest(self) -> str:
        """Return the SHA-256 of the content's canonical JSON, 64 hexadecimal digits."""
        told = asdict(self)
        if not self.related_ids:
            # Texts from before anything was picked by hand keep the hash they were signed off under.
            del told["related_ids"]
        canonical = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()

    def with_(self, **changes: Any) -> Self:
        """Return the content with some fields changed."""
        return replace(self, **changes)
