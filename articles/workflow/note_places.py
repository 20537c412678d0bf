"""Which paragraph a note is about, from one text to the next: told by the words, with no marks in the text itself."""

from articles.language.blocks import Block, split
from articles.language.matching import pair
from articles.models import Article, Note, Revision


def placed(article: Article, read: Revision, place: int) -> tuple[int | None, str]:
    """Return where a paragraph of the text that was read stands in the newest, and what it says."""
    blocks = split(read.body)
    if place >= len(blocks):
        return None, ""
    head = article.head
    if head is None or head.pk == read.pk:
        return place, blocks[place].text
    newest = split(head.body)
    now = pair(blocks, newest)[place]
    return now, blocks[place].text if now is None else newest[now].text


def realign(article: Article, body: str) -> None:
    """Let the notes of an article follow their paragraphs into a new text; the article's head is still the old one.

    A paragraph that is gone leaves its notes orphaned, until one with the same words is there again.
    """
    # Who locked the article knows whether it has any.
    if not getattr(article, "has_placed_notes", True):
        return
    notes = list(article.notes.exclude(paragraph=""))
    if not notes or article.head is None or article.head.body == body:
        return
    old, new = split(article.head.body), split(body)
    places = pair(old, new)
    for note in notes:
        is_known = note.place is not None and note.place < len(places)
        note.place = places[note.place] if is_known and note.place is not None else _same(note.paragraph, new)
        if note.place is not None:
            note.paragraph = new[note.place].text
    Note.objects.bulk_update(notes, ["place", "paragraph"])


def _same(paragraph: str, blocks: list[Block]) -> int | None:
    return next((place for place, block in enumerate(blocks) if block.text == paragraph), None)
