"""The texts of an edition under the names by which findings point at them."""

from articles.models import LINES, Content, Format

EXTRAS_CHECKED: dict[str, tuple[str, ...]] = {
    Format.SPONSORED: ("sponsor",),
    Format.VIDEO: ("transcript",),
    Format.CARTOON: ("transcript",),
}
"""The words that only a format has and its readers are owed."""


NO_BYLINE = frozenset({Format.FLASH})
DATELINE = frozenset({Format.NEWS})


def article_fields(content: Content) -> dict[str, str]:
    """Return the texts of an edition under the names by which findings point at them; what is not owed is left out."""
    fields = {name: getattr(content, name) for name in (*LINES, "body")}
    if not content.dateline and content.format not in DATELINE:
        del fields["dateline"]
    if not content.bylines and content.format not in NO_BYLINE:
        fields["byline"] = ""
    for name in EXTRAS_CHECKED.get(content.format, ()):
        fields[name] = str(content.extras.get(name, ""))
    for number, photo in enumerate(content.photos, start=1):
        if not photo.is_decorative:
            fields[f"photo.{number}.alt"] = photo.alt
        if photo.caption or not photo.is_decorative:
            fields[f"photo.{number}.caption"] = photo.caption
    return fields
