"""Topics as a person types them: names between commas, Arabic or Latin; the same topic under any spelling."""

import re
import secrets
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.language.folding import fold_name
from articles.models import Language, Topic
from articles.models.people import refuse_turning

MOST_TOPICS = 22
LONGEST_NAME = 100
_COMMAS = re.compile(r"[,;،؛\n]")


class TopicsField(forms.CharField):
    """The names of an article's topics, each once by its folded key."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, show_hidden_initial=True, max_length=4000, **kwargs)
        self.validators.append(ProhibitNullCharactersValidator())

    def clean(self, value: Any) -> list[str]:
        """Return the names in the order they were typed."""
        typed = (" ".join(name.split()) for name in _COMMAS.split(super().clean(value)))
        names = {fold_name(name): name for name in typed if fold_name(name)}
        if len(names) > MOST_TOPICS:
            raise forms.ValidationError(_("At most %(most)d topics."), params={"most": MOST_TOPICS})
        if any(len(name) > LONGEST_NAME for name in names.values()):
            message = _("The name of a topic has at most %(most)d characters.")
            raise forms.ValidationError(message, params={"most": LONGEST_NAME})
        refuse_turning(*names.values())
        return list(names.values())


def as_typed(topics: Iterable[Topic], language: str) -> str:
    """Return topics as the field shows them."""
    comma = "، " if language == Language.AR else ", "
    return comma.join(topic.label(language) for topic in topics)


def topic_named(name: str) -> Topic | None:
    """Return the topic of a name in any spelling and either language; a merged one leads to the topic that stays."""
    number = _by_key(Topic.objects.all()).get(fold_name(name)[:LONGEST_NAME])
    return Topic.objects.filter(pk=number).first() if number else None


def topics_named(names: Sequence[str], language: str) -> tuple[int, ...]:
    """Return the topics of these names by primary key, in order; what is not there yet is made."""
    if not names:
        return ()
    keys = [fold_name(name)[:LONGEST_NAME] for name in names]
    topics = list(Topic.objects.all())
    known = _by_key(topics)
    missing = {key: name for key, name in zip(keys, names, strict=True) if key not in known}
    if missing:
        slugs = {topic.slug for topic in topics}
        # Two people may make one topic at once: whoever comes second takes the first's.
        new = [_new(name, key, language, slugs) for key, name in missing.items()]
        Topic.objects.bulk_create(new, ignore_conflicts=True)
        known |= _by_key(Topic.objects.filter(key__in=missing))
    return tuple(dict.fromkeys(known[key] for key in keys if key in known))


def _by_key(topics: Iterable[Topic]) -> dict[str, int]:
    """Return topics by every key they answer to; a merged one leads to the topic it was merged into."""
    found: dict[str, int] = {}
    for topic in topics:
        spellings = (topic.name_ar, topic.name_en, topic.name, *topic.variants.splitlines())
        for key in (topic.key, *map(fold_name, spellings)):
            found.setdefault(key[:LONGEST_NAME], topic.merged_into_id or topic.pk)
    return found


def _new(name: str, key: str, language: str, slugs: set[str]) -> Topic:
    slug = slugify(name)[:48]
    if not slug[:1].isalpha():
        slug = f"t-{slug}".rstrip("-")
    if slug in slugs or slug == "t":
        slug = f"{slug}-{secrets.token_hex(5)}"
    slugs.add(slug)
    names = {"name_ar": name} if language == Language.AR else {"name_en": name}
    topic = Topic(name=name, slug=slug, **names)
    topic.take_keys()
    return topic
