"""Two texts of one article side by side: what two people changed at once, and what is new since a person read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from articles.admin.act_forms import ActForm
from articles.admin.article_acts import FormAct
from articles.admin.article_desk import ArticleDesk
from articles.admin.buffers import copy_of
from articles.admin.choices import Offered
from articles.admin.editor import WORDS
from articles.admin.extras_form import LABELS as EXTRAS
from articles.admin.extras_form import readable as readable_extra
from articles.admin.sheet import Reach, Sheet
from articles.language.blocks import Block, text_of
from articles.language.difference import BlockChange, Piece, block_difference, word_difference
from articles.models import LINES, Content, Format, PhotoLine, Revision
from articles.workflow.refusals import FieldConflict, NewerExists
from articles.workflow.two_saves import join

PUBLISHES = frozenset({"publish", "approve_and_publish"})
# What was read goes out alone: the other edition was never asked about here.
TWINS = frozenset({"both", "twin", "twin_note"})


@dataclass(frozen=True)
class Clash:
    """One passage that two people changed: what it was, what the colleague made of it, what this person did."""

    field: str
    label: str
    base: str
    theirs: str
    mine: str

    @property
    def their_changes(self) -> list[Piece]:
        """What the colleague changed, word by word."""
        return word_difference(self.base, self.theirs)

    @property
    def my_changes(self) -> list[Piece]:
        """What this person changed, word by word."""
        return word_difference(self.base, self.mine)


def put_together(base: Content, mine: Content, newest: Content, offered: Offered) -> tuple[Content, list[Clash]]:
    """Join two texts for a person to look over: theirs wherever only they changed it, mine wherever both did."""
    joined, conflicts = join(base, newest, mine)
    return joined, [clash for conflict in conflicts for clash in _clashes(conflict, base, mine, newest, offered)]


def joined_sheet(
    request: HttpRequest,
    desk: ArticleDesk,
    base: Revision,
    mine: Content,
    newest: Revision,
    *,
    reach: Reach = Reach.ALL,
) -> tuple[Sheet, list[Clash]]:
    """Return the form with both people's texts in one, its base moved to the newest, and what both changed."""
    offered = Offered(request.LANGUAGE_CODE, user=request.user)  # type: ignore[arg-type]
    content, clashes = put_together(base.content(), mine, newest.content(), offered)
    slugline = request.POST.get("slugline", desk.article.story.slugline)
    sheet = Sheet(request, language=desk.article.language, base=newest, content=content, slugline=slugline, reach=reach)
    sheet.is_joined = True
    sheet.copy = copy_of(request.POST)
    return sheet, clashes


def _clashes(
    conflict: FieldConflict, base: Content, mine: Content, newest: Content, offered: Offered
) -> Iterator[Clash]:
    label = label_of(conflict.field)
    if conflict.field in (*LINES, "body"):
        # The two swapped places when they were joined, so that mine stands in the text.
        for each in conflict.conflicts:
            yield Clash(conflict.field, label, text_of(each.base), text_of(each.mine), text_of(each.theirs))
    else:
        yield Clash(
            conflict.field, label, *(readable(conflict.field, content, offered) for content in (base, newest, mine))
        )


def label_of(field: str) -> str:
    """Return what a field of a text is called on the desk."""
    names = {"section_id": _("section"), "topic_ids": _("topics"), "bylines": _("bylines"), "photos": _("photos")}
    names["related_ids"] = _("Related")
    names["extras"] = _("only of this format")
    return names.get(field) or column_label(field)


def column_label(name: str) -> str:
    """Return what a column of a text, or one of its format's fields, is called."""
    if name in EXTRAS:
        return str(EXTRAS[name])
    return str(next(field.verbose_name for field in Revision._meta.local_fields if field.name == name))


def readable(field: str, content: Content, offered: Offered) -> str:
    """Return the value of a field that is no text, as a person reads it."""
    value = getattr(content, field)
    match field:
        case "section_id":
            return dict(offered.sections()).get(value, "") if value else ""
        case "format":
            return str(Format(value).label)
        case "extras":
            return "\n".join(
                f"{column_label(name)}: {readable_extra(name, value[name])}" for name in EXTRAS if name in value
            )
        case "photos":
            return "\n".join(f"{n}. {_photo_words(line)}" for n, line in enumerate(value, start=1))
    return str(value)


def _photo_words(line: PhotoLine) -> str:
    return " · ".join(part for part in (line.alt, line.caption) if part) or "—"


@dataclass(frozen=True)
class LineChange:
    """One line of a text that changed."""

    label: str
    pieces: Sequence[Piece]


@dataclass(frozen=True)
class ShownBlock:
    """One block of a compare page; a quiet one has the same words in the same place."""

    change: BlockChange

    @property
    def pieces(self) -> Sequence[Piece]:
        """What changed in its words; of what has none, a picture for one, what it is."""
        old, new = self.change.old, self.change.new
        if any(block and block.text for block in (old, new)) or self.change.op == "same":
            return self.change.pieces
        named: list[Piece] = [("gone", _named(old))] if old else []
        return named + ([("new", _named(new))] if new else [])

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing in it to look at."""
        return not self.change.is_moved and all(op == "same" for op, _text in self.pieces)


_PHOTOS = re.compile(r'data-(?:photo|gallery)="([0-9 ]+)"')


def _named(block: Block) -> str:
    """Return what a block without words is called, with the numbers of its photos."""
    kind = "gallery" if "data-gallery" in block.html else _WORDLESS.get(block.kind, "")
    photos = _PHOTOS.search(block.html)
    label = str(WORDS[kind]) if kind else block.kind
    return f"[{label}{f': {photos[1]}' if photos else ''}]"


_WORDLESS = {"figure": "photoFigure", "embed": "embed", "rule": "horizontalRule", "table": "table"}


@dataclass(frozen=True)
class Difference:
    """What changed between two texts: the lines that did, and the body's blocks, unchanged ones too."""

    lines: list[LineChange]
    blocks: list[ShownBlock]

    @property
    def has_body_changes(self) -> bool:
        """Whether the body changed."""
        return any(not block.is_quiet for block in self.blocks)


def difference(old: Revision, new: Revision) -> Difference:
    """Compare two texts of an article."""
    lines = [
        LineChange(label_of(name), word_difference(getattr(old, name), getattr(new, name)))
        for name in LINES
        if getattr(old, name) != getattr(new, name)
    ]
    was, is_now = ({name: readable_extra(name, each.extras.get(name, "")) for name in EXTRAS} for each in (old, new))
    lines += [
        LineChange(column_label(name), word_difference(was[name], is_now[name]))
        for name in EXTRAS
        if was[name] != is_now[name]
    ]
    return Difference(lines, [ShownBlock(change) for change in block_difference(old.body, new.body)])


def newer_page(
    request: HttpRequest, desk: ArticleDesk, act: FormAct, newer: NewerExists, form: ActForm | None
) -> HttpResponse:
    """Say that a newer text exists than the one read, show the difference, and let the person choose."""
    answers: list[tuple[str, Any]] = []
    if form is not None:
        answers = [
            (form.add_prefix(name), request.POST.get(form.add_prefix(name), ""))
            for name in form.fields
            if name not in TWINS
        ]
    context = {
        **admin.site.each_context(request),
        "title": _("A newer text exists"),
        "article": desk.article,
        "read": newer.read,
        "newest": newer.newest,
        "sentence": newer.sentence,
        "difference": difference(newer.read, newer.newest),
        "publishes": act.slug in PUBLISHES,
        "answers": [(name, value) for name, value in answers if value],
    }
    return render(request, "admin/articles/newer.html", context, status=409)
