"""What may stand in a public address. The number of an article decides; what stands round it may be anything."""

from django.urls import register_converter
from django.urls.converters import StringConverter


class Number:
    """An article's number: ASCII digits, few enough for every database."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        """Return the number."""
        return int(value)

    def to_url(self, value: int) -> str:
        """Return the digits."""
        return str(value)


class Language(StringConverter):
    """A language of the site."""

    regex = "ar|en"


class Tail(StringConverter):
    """The readable end of an address, in any script."""

    regex = r"[^/\x00-\x1f]{0,300}"


def register() -> None:
    """Make the converters known by the names that `urls` uses."""
    register_converter(Number, "number")
    register_converter(Language, "language")
    register_converter(Tail, "tail")
