"""The desk as its people see it: one page of each kind, found by walking from the desk page as several of them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

# The demo's accounts whose pages differ; whatever one of them reaches is looked at once. Passwords are the names.
PEOPLE = ("chief", "admin", "reporter", "photo")
LANGUAGES = ("ar", "en")
HOME = "/admin/"
UNLINKED = (
    *("articles/article/add/", "articles/photo/add/", "articles/topic/add/", "flash/", "import/", "no/such/page/"),
    *("articles/series/", "articles/series/add/", "articles/desk/", "articles/legacyaddress/", "password_change/"),
)
WITHOUT_SIGN_IN = ("login/", "password_reset/", "password_reset/done/", "reset/done/", "reset/MQ/set-password/")
# Files, answers for scripts, and what a link only does.
NO_PAGES = re.compile(r"/(file|news|findings|buffer|jsi18n|autocomplete|csv)/|\.css$|/preview/style/")
LINKS = """() => [...document.querySelectorAll("a[href], form[method=get]")]
  .map((one) => one.href || one.action).filter((one) => one.startsWith(location.origin + "/admin/"))"""
# An article's form differs with its stage and with who looks at it.
ARTICLE = "/admin/articles/article/N/change/"
OF_A_KIND = {ARTICLE: 8}


@dataclass(frozen=True)
class Place:
    """One page of the desk, and who is to be signed in to see it ('' for nobody)."""

    person: str
    path: str

    @property
    def kind(self) -> str:
        """What kind of page it is: its address without its numbers."""
        return kind_of(self.path)


def kind_of(path: str) -> str:
    """Return the kind of a page of the desk: pages that differ in numbers or languages only are of one kind."""
    numberless = re.sub(r"/(ar|en)/", "/LANGUAGE/", re.sub(r"\d+", "N", urlsplit(path).path))
    numberless = re.sub(r"^/admin/front/LANGUAGE/[a-z-]+/$", "/admin/front/LANGUAGE/SECTION/", numberless)
    return re.sub(r"/(?!article/)[a-z]+/\w+/(history|delete)/$", r"/MODEL/N/\1/", numberless)


def seat(browser: Browser, origin: str, person: str) -> Page:
    """Return a page of a browser of its own in which a person of the demo is signed in."""
    page = browser.new_context(base_url=origin).new_page()
    if person:
        page.goto(f"{HOME}login/")
        page.fill("[name=username]", person)
        page.fill("[name=password]", person)
        page.locator("[name=password]").press("Enter")
        page.wait_for_selector("#logout-form", state="attached")
    return page


def speak(page: Page, language: str) -> None:
    """Have the desk speak a language to whoever is signed in."""
    page.goto(HOME)
    if page.locator("html").get_attribute("lang") != language:
        page.locator(".desk-person").last.evaluate("(menu) => { menu.open = true }")
        page.locator(f"button[name=language][value={language}]").click()
        page.wait_for_selector(f"html[lang={language}]", state="attached")


def places(page: Page, person: str, known: Counter[str]) -> Iterator[Place]:
    """Walk the desk from its first page; yields a page of each kind that is not known yet."""
    ahead = dict.fromkeys([HOME, *(HOME + path for path in UNLINKED)])
    seen: set[str] = set()
    while path := next((path for path in ahead if path not in seen), ""):
        seen.add(path)
        kind = kind_of(path)
        is_new = known[kind] < OF_A_KIND.get(kind, 1)
        if NO_PAGES.search(path) or not (is_new or path == HOME):
            continue
        answer = page.goto(path)
        if answer is None or not (answer.headers.get("content-type") or "").startswith("text/html"):
            continue
        ahead |= dict.fromkeys(urlsplit(link).path for link in page.evaluate(LINKS))
        if kind == ARTICLE:
            ahead[path.replace("/change/", "/preview/")] = None
        if is_new:
            known[kind] += 1
            yield Place(person, path)


def seated(browser: Browser, origin: str, found: Iterable[Place]) -> Iterator[tuple[Page, str, list[str]]]:
    """Yield, for each person and language, their browser, the language and the paths to look at in it."""
    of_person: dict[str, list[str]] = {}
    for place in found:
        of_person.setdefault(place.person, []).append(place.path)
    for person, paths in of_person.items():
        page = seat(browser, origin, person)
        for language in LANGUAGES:
            if person:
                speak(page, language)
            yield page, language, paths if person else [f"{path}?language={language}" for path in paths]
        page.context.close()


def everywhere(browser: Browser, origin: str) -> list[Place]:
    """Return a page of each kind of the desk."""
    found = [Place("", HOME + path) for path in WITHOUT_SIGN_IN]
    known = Counter(place.kind for place in found)
    for person in PEOPLE:
        page = seat(browser, origin, person)
        found += places(page, person, known)
        page.context.close()
    return found
