"""The rows without which nothing works: the house, and a group for each role."""

from typing import Any

from django.contrib.auth.models import Group
from django.db import connections

from articles.models.choices import Role
from articles.models.house import House


def ensure(using: str = "default") -> None:
    """Make the house's row and the roles' groups where they are missing."""
    House.objects.using(using).get_or_create(pk=1)
    for role in Role:
        Group.objects.using(using).get_or_create(name=role.value)


def ensure_after_migration(*, using: str, **_kwargs: Any) -> None:
    """Ensure the rows once every table is there; a partial migration is left alone."""
    tables = connections[using].introspection.table_names()
    if House._meta.db_table in tables and Group._meta.db_table in tables:
        ensure(using)
