"""Every module whose pages stand on the desk; imported once Django's admin has its site."""

from articles.admin import (
    accounts,
    desk_page,
    flash,
    fronts,
    house,
    import_copy,
    names,
    people,
    photos,
    places,
)

__all__ = [
    "accounts",
    "desk_page",
    "flash",
    "fronts",
    "house",
    "import_copy",
    "names",
    "people",
    "photos",
    "places",
]
