"""Take the pictures of docs/pictures from a newsroom of their own: `.venv/bin/python -m deploy.pictures [NAME…]`."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from django.core.management import call_command
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from deploy import chromium, serve

FOLDER = serve.BASE_DIR / "docs" / "pictures"
FIRST_PORT, LAST_PORT = 8300, 8400
DESKTOP, PHONE = (1280, 900), (360, 800)
MOST_BYTES = 250_000
COLOURS = 256


@dataclass(frozen=True, kw_only=True)
class Picture:
    """One picture: who looks at what, in which window, in which light."""

    go: Callable[[Page], None]
    person: str = ""
    language: str = "ar"
    window: tuple[int, int] = DESKTOP
    light: str = "light"


def front(language: str) -> Callable[[Page], None]:
    """Go to a front page."""
    return lambda page: see(page, f"/{language}/")


def lead(page: Page) -> None:
    """Go to the article that leads the Arabic front."""
    see(page, "/ar/")
    page.locator(".card-lead .head a").click()
    page.locator(".story-text").wait_for()


def desk_page(page: Page) -> None:
    """Go to the desk page."""
    see(page, "/admin/")


def planning(page: Page) -> None:
    """Go to the plan of this week."""
    see(page, "/admin/planning/")


def desk_list(page: Page) -> None:
    """Go to the list of articles."""
    see(page, "/admin/articles/article/")


def form(stage: str, language: str) -> Callable[[Page], None]:
    """Go to the form of the newest text in a stage and a language."""

    def go(page: Page) -> None:
        see(page, f"/admin/articles/article/?stage={stage}&language={language}")
        page.locator(f".desk-list a[lang={language}]").first.click()
        page.locator(".prose-menubar").wait_for()

    return go


def see(page: Page, address: str) -> None:
    """Go to an address, and wait until nothing more comes."""
    page.goto(address, wait_until="networkidle")


PICTURES = {
    "front-ar": Picture(go=front("ar")),
    "front-en": Picture(go=front("en"), language="en"),
    "article-ar": Picture(go=lead),
    "article-ar-phone": Picture(go=lead, window=PHONE),
    "article-ar-dark": Picture(go=lead, light="dark"),
    "desk-page-ar": Picture(go=desk_page, person="editor"),
    "desk-page-en": Picture(go=desk_page, person="editor", language="en"),
    "desk-plan-en": Picture(go=planning, person="editor", language="en"),
    "desk-list-ar": Picture(go=desk_list, person="editor"),
    "desk-form-ar": Picture(go=form("draft", "ar"), person="editor"),
    "desk-form-en": Picture(go=form("in_review", "en"), person="editor", language="en"),
}


@contextmanager
def newsroom() -> Iterator[str]:
    """A demo newsroom made for the occasion, served until the pictures are taken; yields its address."""
    port = next(number for number in range(FIRST_PORT, LAST_PORT) if serve.is_free(number))
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "DEBUG": "1",
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "DJANGO_ALLOW_ASYNC_UNSAFE": "1",
            "DATABASE_URL": f"sqlite:///{folder}/rased.sqlite3",
            "MEDIA_STORAGE_URL": Path(folder, "media").as_uri(),
            "SITE_ORIGIN": "http://rased.example",
            "ALLOWED_HOSTS": f"{serve.HOST},rased.example",
            "SECRET_KEY": "for the pictures only",
        }
        serve.prepare()
        call_command("deliver")
        crew = serve.Crew()
        try:
            options = ("--interface", "wsgi", "--host", serve.HOST, "--port", str(port), "--log-level", "error")
            crew.start("web server", "-m", "granian", *options, "newsroom.wsgi:application")
            if not serve.answers(crew, port):
                sys.exit("The web server does not answer.")
            yield f"http://{serve.HOST}:{port}"
        finally:
            crew.stop()


def take(browser: Browser, address: str, picture: Picture) -> bytes:
    """Take one picture, as PNG bytes."""
    width, height = picture.window
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": height},
        color_scheme="dark" if picture.light == "dark" else "light",
        locale=picture.language,
        reduced_motion="reduce",
    )
    page = context.new_page()
    if picture.person:
        sign_in(page, picture.person, picture.language)
    picture.go(page)
    page.evaluate("document.fonts.ready")
    taken = page.screenshot(clip={"x": 0, "y": 0, "width": width, "height": height}, animations="disabled")
    context.close()
    return taken


def sign_in(page: Page, name: str, language: str) -> None:
    """Sign in as one of the demo's people, and have the desk speak a language."""
    page.goto(f"/admin/?language={language}")
    page.locator("[name=username]").fill(name)
    page.locator("[name=password]").fill(name)
    page.locator("#login-form button").click()
    page.locator("#header > .desk-person").wait_for()
    other = page.locator(f"button[name=language][value={language}]")
    if other.count():
        page.locator("#header > .desk-person summary").click()
        other.click()
        page.locator(f"html[lang={language}]").wait_for()


def small(taken: bytes) -> bytes:
    """Return a picture with as few colours as the eye needs."""
    few = Image.open(BytesIO(taken)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    out = BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def main(names: list[str]) -> int:
    """Take the named pictures, or all; the exit code is 1 when one is too large."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    too_large = []
    with newsroom() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find_or_install(), args=chromium.flags())
        for name in names or PICTURES:
            made = small(take(browser, address, PICTURES[name]))
            (FOLDER / f"{name}.png").write_bytes(made)
            print(f"{name}.png  {len(made) // 1000} kB")
            if len(made) > MOST_BYTES:
                too_large.append(name)
        browser.close()
    return 1 if too_large else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
