"""The body's editor: django-prose-editor with the house's allow-list; without scripts its field is the HTML itself."""

import json
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.templatetags.static import static
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django_prose_editor.config import expand_extensions
from django_prose_editor.widgets import ProseEditorWidget
from js_asset import ImportMap, Media

from articles.admin.checked_lines import BESIDE
from articles.language.blocks import TAG, paragraphs_to_html
from articles.language.tables import INVISIBLE
from articles.language.words import MARKS, UNSEEN, WORDS_A_MINUTE
from articles.publishing.body_rules import SCHEMES
from articles.publishing.door import reading_time
from articles.publishing.sanitise import TooLong, clean_body

GROUPS = ("blockType -lists", "lists", "nodes -blockType -lists", "marks", "link", "table", "history")

EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "Subscript": True,
    "Superscript": True,
    "HardBreak": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "Blockquote": True,
    "HorizontalRule": True,
    "Link": {"protocols": sorted(SCHEMES), "enableTarget": False},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "SpecialCharacters": True,
    "NoSpellCheck": False,
    "Menu": {"groups": [{"group": group} for group in GROUPS]},
    # Ours, in static/desk/editor.js.
    "OwnDirection": True,
    "PastedText": True,
    "PullQuote": True,
    "Verbatim": True,
    "Quran": True,
    "OtherLanguage": True,
    # In static/desk/inserts.js, pictures.js and gallery.js.
    "PhotoFigure": True,
    "Gallery": True,
    "Embed": True,
    "DroppedPictures": True,
    # In static/desk/marks.js and quotes.js.
    "Findings": True,
    "Quotes": True,
}
"""What can be typed: exactly what `publishing.body_rules` lets through."""

MODULES = ("editor", "pictures", "gallery", "inserts", "marks", "findings", "quotes")
"""The scripts of static/desk/ that these stand in."""

WORDS: dict[str, str | Promise] = {
    "paragraph": gettext_lazy("Paragraph"),
    "heading2": pgettext_lazy("article", "Subhead"),
    "heading3": gettext_lazy("Lower subhead"),
    "bulletList": gettext_lazy("Bulleted list"),
    "orderedList": gettext_lazy("Numbered list"),
    "blockquote": gettext_lazy("Quotation"),
    "pullQuote": gettext_lazy("Pull quote"),
    "horizontalRule": gettext_lazy("Rule"),
    "photoFigure": pgettext_lazy("editor", "Photo in the text"),
    "gallery": pgettext_lazy("format", "Gallery"),
    "embed": pgettext_lazy("editor", "Embed"),
    "bold": gettext_lazy("Bold"),
    "italic": gettext_lazy("Italic"),
    "subscript": gettext_lazy("Subscript"),
    "superscript": gettext_lazy("Superscript"),
    "verbatim": pgettext_lazy("editor", "Verbatim"),
    "quran": pgettext_lazy("editor", "Qur'an"),
    "otherLanguage": gettext_lazy("Other language"),
    "link": gettext_lazy("Link"),
    "unlink": gettext_lazy("Remove the link"),
    "table": gettext_lazy("Table"),
    "table:addColumnAfter": gettext_lazy("Add a column"),
    "table:deleteColumn": gettext_lazy("Delete the column"),
    "table:addRowAfter": gettext_lazy("Add a row"),
    "table:deleteRow": gettext_lazy("Delete the row"),
    "table:mergeCells": gettext_lazy("Merge the cells"),
    "table:splitCell": gettext_lazy("Split the cell"),
    "table:toggleHeaderCell": gettext_lazy("Header cell"),
    "table:deleteTable": gettext_lazy("Delete the table"),
    "history:undo": gettext_lazy("Undo"),
    "history:redo": gettext_lazy("Redo"),
    # What the package's own dialogs say, by its English.
    "URL": gettext_lazy("Address, or words of a story of ours"),
    "Edit Link": gettext_lazy("Link"),
    "Update": gettext_lazy("Apply"),
    "Cancel": gettext_lazy("Cancel"),
    "Rows": gettext_lazy("Rows"),
    "Columns": gettext_lazy("Columns"),
    "Include header row": gettext_lazy("Header row"),
    "Table Properties": gettext_lazy("Table"),
    "Insert Table": gettext_lazy("Insert"),
    # What our own dialogs say.
    "insert": gettext_lazy("Insert"),
    "several photos": gettext_lazy("One photo or several; they stand in the text one after the other."),
    "gallery order": gettext_lazy("The photos of the gallery, in their order"),
    "gallery help": gettext_lazy("Readers move through them sideways. A caption is of this use of the photo."),
    "change gallery": gettext_lazy("Change the gallery"),
    "no photos": gettext_lazy("Add photos to the article first, then place them in the text."),
    "find in the library": gettext_lazy("Find in the photo library"),
    "new pictures": gettext_lazy("New pictures from this device"),
    "caption": pgettext_lazy("photo", "caption"),
    "photo credit": gettext_lazy("Photo credit"),
    "restricted pictures": gettext_lazy(
        "The story is restricted: add the picture as a new photo beside the text, which takes it in with the save."
    ),
    "only pictures": gettext_lazy("Only pictures can be dropped into the text."),
    "pictures of a page": gettext_lazy(
        "Pictures of another page are not taken along: save one first, then drop it here."
    ),
    "not taken in": gettext_lazy("The picture did not arrive. Try again; the text is untouched."),
    "embed address": gettext_lazy("Address of the video or the post"),
    "not embeddable": gettext_lazy("Nothing can be embedded from this address."),
    "toolbar": gettext_lazy("Tools of the text"),
    "leave": gettext_lazy("What you typed is not saved."),
    # What a list that is put in order says.
    "move up": gettext_lazy("Up: %(headline)s"),
    "move down": gettext_lazy("Down: %(headline)s"),
    "take out": gettext_lazy("Take out: %(headline)s"),
    "is number": gettext_lazy("%(headline)s is number %(place)d now."),
    "picked first": gettext_lazy("They stand before what is found by topic, in this order."),
    "find a story": gettext_lazy("Find a story that readers have"),
    # What the counters say.
    "count words": pgettext_lazy("count", "Words"),
    "count characters": pgettext_lazy("count", "Characters"),
    "as the headline": gettext_lazy("As the headline"),
    # What the list of findings says.
    "mend": gettext_lazy("Mend"),
    "mend all": gettext_lazy("Mend all of this kind"),
    "put in": gettext_lazy("Put into the text"),
    "leave it": gettext_lazy("Leave as it is"),
    "why leave": gettext_lazy("Why it may stay"),
    "undo mending": gettext_lazy("Undo the mending"),
    "mended": gettext_lazy("Mended."),
    "nothing to mend": gettext_lazy("Nothing to mend."),
    "findings now": gettext_lazy("Findings in this text"),
    "not looked": gettext_lazy("The text could not be checked just now; it is checked again when it is saved."),
}


