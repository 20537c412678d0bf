"""Inside our newsroom: how long an archive takes to make, how large it gets, and what our pages cost over it."""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import cycle
from statistics import median
from urllib.parse import quote

from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from articles.management import bulk
from articles.models import Article, Language, Publication, User
from articles.publishing import addresses
from bench import asking, ours

SECONDS, FEWEST, MOST = 2.5, 10, 200
SPREAD = 100


@dataclass(frozen=True)
class Weight:
    """What one kind of page costs, at the median."""

    page: str
    queries: int
    cpu_ms: float
    wall_ms: float
    size: int


def main(number: str) -> None:
    """Make the archive where it is missing, and print and keep the weights."""
    articles = int(number)
    call_command("migrate", verbosity=0)
    made_in = _made(articles)
    size = bulk.size_of_database()
    print(f"{articles:,} articles on {connection.vendor}: {size / 1e9:.2f} GB", end="")
    print(f", made in {made_in:,.0f} s" if made_in else ", made before", end="\n\n", flush=True)
    print(f"{'page':<28} queries  CPU ms  wall ms      KB")
    at = timezone.now()
    reader, editor = asking.Door(), asking.Door(asking.signed_in(User.objects.get(username="chief")))
    weights = [_weighed(reader, page, paths) for page, paths in _readers(at).items()]
    weights += [_weighed(editor, page, paths) for page, paths in _desk(at).items()]
    kept = {"at": at.isoformat(), "engine": connection.vendor, "bytes": size, "made_in_seconds": made_in}
    asking.write(f"volume-{articles}-{connection.vendor}", kept | {"pages": [asdict(weight) for weight in weights]})


def _made(articles: int) -> float | None:
    """Make the archive and return the seconds it took, or None when it is there."""
    held = Article.objects.count()
    if held >= articles:
        return None
    if held:
        sys.exit(f"This database holds {held:,} articles: name one that is empty, or holds {articles:,}.")
    began = time.monotonic()
    call_command("generate_archive", articles=articles)
    # The next connection has a newsroom's own settings again.
    connection.close()
    return time.monotonic() - began


def _readers(at: datetime) -> dict[str, Sequence[str]]:
    texts = {language: list(ours.texts_of(language, at)) for language in Language.values}
    common = {language: ours.common_words(of_one) for language, of_one in texts.items()}
    sections = [addresses.section(language, of_one[0]["section"][0]) for language, of_one in texts.items()]
    deep = [list(ours.section_pages(language, at))[5] for language in texts]
    return {
        "article": _spread(),
        "front": [addresses.home(language) for language in texts],
        "section": sections,
        "section, later page": deep,
        "search, common word": [ours.search_path(code, word) for code, found in common.items() for word in found],
        "search, two common words": [
            ours.search_path(code, f"{found[0]} {found[1]}") for code, found in common.items()
        ],
        "search, rare word": [ours.search_path(code, ours.rare_word(of_one)) for code, of_one in texts.items()],
    }


def _spread() -> list[str]:
    """Addresses of articles from the whole archive, old and new."""
    last = Publication.objects.order_by("-pk").values_list("pk", flat=True)[0]
    wanted = range(1, last + 1, max(1, last // SPREAD))
    rows = Publication.objects.live(timezone.now()).filter(pk__in=wanted).select_related("section")
    return [ours.article_path(row) for row in rows]


def _desk(at: datetime) -> dict[str, Sequence[str]]:
    listed = reverse("admin:articles_article_changelist")
    texts = list(ours.texts_of(Language.AR, at))
    return {
        "desk list": [listed],
        "desk list, one section": [f"{listed}?section=1"],
        "desk search, common word": [f"{listed}?q={quote(word)}" for word in ours.common_words(texts)],
        "desk search, rare word": [f"{listed}?q={quote(ours.rare_word(texts))}"],
    }


def _weighed(door: asking.Door, page: str, paths: Sequence[str]) -> Weight:
    queries = max(door.queries(path) for path in paths[:2])
    sizes, cpu, wall = _timed(door.ask, paths)
    weight = Weight(page, queries, round(median(cpu), 2), round(median(wall), 2), round(median(sizes)))
    print(
        f"{page:<28} {queries:>7} {weight.cpu_ms:>7.2f} {weight.wall_ms:>8.2f} {weight.size / 1024:>7.1f}", flush=True
    )
    return weight


def _timed(ask: Callable[[str], bytes], paths: Sequence[str]) -> tuple[list[int], list[float], list[float]]:
    sizes: list[int] = []
    cpu: list[float] = []
    wall: list[float] = []
    began, turn = time.monotonic(), cycle(paths)
    while len(sizes) < FEWEST or (len(sizes) < MOST and time.monotonic() - began < SECONDS):
        cpu_before, wall_before = time.process_time(), time.perf_counter()
        sizes.append(len(ask(next(turn))))
        cpu.append((time.process_time() - cpu_before) * 1000)
        wall.append((time.perf_counter() - wall_before) * 1000)
    return sizes, cpu, wall
