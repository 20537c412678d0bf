"""The article form as one thing: shown from a text, or sent by a person and turned into the text they want."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.forms import BaseFormSet, Media
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from articles.admin.article_form import TEXT, ArticleForm, BylineSet, PhotoForm, PhotoSet
from articles.admin.buffers import copy_of
from articles.admin.choices import Offered
from articles.admin.editor import photos_for_editor
from articles.admin.extras_form import ExtrasForm
from articles.admin.related_field import finder
from articles.admin.topics_field import as_typed, topics_named
from articles.models import BylineLine, Content, PhotoLine, Revision
from articles.publishing import photos

PLACE = ("format", "section", "topics", "related", "slugline")


class Reach(StrEnum):
    """How far a person may write in a form."""

    ALL = "all"
    WORDS = "words"
    DATA = "data"
    NOTHING = "nothing"

    @property
    def shut(self) -> tuple[str, ...]:
        """The fields that stay as they are."""
        closed = {"words": PLACE, "data": (*TEXT, "format", "slugline"), "nothing": (*TEXT, *PLACE)}
        return closed.get(self.value, ())

    @property
    def takes_credits(self) -> bool:
        """Whether bylines and photos may change."""
        return self in {Reach.ALL, Reach.DATA}


class Sheet:
    """One article form: the text, its place, its credits, its photos."""

    def __init__(
        self,
        request: HttpRequest,
        *,
        language: str,
        base: Revision | None,
        content: Content | None = None,
        slugline: str = "",
        reach: Reach = Reach.ALL,
        sent: QueryDict | None = None,
    ) -> None:
        self.request = request
        self.language, self.base, self.reach, self.is_sent = language, base, reach, sent is not None
        # A form that came back with two people's texts in one differs from its base in places nobody typed in.
        self.copy = copy_of(sent) if sent is not None else ""
        self.is_joined = sent is not None and "joined" in sent
        self._content = content
        self.offered = Offered(
            request.LANGUAGE_CODE,
            user=request.user,  # type: ignore[arg-type]
            before=lambda: self.before,
            named=_named(sent),
        )
        initial = self._initial(slugline)
        lists: dict[str, Any] = {"sections": self.offered.sections, "find": self._find}
        self.form = ArticleForm(sent, initial=initial, language=language, **lists)
        for name in reach.shut:
            self.form.fields[name].disabled = True
        if sent is None and not (base and base.headline):
            # Nothing is written yet: the cursor stands where writing begins.
            self.form.fields["headline"].widget.attrs["autofocus"] = True
        self.extras = ExtrasForm(sent, initial=self._source.extras, language=language, is_shut=reach is not Reach.ALL)
        shown = self.before if sent is None else Content()
        credits_sent = sent if reach.takes_credits else None
        is_shut = not reach.takes_credits
        self.bylines: BaseFormSet = BylineSet(
            credits_sent,
            prefix="bylines",
            initial=[_byline(line) for line in shown.bylines],
            form_kwargs={"names": self.offered.names, "is_shut": is_shut},
        )
        self.photos: BaseFormSet = PhotoSet(
            credits_sent,
            request.FILES if credits_sent is not None else None,
            prefix="photos",
            initial=[_photo(place, line) for place, line in enumerate(shown.photos, start=1)],
            form_kwargs={"language": language, "photos": self.offered.photos, "is_shut": is_shut},
        )
        if is_shut:
            self.bylines.extra = self.photos.extra = 0

    @cached_property
    def before(self) -> Content:
        """The text the form began with."""
        if self._content is not None:
            return self._content
        return self.base.content() if self.base else Content()

    @cached_property
    def is_changed(self) -> bool:
        """Whether the person has changed anything. Asks no database."""
        if self.is_joined:
            return True
        parts: Iterable[Any] = [
            self.form,
            self.extras,
            *([self.bylines, self.photos] if self.reach.takes_credits else []),
        ]
        return self.is_sent and self.reach is not Reach.NOTHING and any(part.has_changed() for part in parts)

    def is_valid(self) -> bool:
        """Whether what was sent can be a text."""
        valid = [self.form.is_valid(), self.extras.is_valid()]
        if self.reach.takes_credits:
            valid += [self.bylines.is_valid(), self.photos.is_valid()]
        return all(valid)

    @property
    def slugline(self) -> str:
        """The slugline that was sent."""
        return self.form.cleaned_data["slugline"]

    @property
    def summary(self) -> str:
        """What the person said of the change."""
        return str(self.form.cleaned_data["summary"])

    def content(self) -> Content:
        """Return the text that was sent; topics that are not there yet are made, new pictures taken in."""
        given, changed = self.form.cleaned_data, set(self.form.changed_data)
        if self.is_joined:
            changed = {name for name, field in self.form.fields.items() if not field.disabled}
        values = {name: given[name] for name in (*TEXT, "format") if name in changed}
        if "section" in changed:
            values["section_id"] = given["section"]
        if "topics" in changed:
            values["topic_ids"] = topics_named(given["topics"], self.language)
        if "related" in changed:
            values["related_ids"] = given["related"]
        values["extras"] = self.extras.over(self.before.extras, all_sent=self.is_joined)
        if self._takes(self.bylines):
            lines = (form.line() for form in self.bylines if form.is_valid())
            values["bylines"] = tuple(dict.fromkeys(line for line in lines if line))
        if self._takes(self.photos):
            values["photos"] = self._photos()
        return self.before.with_(**values)

    def words_over(self, content: Content) -> Content:
        """Return a content with the words that were sent and can be read, for a look; nothing is made or taken in."""
        self.form.is_valid()
        given = self.form.cleaned_data
        values = {name: given[name] for name in (*TEXT, "format") if name in given}
        if "section" in given:
            values["section_id"] = given["section"]
        if "related" in given and not self.form.fields["related"].disabled:
            values["related_ids"] = given["related"]
        values["extras"] = self.extras.over(content.extras, all_sent=True)
        rows = [form for form in (*self.bylines, *self.photos) if form.is_valid()]
        lines = [line for form in rows if (line := form.line())]
        values["bylines"] = tuple(dict.fromkeys(line for line in lines if isinstance(line, BylineLine)))
        values["photos"] = tuple(line for line in lines if isinstance(line, PhotoLine) and line.photo_id)
        return content.with_(**values)

    @property
    def media(self) -> Media:
        """The editor's scripts and styles."""
        return self.form.media

    @property
    def photos_in_text(self) -> str:
        """The article's photos, for the editor's dialog."""
        known = self.offered.titles
        return photos_for_editor((line.photo_id, known[line.photo_id]) for line in self.before.photos)

    @property
    def _source(self) -> Any:
        """Where the text stands as it was before; of a form that was sent in the revision's own row, unasked."""
        return (self.base or self.before) if self.is_sent else self.before

    def _initial(self, slugline: str) -> dict[str, Any]:
        source = self._source
        if self.is_sent:
            # Topics come with their own beginning.
            topics, related = "", ""
        else:
            related = self.offered.related(source.related_ids, self.language)
            topics = as_typed([t for pk in source.topic_ids if (t := self.offered.topics.get(pk))], self.language)
        words = {name: getattr(source, name) for name in (*TEXT, "format")}
        place = {"section": str(source.section_id or ""), "topics": topics, "related": related}
        return words | place | {"slugline": slugline}

    def _find(self, numbers: Iterable[int]) -> Mapping[int, int]:
        """Find stories to pick: asked only when others are named than before."""
        user: Any = self.request.user
        but = self.base.article_id if self.base else 0
        return finder(user, but=but, already=self.before.related_ids)(numbers)

    def _takes(self, part: BaseFormSet) -> bool:
        return self.reach.takes_credits and (self.is_joined or part.has_changed())

    def _photos(self) -> tuple[PhotoLine, ...]:
        crops = {line.photo_id: line.crop for line in self.before.photos}
        placed = [
            (form.cleaned_data.get("place") or 99, form, line)
            for form in self.photos
            if form.is_valid() and (line := form.line())
        ]
        ordered = sorted(placed, key=lambda each: each[0])
        return tuple(
            replace(self._with_picture(form, line), crop=line.crop if form.says_crop else crops.get(line.photo_id))
            for _place, form, line in ordered
        )

    def _with_picture(self, form: PhotoForm, line: PhotoLine) -> PhotoLine:
        """Take in the picture that was sent with its words, where one was."""
        given = form.cleaned_data
        if line.photo_id:
            return line
        photo = photos.take_in(
            given["file"],
            title=(line.alt or line.caption or given["file"].name)[:200],
            credit_ar=given["credit"],
            credit_en=given["credit"],
            by=self.request.user,  # type: ignore[arg-type]
            clock=timezone.now(),
        )
        return replace(line, photo_id=photo.pk)


