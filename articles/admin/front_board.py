"""A front on the desk before it goes out: its slots as they are typed, moved, put in and taken out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.admin.act_forms import MomentField
from articles.admin.checked_lines import check_line
from articles.admin.headlines import Named
from articles.language.direction import refused_controls
from articles.models import FrontSlot, Photo, Publication, User
from articles.publishing import search, shelf
from articles.publishing.arranging import MOST, Front, Slot, placeable
from articles.publishing.sanitise import clean_line
from articles.publishing.slots import SHOWN

TYPED = "%Y-%m-%dT%H:%M"
OFFERED = 12
AHEAD = timedelta(days=30)
"""How far ahead a scheduled story is found, to be given a slot before it goes out."""


class SlotForm(forms.Form):
    """One slot's words, picture and window."""

    use_required_attribute = False

    headline = forms.CharField(label=gettext_lazy("headline here"), max_length=300, required=False)
    kicker = forms.CharField(label=gettext_lazy("kicker here"), max_length=80, required=False)
    photo = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    alt = forms.CharField(label=pgettext_lazy("photo", "alt"), max_length=300, required=False)
    begins = MomentField(label=gettext_lazy("begins at"))
    until = MomentField(label=gettext_lazy("pinned until"))

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, checked_as in (("headline", "front_headline"), ("kicker", "kicker"), ("alt", "photo.1.alt")):
            check_line(self.fields[name], checked_as=checked_as, language=language)

    def clean(self) -> dict[str, Any]:
        """Clean the lines, and refuse what would turn their direction."""
        said = super().clean() or {}
        for name in ("headline", "kicker", "alt"):
            said[name] = clean_line(said.get(name, ""))
            if refused_controls(said[name]) and name not in self.errors:
                self.add_error(name, _("Take out the invisible direction marks."))
        if said.get("until") and said["until"] <= (said.get("begins") or timezone.now()):
            self.add_error("until", _("It would end before it begins."))
        if said.get("photo") and not said["alt"]:
            self.add_error("alt", _("Say what the picture shows, for those who cannot see it."))
        return said


@dataclass
class Row:
    """One slot as the page shows it."""

    pk: int
    form: SlotForm
    place: int
    headline: str
    is_live: bool
    is_shown: bool
    is_open: bool

    @property
    def photo(self) -> str:
        """The number of its own picture, as it stands in the form."""
        typed = str(self.form["photo"].value() or "")
        return typed if typed.isascii() and typed.isdigit() else ""

    @property
    def begins(self) -> datetime | None:
        """When it begins, where that is later."""
        return self.form.cleaned_data.get("begins") if self.form.is_valid() else None

    @property
    def until(self) -> datetime | None:
        """When it ends by itself."""
        return self.form.cleaned_data.get("until") if self.form.is_valid() else None


