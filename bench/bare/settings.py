"""The bare Django's settings."""

from bench.peer_settings import *  # noqa: F403
from bench.peer_settings import APPS

ROOT_URLCONF = "bench.bare.urls"
INSTALLED_APPS = [*APPS, "django.contrib.admin", "bench.bare"]