PLURALS = {"one": 1, "two": 2, "few": 3, "many": 11, "other": 100}
"""A number of each kind that a language may count by, under the names that browsers use."""


@cache
def words(language: str) -> str:
    """Return what the scripts say, in the language of a person's desk, as JSON."""
    with translation.override(language):
        return json.dumps({key: str(value) for key, value in WORDS.items()}, ensure_ascii=False)


@cache
def counting(language: str, spoken: str) -> str:
    """Return what the counters beside a text of one language go by, as JSON.

    The tables of `language.words`; and in the language of a person's desk how the minutes are said of each number.
    """
    with translation.override(spoken):
        minutes = {kind: reading_time(count).replace(str(count), "%d") for kind, count in PLURALS.items()}
    by = {"marks": MARKS, "inside": INVISIBLE, "unseen": UNSEEN, "pace": WORDS_A_MINUTE[language], "minutes": minutes}
    return json.dumps(by, ensure_ascii=False)


class BodyWidget(ProseEditorWidget):
    """A textarea of HTML that becomes the editor where scripts run."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, config={"extensions": EXTENSIONS}, preset="configurable", **kwargs)

    @property
    def media(self) -> forms.Media:
        """Return what the editor needs, and the names under which its scripts ask for each other."""
        names = {f"desk/{name}": f"desk/{name}.js" for name in ("marks", "dialogs", "pictures")}
        return super().media + Media(importmap=BESIDE | ImportMap(names))

    def get_config(self) -> dict[str, Any]:
        """Return what the editor's script is told."""
        return {
            "extensions": expand_extensions(EXTENSIONS),
            "js_modules": [static(f"desk/{name}.js") for name in MODULES],
        }


def photos_for_editor(photos: Iterable[tuple[int, str]]) -> str:
    """Return the article's photos for the editor's dialog, as JSON."""
    return json.dumps([{"id": pk, "title": title} for pk, title in photos], ensure_ascii=False)


class BodyField(forms.CharField):
    """A body, cleaned by the one sanitiser. Between its blocks the browser is given empty lines, for eyes only."""

    widget = BodyWidget
    default_validators = [ProhibitNullCharactersValidator()]

    def prepare_value(self, value: Any) -> Any:
        """Return what stands in the field."""
        return _BETWEEN_BLOCKS.sub(r"\1\n\n", value) if isinstance(value, str) else value

    def to_python(self, value: Any) -> str:
        """Return what was sent, as one line of blocks; text without a tag is paragraphs."""
        text = _BETWEEN_BLOCKS.sub(r"\1", str(value or "").replace("\r\n", "\n")).strip()
        return text if TAG.search(text) else paragraphs_to_html(re.split(r"\n\s*\n", text))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Say whether it is another text than the one the form began with."""
        return self.to_python(data) != (initial or "")

    def clean(self, value: Any) -> str:
        """Return the body as it may be stored."""
        try:
            return clean_body(super().clean(value))
        except TooLong as too_long:
            raise forms.ValidationError(_(too_long.message) % too_long.parameters, code="too_long") from too_long


_BLOCK = "p|h2|h3|ul|ol|li|blockquote|aside|figure|table|div"
_BETWEEN_BLOCKS = re.compile(rf"(</(?:{_BLOCK})>|<hr>)\s*(?=<(?:{_BLOCK}|hr)[\s>])")
