"""`make pages`: look at every kind of page of a demo newsroom, print what was found, and fail on any of it.

`ARGS="markup access"` looks only at those; `ARGS=pictures` only takes the pictures of var/pages.
"""

import re
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from urllib.parse import unquote

from playwright.sync_api import Browser, Page, sync_playwright

from deploy import chromium, serve
from deploy.inspection import access, desk, markup, newsroom, reading, screens, tools
from deploy.inspection.crawl import Walk, kind_of

PICTURES = serve.BASE_DIR / "var" / "pages"
DESK_PICTURES = serve.BASE_DIR / "var" / "desk"
LANGUAGES = ("ar", "en")
ABSENT = "/{}/no/such/page/"
FORMAT = re.compile(r'class="[^"]*story-(?!head|text|rail)([a-z]+)')
TRIES = 3


@dataclass
class Inspection:
    """One look at one newsroom: its origin, a browser, and the walk over everything."""

    origin: str
    browser: Browser
    walk: Walk
    executable: str
    notes: list[str] = field(default_factory=list)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """One path of each kind of page and language, an article of each format, by name."""
        found: dict[str, str] = {}
        for path in self.walk.pages:
            kind = kind_of(path)
            if kind == "article":
                shape = FORMAT.search(self.walk.answers[path].body.decode())
                kind = f"article, {shape[1]}" if shape else kind
            found.setdefault(f"{kind} {path[1:3]}", path)
        for language in LANGUAGES:
            found[f"absence {language}"] = ABSENT.format(language)
        return found

    @cached_property
    def articles(self) -> list[str]:
        """The paths of all articles."""
        return [path for path in self.walk.pages if kind_of(path) == "article"]

    def page(self) -> Page:
        """Open a page of a browser of its own."""
        return self.browser.new_context(base_url=self.origin).new_page()


def walked(seen: Inspection) -> Iterator[str]:
    """Every link, title, language and edition of the whole site."""
    seen.notes.append(f"{len(seen.walk.pages)} pages, {len(seen.walk.answers)} addresses")
    yield from seen.walk.faults


def checked(seen: Inspection) -> Iterator[str]:
    """The Nu HTML checker on every kind of page, and on the pages of a broken site."""
    pages = {name: newsroom.ask(seen.origin, path).body.decode() for name, path in seen.kinds.items()}
    # Their names of static files are Django's to fill in; nothing else in them is.
    for name in ("500.html", "503.html"):
        source = (serve.BASE_DIR / "templates" / name).read_text(encoding="utf-8")
        pages[name] = re.sub(r"{% static '([^']+)' %}", r"/static/\1", re.sub("{% load [^%]*%}", "", source))
    seen.notes.append(f"{len(pages)} pages")
    yield from markup.faults(pages)


def accessible(seen: Inspection) -> Iterator[str]:
    """axe on every kind of page, light and dark, on a phone and at a desk."""
    seen.notes.append(f"{len(seen.kinds)} pages × 4")
    yield from access.everywhere(seen.page(), seen.kinds.values())


def desked(seen: Inspection) -> Iterator[str]:
    """axe on every kind of page of the desk, both languages, light and dark, on a phone and at a desk."""
    found = desk.everywhere(seen.browser, seen.origin)
    seen.notes.append(f"{len(found)} pages × 8")
    for page, language, paths in desk.seated(seen.browser, seen.origin, found):
        yield from (f"{language} {fault}" for fault in access.everywhere(page, paths))


def portrayed(seen: Inspection) -> Iterator[str]:
    """Pictures of every kind of page of the desk in var/desk, for eyes; none may be wider than its screen, or move."""
    shutil.rmtree(DESK_PICTURES, ignore_errors=True)
    DESK_PICTURES.mkdir(parents=True)
    found = desk.everywhere(seen.browser, seen.origin)
    seen.notes.append(f"{len(found)} pages × 8 pictures in {DESK_PICTURES.relative_to(serve.BASE_DIR)}")
    for page, language, paths in desk.seated(seen.browser, seen.origin, found):
        page.add_init_script(screens.SHIFTS)
        for path in paths:
            name = screens.file_name(path.partition("?")[0].removeprefix(desk.HOME) or "desk", language)
            yield from (f"{language} {path}: {fault}" for fault in screens.take_desk(page, path, name, DESK_PICTURES))


