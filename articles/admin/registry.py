"""Every module whose pages stand on the desk; imported once Django's admin has its site."""

from articles.admin import (
    accounts,
    article_list,
    articles,
    bell,
    buffers,
    desk_page,
    flash,
    fronts,
    history,
    house,
    import_copy,
    names,
    people,
    photos,
    places,
    previews,
)

__all__ = [
    "accounts",
    "article_list",
    "articles",
    "bell",
    "buffers",
    "desk_page",
    "flash",
    "fronts",
    "history",
    "house",
    "import_copy",
    "names",
    "people",
    "photos",
    "places",
    "previews",
]
