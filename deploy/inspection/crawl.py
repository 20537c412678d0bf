"""Walk a site as a robot does, and say what a reader or a robot would stumble over."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

MOST_OF_A_KIND = 60
MOST_HOPS = 5
KINDS = (
    ("picture", r"/media/"),
    ("file", r"/static/"),
    ("feed", r"/(ar|en)/.*feed/(rss|atom)/"),
    ("sitemap", r"/.*sitemap.*\.xml"),
    ("archive", r"/(ar|en)/archive/"),
    ("topic", r"/(ar|en)/topics/"),
    ("author", r"/(ar|en)/authors/"),
    ("series", r"/(ar|en)/series/"),
    ("house's page", r"/(ar|en)/pages/"),
    ("search", r"/(ar|en)/search/"),
    ("latest", r"/(ar|en)/latest/"),
    ("corrections", r"/(ar|en)/corrections/"),
    ("short link", r"/(ar|en)/[0-9]+/$"),
    ("article", r"/(ar|en)/[^/]+/[0-9]+-"),
    ("front", r"/(ar|en)/$"),
    ("section", r"/(ar|en)/[^/]+/$"),
    ("start", r"/$"),
)
# An archive's days go back for ever.
FOLLOWED = {"archive": 6, "picture": 0, "file": 0}
LEFTOVERS = re.compile(
    r"\{\{|\{%|%\([a-z_]+\)[sd]|\{[a-z_]+\}|(?<=[>\"])(?:None|undefined|NaN|null)(?=[<\"])|\[object |lorem ipsum", re.I
)
VOID_WORDS = ("", "#")


@dataclass(frozen=True)
class Answer:
    """What an address answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def is_html(self) -> bool:
        """Whether it is a page."""
        return self.headers.get("content-type", "").startswith("text/html")


Ask = Callable[[str], Answer]


class Document(HTMLParser):
    """What a page says of itself, and where it leads."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.language = self.direction = self.title = self.description = self.canonical = ""
        self.alternates: dict[str, str] = {}
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.files: list[str] = []
        self._in_title = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in one tag."""
        given = {name: value or "" for name, value in attrs}
        self.ids |= {given["id"]} if "id" in given else set()
        self._in_title = tag == "title"
        if tag == "html":
            self.language, self.direction = given.get("lang", ""), given.get("dir", "")
        elif tag == "meta" and given.get("name") == "description":
            self.description = given.get("content", "")
        elif tag == "link":
            self._take_link(given)
        elif tag in {"a", "form"}:
            self.links += [given[name] for name in ("href", "action") if name in given]
        elif tag in {"img", "source", "script"}:
            self.files += [given["src"]] if "src" in given else []
            self.files += [part.split()[0] for part in given.get("srcset", "").split(",") if part.strip()]

    def _take_link(self, given: dict[str, str]) -> None:
        rels = given.get("rel", "").split()
        if "canonical" in rels:
            self.canonical = given.get("href", "")
        elif "hreflang" in given:
            self.alternates[given["hreflang"]] = given.get("href", "")
        elif "alternate" in rels:
            self.links.append(given.get("href", ""))
        else:
            self.files.append(given.get("href", ""))

    def handle_data(self, data: str) -> None:
        """Take in the title."""
        self.title += data if self._in_title else ""

    def handle_endtag(self, tag: str) -> None:
        """Leave the title."""
        self._in_title = False


def kind_of(path: str) -> str:
    """Return what kind of address a path is."""
    return next((kind for kind, pattern in KINDS if re.match(pattern, path)), "other")


