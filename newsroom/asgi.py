"""The door by which a ASGI server (see deploy/) reaches the newsroom."""

import os
import sys

from django.core.asgi import get_asgi_application
from django.core.exceptions import ImproperlyConfigured

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
try:
    application = get_asgi_application()
except ImproperlyConfigured as error:
    sys.exit(str(error))
