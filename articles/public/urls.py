"""Every address of the readers' site (DESIGN §6). An article's number decides; the last pattern answers the rest."""

from django.urls import URLPattern, URLResolver, include, path, re_path

from articles.public import converters, errors, feeds, health, lists, photos, previews, search, sitemaps
from articles.public.articles import article, home

converters.register()


def _feeds(route: str, **fixed: str) -> URLPattern:
    return re_path(rf"^{route}feed/(?P<kind>rss|atom)/$", feeds.feed, fixed)


_OF_A_LANGUAGE: list[URLPattern | URLResolver] = [
    path("", lists.front, name="front"),
    path("latest/", lists.latest, name="latest"),
    path("corrections/", lists.corrections, name="corrections"),
    path("search/", search.search, name="search"),
    path("search/suggest/", search.suggest, name="suggest"),
    re_path(r"^archive/(?P<year>[0-9]{4})/(?P<month>[0-9]{2})/(?P<day>[0-9]{2})/$", lists.archive, name="archive"),
    path("topics/<tail:slug>/", lists.topic, name="topic"),
    path("authors/<tail:slug>/", lists.author, name="author"),
    path("series/<tail:slug>/", lists.series, name="series"),
    path("pages/<slug:slug>/", lists.house_page, name="page"),
    _feeds(""),
    _feeds(r"topics/(?P<topic>[^/\x00-\x1f]{1,100})/"),
    _feeds(r"series/(?P<series>[^/\x00-\x1f]{1,100})/"),
    _feeds(r"(?P<section>[a-z][a-z0-9-]{0,59})/"),
    # With and without a closing slash: what is wrong with an article's address is put right by one redirect.
    path("<number:pk>/", article, name="short"),
    path("<number:pk>", article),
    path("<slug:section>/<number:pk>/", article),
    path("<slug:section>/<number:pk>", article),
    path("<slug:section>/<number:pk>-<tail:tail>/", article, name="article"),
    path("<slug:section>/<number:pk>-<tail:tail>", article),
    path("<slug:slug>/", lists.section, name="section"),
]

_A_PICTURE = (
    r"^media/(?P<token>[0-9a-f]{32})-(?:(?P<cut>(?:16x9|4x3|1x1|9x16)-[0-9]{1,3}x[0-9]{1,3})-)?"
    r"(?P<width>[0-9]{2,4})\.(?P<extension>avif|webp|jpg)$"
)

_A_CARD = r"^media/cards/(?P<pk>[0-9]{1,18})-(?P<key>[0-9a-f]{32})(?:-(?P<shape>1x1|9x16))?\.jpg$"

urlpatterns = [
    path("", home, name="home"),
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("robots.txt", sitemaps.robots),
    path("sitemap.xml", sitemaps.index),
    path("sitemap-<language:of>-<int:year>-<int:month>.xml", sitemaps.of_month),
    path("news-sitemap-<language:of>.xml", sitemaps.news),
    re_path(_A_PICTURE, photos.photo),
    re_path(_A_CARD, photos.card),
    re_path(r"^preview/(?P<token>[\w-]{16,64})/$", previews.preview, name="preview"),
    path("preview/<str:token>/photos/<int:pk>/", previews.photo),
    path("<language:language>/", include(_OF_A_LANGUAGE)),
    re_path("", errors.missing),
]