def scored(seen: Inspection) -> Iterator[str]:
    """Lighthouse's phone on front and article, both languages; a busy machine gets more than one try."""
    tools.install()
    for language in LANGUAGES:
        for kind in ("front", "article, news"):
            address = seen.origin + seen.kinds[f"{kind} {language}"]
            for _again in range(TRIES):
                scores, short = tools.lighthouse(address, seen.executable, chromium.flags())
                if scores and min(scores.values()) == 100:
                    break
            seen.notes.append(f"{kind.split(',')[0]} {language} " + "/".join(map(str, scores.values())))
            if not scores or min(scores.values()) < 100:
                yield f"{address}: {scores}: {'; '.join(short)}"


def parsed(seen: Inspection) -> Iterator[str]:
    """feedparser on every feed that some page names."""
    tools.install()
    paths = [path for path in seen.walk.answers if kind_of(path) == "feed"]
    feeds = {path: newsroom.ask(seen.origin, path).body.decode() for path in paths}
    read = tools.read_outside({"articles": {}, "feeds": feeds})["feeds"]
    seen.notes.append(f"{len(read)} feeds, {sum(feed['entries'] for feed in read.values())} entries")
    for path, feed in read.items():
        if feed["bozo"]:
            yield f"{path}: {feed['bozo']}"
        if feed["whole"] != feed["entries"]:
            yield f"{path}: {feed['entries'] - feed['whole']} entries are not whole"
        if feed["language"] != path[1:3]:
            yield f"{path}: its language is {feed['language']!r}"


def extracted(seen: Inspection) -> Iterator[str]:
    """Reader mode, trafilatura and JSON-LD on every article, compared with what readers see."""
    tools.install()
    readability = tools.READABILITY.read_text(encoding="utf-8")
    pages = {path: newsroom.ask(seen.origin, path).body.decode() for path in seen.articles}
    outside = tools.read_outside({"articles": pages, "feeds": {}})["articles"]
    page = seen.page()
    seen.notes.append(f"{len(pages)} articles")
    for path in pages:
        page.goto(path)
        shown = reading.shown(page)
        yield from reading.faults_of_graph(path, shown)
        yield from reading.faults_of_extract(path, "trafilatura", shown, outside[path])
        yield from reading.faults_of_extract(path, "reader mode", shown, reading.in_reader_mode(page, readability))


def steady(seen: Inspection) -> Iterator[str]:
    """No page is wider than a phone, also at twice the text size, and none moves while it loads."""
    yield from screens.faults(seen.browser, [seen.origin + path for path in seen.kinds.values()])


def pictured(seen: Inspection) -> Iterator[str]:
    """Pictures of every kind of page in var/pages, for eyes."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    page = seen.page()
    for name, path in seen.kinds.items():
        kind, _, language = name.rpartition(" ")
        screens.take(page, path, screens.file_name(kind, language), PICTURES)
    seen.notes.append(f"{len(list(PICTURES.glob('*.png')))} pictures in {PICTURES.relative_to(serve.BASE_DIR)}")
    yield from ()


LOOKS: dict[str, Callable[[Inspection], Iterator[str]]] = {
    "crawl": walked,
    "markup": checked,
    "access": accessible,
    "desk": desked,
    "layout": steady,
    "feeds": parsed,
    "reading": extracted,
    "lighthouse": scored,
    "pictures": pictured,
    "desk-pictures": portrayed,
}


def legible(fault: str) -> str:
    """Return a finding with its addresses as people write them."""
    return unquote(fault)


def main(names: list[str]) -> int:
    """Look at everything, or at what is named; the exit code is 1 when anything was found."""
    unknown = [name for name in names if name not in LOOKS]
    if unknown:
        sys.exit(f"There is no look called {' '.join(unknown)}; there are {', '.join(LOOKS)}.")
    executable = chromium.find_or_install()
    lines, found = [], []
    with newsroom.served() as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=chromium.flags())
        today = datetime.now(UTC)
        starts = (f"/{code}/{place}" for code in LANGUAGES for place in ("", f"archive/{today:%Y/%m/%d}/"))
        walk = Walk(lambda path: newsroom.ask(origin, path), origin).go(starts)
        for name in names or LOOKS:
            seen = Inspection(origin, browser, walk, executable)
            begun = time.monotonic()
            faults = list(LOOKS[name](seen))
            found += faults
            said = (LOOKS[name].__doc__ or "").splitlines()[0]
            line = (
                f"{name:<11}{len(faults):>4} found {time.monotonic() - begun:>5.0f} s  {said} {'; '.join(seen.notes)}"
            )
            print(line, *(f"    {legible(fault)}" for fault in faults), sep="\n", flush=True)
            lines.append(line)
        browser.close()
    print("\n" + "\n".join(lines) + f"\n\n{'FAILED' if found else 'Nothing was found.'}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
