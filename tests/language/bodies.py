"""Bodies as the sanitiser leaves them, for property tests."""

from hypothesis import strategies as st

ARABIC = ["قال", "الوزير", "إن", "الحكومة", "ستعلن", "غدا", "خطة", "جديدة", "٥٠", "«", "»", "نعم", "لا"]
WORDS = st.sampled_from([*ARABIC, "the", "minister", "said", "plan", "2024", "&", "<"])
_ESCAPED = {"&": "&amp;", "<": "&lt;"}


def _lines(least: int = 1) -> st.SearchStrategy[str]:
    words = st.lists(WORDS.map(lambda word: _ESCAPED.get(word, word)), min_size=least, max_size=8)
    return words.map(" ".join)


def _inline() -> st.SearchStrategy[str]:
    marked = st.tuples(_lines(), _lines()).map(lambda pair: f"{pair[0]} <strong>{pair[1]}</strong>")
    linked = st.tuples(_lines(), _lines()).map(lambda pair: f'{pair[0]}<br><a href="/ar/1/">{pair[1]}</a>')
    return st.one_of(_lines(), marked, linked)


def _paragraphs() -> st.SearchStrategy[str]:
    direction = st.sampled_from(["", ' dir="auto"'])
    return st.tuples(direction, _inline()).map(lambda pair: f"<p{pair[0]}>{pair[1]}</p>")


def _lists() -> st.SearchStrategy[str]:
    items = st.lists(_paragraphs().map(lambda p: f"<li>{p}</li>"), min_size=1, max_size=4).map("".join)
    nested = st.tuples(items, items).map(lambda pair: f"{pair[0]}<li><p>في</p><ul>{pair[1]}</ul></li>")
    return st.tuples(st.sampled_from(["ul", "ol"]), items | nested).map(
        lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"
    )


def _groups() -> st.SearchStrategy[str]:
    inside = st.lists(_paragraphs(), min_size=1, max_size=3).map("".join)
    quote = inside.map(lambda html: f"<blockquote>{html}</blockquote>")
    pull = inside.map(lambda html: f'<aside class="pullquote">{html}</aside>')
    cell = st.tuples(_lines(), _lines()).map(lambda pair: f"<tr><th>{pair[0]}</th><td>{pair[1]}</td></tr>")
    table = st.lists(cell, min_size=1, max_size=3).map(lambda rows: f"<table><tbody>{''.join(rows)}</tbody></table>")
    return st.one_of(quote, pull, table)


def blocks() -> st.SearchStrategy[str]:
    """Give one top-level piece of a clean body."""
    figure = st.integers(1, 99).map(lambda pk: f'<figure data-photo="{pk}"></figure>')
    embed = st.just('<div class="embed" data-embed="youtube:abcdefghijk"></div>')
    subhead = _lines().map(lambda line: f"<h2>{line}</h2>")
    return st.one_of(_paragraphs(), _paragraphs(), subhead, _lists(), _groups(), figure, embed, st.just("<hr>"))


def bodies(most: int = 8) -> st.SearchStrategy[str]:
    """Give a whole clean body."""
    return st.lists(blocks(), max_size=most).map("".join)
