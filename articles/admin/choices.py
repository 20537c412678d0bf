"""What the article form offers to choose from, each list asked for once and only when it is needed."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from articles.admin import asked
from articles.admin.related_field import as_typed
from articles.language.folding import sort_key
from articles.models import Content, Section, Topic, User
from articles.publishing import navigation
from articles.publishing.prepared import padded


class SectionField(forms.ModelChoiceField):
    """A section, named in the language of the person's desk."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Section.objects.all(), **({"empty_label": "—"} | kwargs))

    def label_from_instance(self, obj: Any) -> str:
        """Return the section's name."""
        return obj.name(get_language())


class Offered:
    """The lists of one page, with names in the language of the person's desk.

    None holds a whole table: each has what the text names, what was asked for, and the first few besides; the rest is
    found by its words, through `pickers`.
    """

    def __init__(
        self,
        language: str,
        *,
        user: User,
        before: Callable[[], Content] = Content,
        named: Mapping[str, Iterable[int]] | None = None,
    ) -> None:
        self.language, self.user, self.before = language, user, before
        self.named = named or {}

    def sections(self) -> list[tuple[Any, str]]:
        """Return the sections in the order of the site."""
        return [("", "—"), *self._sections]

    def names(self) -> list[tuple[str, Any]]:
        """Return whom an article can be credited to, by group, each as `author-3`."""
        kinds = {"author": _("Authors"), "desk": pgettext("team", "Desks"), "agency": pgettext("news", "Agencies")}
        groups = [
            (label, [(f"{kind}-{pk}", name) for k, pk, name in self._names if k == kind])
            for kind, label in kinds.items()
        ]
        return [("", "—"), *(group for group in groups if group[1])]

    def photos(self) -> list[tuple[Any, str]]:
        """Return the article's photos and the newest ones."""
        return [("", "—"), *self.titles.items()]

    @cached_property
    def topics(self) -> dict[int, Topic]:
        """The text's own topics, by primary key."""
        pks = self.before().topic_ids
        return {topic.pk: topic for topic in asked.topics(padded(pks))} if pks else {}

    def related(self, stories: Iterable[int], language: str) -> str:
        """Return picked stories as the field shows them; where none is picked nobody asks."""
        picked = tuple(stories)
        user_pk = None if self.user.is_superuser else self.user.pk
        rows = asked.picked(padded(picked), user_pk, is_superuser=self.user.is_superuser) if picked else []
        return as_typed(picked, rows, language)

    @cached_property
    def titles(self) -> dict[int, str]:
        """The article's own photos, and of what this person may see the newest and those asked for, newest first."""
        user_pk = None if self.user.is_superuser else self.user.pk
        own = padded(line.photo_id for line in self.before().photos)
        chosen = padded(sorted(self.named.get("photo", ())))
        return dict(asked.photos(user_pk, own, chosen, is_superuser=self.user.is_superuser))

    @cached_property
    def _sections(self) -> list[tuple[int, str]]:
        return [(place.pk, place.name(self.language)) for place in navigation.current(timezone.now()).sections.values()]

    @cached_property
    def _names(self) -> list[tuple[str, int, str]]:
        wanted = {kind: set(self.named.get(kind, ())) for kind in ("author", "desk", "agency")}
        for line in self.before().bylines:
            for kind, pks in wanted.items():
                pks.add(getattr(line, f"{kind}_id") or 0)
        authors, desks, agencies = (padded(sorted(pks - {0})) for pks in wanted.values())
        return sorted(asked.names(authors, desks, agencies, language=self.language), key=lambda row: sort_key(row[2]))
