"""The rows without which nothing works: the house, a group for each role, and what a new house's search knows."""

from typing import Any

from django.contrib.auth.models import Group
from django.db import connections

from articles.language.search_words import SPELLINGS, STOPWORDS
from articles.models.choices import Role
from articles.models.house import House
from articles.models.search import SpellingGroup, Stopword


def ensure(using: str = "default") -> None:
    """Make the house's row, the roles' groups and the words of search where there are none at all."""
    House.objects.using(using).get_or_create(pk=1)
    for role in Role:
        Group.objects.using(using).get_or_create(name=role.value)
    if not Stopword.objects.using(using).exists():
        Stopword.objects.using(using).bulk_create(Stopword(word=word) for word in STOPWORDS)
    if not SpellingGroup.objects.using(using).exists():
        SpellingGroup.objects.using(using).bulk_create(SpellingGroup(spellings="\n".join(group)) for group in SPELLINGS)


def ensure_after_migration(*, using: str, **_kwargs: Any) -> None:
    """Ensure the rows once every table is there; a partial migration is left alone."""
    tables = set(connections[using].introspection.table_names())
    if {model._meta.db_table for model in (House, Group, Stopword, SpellingGroup)} <= tables:
        ensure(using)
