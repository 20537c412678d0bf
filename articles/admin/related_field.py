"""Related stories as a person picks them: one a line, by an article's number or address, in the order of the page."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.models import Article, Stage, User
from articles.publishing.related import MOST_PICKED

_NUMBER = re.compile(r"^#?(\d{1,9})(?:\D|$)")
_ADDRESS = re.compile(r"/(?:ar|en)/(?:[a-z][a-z0-9-]*/)?(\d{1,9})(?:[-/?#\s]|$)", re.ASCII)

Find = Callable[[Iterable[int]], Mapping[int, int]]
"""Return the stories of some articles by the articles' numbers, as far as this person may pick them."""


class RelatedField(forms.CharField):
    """The stories that stand beside an article, each once; what stands behind a number in its line is for eyes only."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 3, "dir": "auto"})
        super().__init__(required=False, show_hidden_initial=True, max_length=6000, widget=widget, **kwargs)
        self.validators.append(ProhibitNullCharactersValidator())
        self.find: Find = lambda _numbers: {}

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Say whether other stories are named, or the same in another order."""
        return not self.disabled and _read(initial) != _read(data)

    def clean(self, value: Any) -> tuple[int, ...]:
        """Return the stories by primary key, in the order of their lines."""
        lines = _read(super().clean(value))
        numbers = [line for line in lines if isinstance(line, int)]
        found = self.find(numbers) if numbers else {}
        for line in lines:
            if line not in found:
                message = _("There is no story that can stand beside this one at “%(line)s”: a number or an address.")
                raise forms.ValidationError(message, params={"line": line})
        stories = tuple(dict.fromkeys(found[number] for number in numbers))
        if len(stories) > MOST_PICKED:
            raise forms.ValidationError(_("At most %(most)d stories."), params={"most": MOST_PICKED})
        return stories


def _read(value: Any) -> list[int | str]:
    """Return the number in each line, or the line where it has none."""
    lines = (line.strip() for line in str(value or "").splitlines())
    return [_number(line) for line in lines if line]


def _number(line: str) -> int | str:
    found = _ADDRESS.search(line) or _NUMBER.match(line)
    return int(found[1]) if found else line


def finder(user: User, *, but: int, already: tuple[int, ...]) -> Find:
    """Return what finds stories by the numbers of their articles: those this person sees, and those picked before."""

    def find(numbers: Iterable[int]) -> dict[int, int]:
        seen = Article.objects.seen_by(user).exclude(stage=Stage.SPIKED).filter(pk__in=list(numbers))
        found = Article.objects.filter(Q(pk__in=seen.values("pk")) | Q(story__in=already), pk__in=list(numbers))
        own = Article.objects.filter(pk=but).values("story")
        return dict(found.exclude(story__in=own).values_list("pk", "story"))

    return find


def as_typed(stories: Iterable[int], rows: Iterable[tuple[int, int, str, str, bool]], language: str) -> str:
    """Return picked stories as the field shows them: an edition's number, its headline where the person may see it."""
    lines: dict[int, str] = {}
    for story, pk, _of, headline, is_seen in sorted(rows, key=lambda row: row[2] == language):
        lines[story] = f"{pk} · {headline}" if is_seen and headline else str(pk)
    return "\n".join(lines[story] for story in stories if story in lines)
