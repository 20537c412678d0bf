"""What is wrong in a form that came back, summed up: each with its field's name and the way there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from articles.admin.act_forms import ActForm
from articles.admin.sheet import Sheet


@dataclass(frozen=True)
class Wrong:
    """One field that was refused: the element it stands in, what it is called, and why."""

    anchor: str
    label: str
    sentences: tuple[str, ...]


def wrong_in(sheet: Sheet, forms: Iterable[ActForm | None] = ()) -> list[Wrong]:
    """Return what was refused of a form that was sent, in the order of the page; of one that is shown anew nothing."""
    found = [*_of_text(sheet), *_of_rows(sheet)] if sheet.is_sent else []
    for form in forms:
        found += _of_form(form) if form is not None and form.is_bound else []
    return found


def _of_text(sheet: Sheet) -> Iterator[Wrong]:
    yield from _of_form(sheet.form)
    yield from _of_form(sheet.extras)


def _of_rows(sheet: Sheet) -> Iterator[Wrong]:
    if not sheet.reach.takes_credits:
        return
    for row in sheet.bylines:
        sentences = [sentence for errors in row.errors.values() for sentence in errors]
        if sentences:
            yield Wrong(f"field-{row.prefix}", _("byline"), tuple(sentences))
    for number, row in enumerate(sheet.photos, start=1):
        yield from _of_form(row, before=_("photo %(number)s") % {"number": number}, anchor=f"field-{row.prefix}")
    together = tuple(map(str, sheet.photos.non_form_errors()))
    if together:
        yield Wrong("photos", _("photos"), together)


def _of_form(form: Any, *, before: str = "", anchor: str = "") -> Iterator[Wrong]:
    errors: Mapping[str, Iterable[str]] = form.errors
    for name, sentences in errors.items():
        is_field = name in form.fields
        label = " · ".join(filter(None, (before, str(form[name].label) if is_field else "")))
        yield Wrong(f"field-{form.add_prefix(name)}" if is_field else anchor, label, tuple(map(str, sentences)))
