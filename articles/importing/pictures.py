"""Pictures that came inside a copy: they become photos of the draft, or are left out with a sentence."""

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import count

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from articles.importing.reading import CopyPicture, Remark
from articles.importing.word import PICTURES_FROM
from articles.models import Content, Photo, PhotoLine, User
from articles.publishing import photos
from articles.publishing.sanitise import clean_body, clean_line
from articles.workflow.refusals import Refused

_PLACE = re.compile(r'<figure data-photo="(9\d{9})"></figure>')


@contextmanager
def taken_in(
    pictures: Sequence[CopyPicture], content: Content, *, by: User, clock: datetime
) -> Iterator[tuple[Content, list[Remark]]]:
    """Give the content with its pictures as photos, and what is to be said of those left out; all or nothing.

    Whatever is done inside stands or falls with the photos: when it fails, their files are taken away again.
    """
    made: dict[int, Photo] = {}
    refused: list[Remark] = []
    try:
        with transaction.atomic():
            for number, picture in enumerate(pictures):
                try:
                    made[PICTURES_FROM + number] = _photo(picture, content, by=by, clock=clock)
                except Refused as why:
                    message = gettext_noop("Picture %(number)d was left out: %(why)s")
                    refused.append(Remark(message, {"number": number + 1, "why": why.sentence}))
            yield _with_photos(content, made, pictures), refused
    except BaseException:
        for photo in made.values():
            _take_files_away(photo)
        raise


def _photo(picture: CopyPicture, content: Content, *, by: User, clock: datetime) -> Photo:
    title = clean_line(picture.caption or picture.alt or content.headline or picture.name)[:200]
    return photos.take_in(
        io.BytesIO(picture.data), title=title, credit_ar="", credit_en="", by=by, clock=clock, licence=_("From a copy")
    )


def _with_photos(content: Content, made: dict[int, Photo], pictures: Sequence[CopyPicture]) -> Content:
    def place(found: re.Match[str]) -> str:
        photo = made.get(int(found[1]))
        return f'<figure data-photo="{photo.pk}"></figure>' if photo else ""

    lines = tuple(
        PhotoLine(
            photo_id=made[number].pk, alt=clean_line(picture.alt)[:300], caption=clean_line(picture.caption)[:400]
        )
        for number, picture in zip(count(PICTURES_FROM), pictures)
        if number in made
    )
    return content.with_(body=clean_body(_PLACE.sub(place, content.body)), photos=(*content.photos, *lines))


def _take_files_away(photo: Photo) -> None:
    photos.take_away(photo)
    default_storage.delete(photos.original_name(photo.token))
