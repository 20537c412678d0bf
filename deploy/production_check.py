"""Run Django's deployment check on the settings that production gets, with nothing but a secret and a host given."""

import os
import secrets
import sys

from django.core.management import execute_from_command_line

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    "SECRET_KEY": secrets.token_urlsafe(60),
    "ALLOWED_HOSTS": "news.example",
    "DEBUG": "",
    "SITE_ORIGIN": "",
}

if __name__ == "__main__":
    os.environ.update(PRODUCTION)
    execute_from_command_line([sys.argv[0], "check", "--deploy", "--fail-level", "WARNING"])