_NAMED = re.compile(r"(?:photos-\d{1,3}-(photo)|bylines-\d{1,3}-who)")
_WHO = re.compile(r"(author|desk|agency)-(\d{1,9})", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)


def _named(sent: QueryDict | None) -> dict[str, set[int]]:
    """Return the photos and names that a form names, of whatever list they were chosen from."""
    found: dict[str, set[int]] = {}
    for name, value in sent.items() if sent else ():
        row, text = _NAMED.fullmatch(name), str(value)
        if row and row[1] and _NUMBER.fullmatch(text):
            found.setdefault("photo", set()).add(int(text))
        elif row and not row[1] and (who := _WHO.fullmatch(text)):
            found.setdefault(who[1], set()).add(int(who[2]))
    return found


def _byline(line: BylineLine) -> dict[str, Any]:
    kinds = {"author": line.author_id, "desk": line.desk_id, "agency": line.agency_id}
    who = next((f"{kind}-{pk}" for kind, pk in kinds.items() if pk), "")
    return {"who": who, "role": line.role}


def _photo(place: int, line: PhotoLine) -> dict[str, Any]:
    crop = {f"crop_{axis}": round(part * 100) for axis, part in (line.crop or {}).items()}
    return crop | {
        "photo": line.photo_id,
        "alt": line.alt,
        "caption": line.caption,
        "is_decorative": line.is_decorative,
        "place": place,
    }
