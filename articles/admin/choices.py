"""What the article form offers to choose from, each list asked for once and only when it is needed."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from django import forms
from django.db.models import Q, Value
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from articles.language.folding import sort_key
from articles.models import Agency, Author, Desk, Photo, Section, Topic, User
from articles.publishing import navigation

NEWEST_PHOTOS = 60
MOST_SUGGESTIONS = 1000


class SectionField(forms.ModelChoiceField):
    """A section, named in the language of the person's desk."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Section.objects.all(), **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        """Return the section's name."""
        return obj.name(get_language())


class Offered:
    """The lists of one page, with names in the language of the person's desk."""

    def __init__(
        self, language: str, *, user: User, own: Callable[[], Iterable[int]], asked: Iterable[int] = ()
    ) -> None:
        self.language, self.user = language, user
        self.own, self.asked = own, set(asked)

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
        return [("", "—"), *((photo.pk, photo.title) for photo in self.photos_by_pk.values())]

    @cached_property
    def topics(self) -> dict[int, Topic]:
        """The topics, by primary key."""
        return {topic.pk: topic for topic in Topic.objects.known_to(self.user, timezone.now())[:MOST_SUGGESTIONS]}

    @cached_property
    def photos_by_pk(self) -> dict[int, Photo]:
        """The article's own photos, and of what this person may see the newest and those asked for, newest first."""
        seen = Photo.objects.seen_by(self.user)
        newest = seen.filter(pulled_at__isnull=True).values("pk")[:NEWEST_PHOTOS]
        asked = seen.filter(pk__in=self.asked).values("pk")
        wanted = Photo.objects.filter(Q(pk__in=newest) | Q(pk__in=set(self.own())) | Q(pk__in=asked))
        return {photo.pk: photo for photo in wanted}

    @cached_property
    def _sections(self) -> list[tuple[int, str]]:
        return [(place.pk, place.name(self.language)) for place in navigation.current(timezone.now()).sections.values()]

    @cached_property
    def _names(self) -> list[tuple[str, int, str]]:
        name = f"name_{self.language}"
        rows = [
            model.objects.order_by().annotate(kind=Value(model._meta.model_name)).values_list("kind", "pk", name)
            for model in (Author, Desk, Agency)
        ]
        return sorted(rows[0].union(*rows[1:]), key=lambda row: sort_key(row[2]))