class Board:
    """A front's arrangement in a form; nothing of it is kept until it is sent out."""

    def __init__(self, front: Front, *, by: User, at: datetime, sent: Mapping[str, Any] | None = None) -> None:
        self.front, self.by, self.at = front, by, at
        self.standing = {slot.article_id: slot for row in front.slots(at) for slot in [Slot.of(row, at)]}
        self.said = ""
        self.focus = ""
        self.photos_of = 0
        if sent is None:
            self.pks = list(self.standing)
            self.data = {name: text for slot in self.standing.values() for name, text in _typed(slot)}
        else:
            asked = (number_of(each) for each in sent.getlist("row"))  # type: ignore[attr-defined]
            self.pks = [*dict.fromkeys(pk for pk in asked if pk)][: 2 * MOST]
            self.data = dict(sent.items())
        self.query = clean_line(self.data.get("q", ""))[: search.LONGEST_QUERY]
        self.photo_query = clean_line(self.data.get("pq", ""))[:200]

    def act(self, what: str) -> None:
        """Do what a button says: `up:PK`, or `down`, `out`, `add`, `keep`, `photos`, `nophoto`; `photo:PK:PHOTO`."""
        verb, _colon, rest = what.partition(":")
        pk, number = (number_of(part) for part in (*rest.split(":"), "", "")[:2])
        if verb in {"up", "down"} and pk in self.pks:
            self._move(pk, -1 if verb == "up" else 1)
        elif verb == "out" and pk in self.pks:
            self.pks.remove(pk)
            self.said = _("Taken out: %(headline)s") % {"headline": self.named.headline(pk)}
        elif verb in {"add", "keep"} and pk:
            # What stands there by itself is kept behind what is placed, where it stands now.
            self._add(pk, number_of(self.data.get("place", "")) or 1 if verb == "add" else len(self.pks) + 1)
        elif verb in {"photos", "photo", "nophoto"} and pk in self.pks:
            self._picture(verb, pk, number)

    def _move(self, pk: int, step: int) -> None:
        old = self.pks.index(pk)
        new = min(max(old + step, 0), len(self.pks) - 1)
        self.pks.insert(new, self.pks.pop(old))
        self.said = _("%(headline)s is number %(place)d now.") % {"headline": self.named.headline(pk), "place": new + 1}

    def _add(self, pk: int, place: int) -> None:
        if pk in self.pks:
            self.said = _("It stands here already.")
            return
        self.pks.insert(min(place, len(self.pks) + 1) - 1, pk)
        self.focus = f"slot-{pk}"
        if "named" in self.__dict__:
            del self.named
        self.said = _("%(headline)s is number %(place)d now.") % {
            "headline": self.named.headline(pk),
            "place": self.pks.index(pk) + 1,
        }

    def _picture(self, verb: str, pk: int, number: int) -> None:
        self.focus = f"slot-{pk}"
        if verb == "photos":
            self.photos_of = pk
            self.focus = "photos"
        else:
            self.data[f"{pk}-photo"] = str(number or "")
            self.data[f"{pk}-alt"] = ""

    @cached_property
    def named(self) -> Named:
        """The articles of the board by name."""
        return Named(self.pks, by=self.by, at=self.at)

    @cached_property
    def forms(self) -> dict[int, SlotForm]:
        """The form of each slot, in order."""
        return {pk: SlotForm(self.data, prefix=str(pk), language=self.front.language) for pk in self.pks}

    @property
    def is_valid(self) -> bool:
        """Say whether every slot's form holds."""
        return not any(form.errors for form in self.forms.values())

    def rows(self) -> Iterator[Row]:
        """Return the slots as the page shows them."""
        shown = 0
        for place, (pk, form) in enumerate(self.forms.items(), start=1):
            said = form.cleaned_data if form.is_valid() else {}
            is_live = self.named.is_live(pk)
            counts = is_live and not said.get("begins")
            shown += counts
            touched = any(self.data.get(f"{pk}-{name}") for name in ("headline", "kicker", "photo", "begins", "until"))
            is_open = bool(form.errors) or pk == self.photos_of or touched
            yield Row(pk, form, place, self.named.headline(pk), is_live, counts and shown <= SHOWN, is_open)

    def slots(self) -> list[Slot]:
        """Return the arrangement; of what is typed wrong, what stands there now."""
        return [self._slot(pk, form) for pk, form in self.forms.items()]

    def _slot(self, pk: int, form: SlotForm) -> Slot:
        was = self.standing.get(pk)
        if not form.is_valid():
            return was or Slot(article_id=pk)
        said = form.cleaned_data
        return Slot(
            article_id=pk,
            headline=said["headline"],
            kicker=said["kicker"],
            photo_id=said["photo"],
            alt=said["alt"] if said["photo"] else "",
            begins=_to_the_second(said["begins"], was.begins if was else None),
            until=_to_the_second(said["until"], was.until if was else None),
        )

    def as_rows(self) -> list[FrontSlot]:
        """Return the slots as readers' pages take them, for a preview; nothing of them is kept."""
        return [
            FrontSlot(
                position=place,
                article_id=slot.article_id,
                headline=slot.headline,
                kicker=slot.kicker,
                photo_id=slot.photo_id,
                alt=slot.alt,
                live_from=slot.begins or self.at,
                live_until=slot.until,
            )
            for place, slot in enumerate(self.slots(), start=1)
        ]

    def found(self) -> list[Publication]:
        """Return the articles to choose from: what was searched for, else the newest that stand in no slot."""
        if self.query:
            return self._hits()
        size = OFFERED + len(self.pks)
        if self.front.section_id:
            newest = shelf.page(self.front.language, self.at, None, size=size, section_id=self.front.section_id)
        else:
            newest = shelf.page(self.front.language, self.at, None, size=size)
        return [row for row in newest if row.article_id not in self.pks][:OFFERED]

    def _hits(self) -> list[Publication]:
        """Find what readers have, and what is scheduled and this person may know of."""
        moments = (self.at, self.at + AHEAD)
        found = [search.find(self.query, language=self.front.language, at=at, size=OFFERED).rows for at in moments]
        rows = {row.article_id: row for hits in reversed(found) for row in hits}
        known = placeable(self.front.language, rows, by=self.by, at=self.at)
        return [row for pk, row in rows.items() if pk in known][:OFFERED]

    def photos(self) -> list[Photo]:
        """Return the photos to choose from for the slot that asks."""
        if not self.photos_of:
            return []
        known = Photo.objects.seen_by(self.by).filter(pulled_at=None).order_by("-uploaded_at", "-pk")
        if self.photo_query:
            known = known.filter(pk__in=search.photos_find(self.photo_query, user=self.by, at=self.at))
        return list(known[:OFFERED])


def number_of(text: str) -> int:
    """Return a number as a form sends it, or 0."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0


def _typed(slot: Slot) -> Iterator[tuple[str, str]]:
    """Return a slot as its form's fields."""
    words = {"headline": slot.headline, "kicker": slot.kicker, "alt": slot.alt, "photo": str(slot.photo_id or "")}
    moments = {"begins": slot.begins, "until": slot.until}
    words |= {name: f"{timezone.localtime(at):{TYPED}}" if at else "" for name, at in moments.items()}
    yield from ((f"{slot.article_id}-{name}", text) for name, text in words.items())


def _to_the_second(typed: datetime | None, was: datetime | None) -> datetime | None:
    """Return what was typed; where that is the old moment, which the form shows to the minute, the old moment."""
    is_same = typed and was and typed.replace(second=0, microsecond=0) == was.replace(second=0, microsecond=0)
    return was if is_same else typed
