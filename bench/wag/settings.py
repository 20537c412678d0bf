"""Wagtail's settings, as its documentation has them."""

import os

from bench.packages import VAR_DIR
from bench.peer_settings import *  # noqa: F403
from bench.peer_settings import APPS, LANGUAGES, MIDDLEWARE

ROOT_URLCONF = "bench.wag.urls"
INSTALLED_APPS = [
    "bench.wag",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    *APPS,
]
MIDDLEWARE = [
    *MIDDLEWARE[:2],
    "django.middleware.locale.LocaleMiddleware",
    *MIDDLEWARE[2:],
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]
MEDIA_ROOT = VAR_DIR / "wagtail-media"
MEDIA_URL = "/media/"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_SITE_NAME = "Peer"
WAGTAILADMIN_BASE_URL = os.environ["SITE_ORIGIN"]
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
