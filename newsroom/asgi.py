"""The door by which an ASGI server (see deploy/) reaches the newsroom."""

import os
import sys

from django.conf import settings
from django.core.asgi import get_asgi_application
from django.core.exceptions import ImproperlyConfigured
from granian.utils.proxies import wrap_asgi_with_proxy_headers

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
try:
    application = get_asgi_application()
    if settings.TRUSTED_PROXIES:
        application = wrap_asgi_with_proxy_headers(application, trusted_hosts=settings.TRUSTED_PROXIES)
except ImproperlyConfigured as error:
    sys.exit(str(error))