@dataclass
class Walk:
    """A walk over one site: every address asked for with its answer, every page read, and what was wrong."""

    ask: Ask
    origin: str
    answers: dict[str, Answer] = field(default_factory=dict)
    pages: dict[str, Document] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def go(self, starts: Iterable[str]) -> "Walk":
        """Walk from some paths over everything they lead to, and judge it."""
        waiting = list(starts)
        walked: Counter[str] = Counter()
        while waiting:
            path = waiting.pop(0)
            kind = kind_of(urlsplit(path).path)
            if path in self.answers or walked[kind] >= FOLLOWED.get(kind, MOST_OF_A_KIND):
                continue
            walked[kind] += 1
            waiting += self._visit(path)
        self._look_at_files()
        self._look_at_links()
        self._look_at_pages()
        return self

    def _visit(self, path: str) -> list[str]:
        answer = self.answers[path] = self.ask(path)
        if not (answer.status == 200 and answer.is_html):
            return []
        page = self.pages[path] = Document(answer.body.decode())
        return [own for link in (*page.links, *page.alternates.values()) if (own := self._own(path, link))]

    def _own(self, path: str, link: str) -> str:
        """Return the path of a link within the site; nothing for what lies outside, and for the desk."""
        whole = urlsplit(urljoin(self.origin + path, urldefrag(link)[0]))
        if f"{whole.scheme}://{whole.netloc}" != self.origin or whole.path.startswith("/admin/"):
            return ""
        # However it is written, it is one address.
        return quote(unquote(whole.path), safe="/:-._~") + (f"?{whole.query}" if whole.query else "")

    def _look_at_files(self) -> None:
        wanted = {
            own: path for path, page in self.pages.items() for file in page.files if (own := self._own(path, file))
        }
        for file, path in wanted.items():
            if self.ask(file).status != 200:
                self.faults.append(f"{path}: {file} is not there")

    def _look_at_links(self) -> None:
        for path, page in self.pages.items():
            for link in page.links:
                if link in VOID_WORDS:
                    self.faults.append(f"{path}: a link leads nowhere")
                own, _, mark = link.partition("#")
                target = self._own(path, own) if own else path
                if target in self.answers:
                    self._look_at_target(path, target)
                if mark and target in self.pages and mark not in self.pages[target].ids:
                    self.faults.append(f"{path}: {link} leads to no place on its page")

    def _look_at_target(self, path: str, target: str) -> None:
        answer = self.answers[target]
        if answer.status in {301, 302}:
            arrived = self.ask(self._own(target, answer.headers["location"]))
            if arrived.status != 200:
                self.faults.append(f"{path}: {target} leads on to what answers {arrived.status}")
            if kind_of(target) not in {"short link", "start"}:
                self.faults.append(f"{path}: {target} is a link to a redirect")
        elif answer.status != 200:
            self.faults.append(f"{path}: {target} answers {answer.status}")

    def _look_at_pages(self) -> None:
        titles: dict[str, str] = {}
        for path, page in self.pages.items():
            for what in ("language", "direction", "title", "description", "canonical"):
                if not getattr(page, what):
                    self.faults.append(f"{path}: no {what}")
            if page.canonical and page.canonical != self.origin + path:
                self.faults.append(f"{path}: its canonical address is {page.canonical}")
            if page.title in titles:
                self.faults.append(f"{path}: the title of {titles[page.title]}: {page.title}")
            titles.setdefault(page.title, path)
            if left := LEFTOVERS.search(self.answers[path].body.decode()):
                self.faults.append(f"{path}: left over: {left.group()}")
            if "set-cookie" in self.answers[path].headers:
                self.faults.append(f"{path}: sets a cookie")
            self._look_at_editions(path, page)

    def _look_at_editions(self, path: str, page: Document) -> None:
        if not page.alternates:
            return
        if page.alternates.get(page.language) != page.canonical or "x-default" not in page.alternates:
            self.faults.append(f"{path}: its own hreflang or x-default is missing")
        for language, address in page.alternates.items():
            target = self._own(path, address)
            other = self.pages.get(target)
            if other is None and (target in self.answers or not target):
                self.faults.append(f"{path}: its {language} edition at {address} is no page")
            elif other and other.alternates != page.alternates:
                self.faults.append(f"{path}: its {language} edition says otherwise: {other.alternates}")
