"""axe finds nothing on any template of the desk: half by day on a phone; half by night, at a desk."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings as known
from django.template import Template
from django.test.signals import template_rendered
from django.utils import timezone
from playwright.sync_api import Browser, Page, Route
from pytest_django.live_server_helper import LiveServer

from articles.models import Article, Author, BylineLine, Role, Topic, User
from deploy.inspection import access
from tests.admin.desk import SECRET, at_desk, form_of, person, signed_in
from tests.public.site import make_photo, shown_as
from tests.workflow.newsroom import Newsroom

pytestmark = pytest.mark.browser

FOLDER = Path(__file__).resolve().parents[2] / "templates" / "admin"
TEMPLATES = {
    f"admin/{path.relative_to(FOLDER)}"
    for path in FOLDER.rglob("*.html")
    if not path.name.startswith("_") and path.name != "base_site.html"
}
OF_AN_ARTICLE = ("change", "history", "history/page", "revisions/2", "preview", "redact", "social", "print")
BODY = "<p>وصلت السفينة إلى المرفأ صباح الثلاثاء.</p><h2>عنوان داخلي</h2><p>وأفرغت قمحًا.</p>"
LOOKS = {"ar": (access.PHONE, "light"), "en": (access.DESKTOP, "dark")}


@pytest.fixture
def boss(room: Newsroom) -> User:
    """Somebody with every role, so that no page is shut."""
    return person("boss", *Role)


@pytest.fixture
def addresses(room: Newsroom, boss: User) -> list[str]:
    """One address for each template of the desk."""
    salma = Author.objects.create(slug="salma", name_ar="سلمى حداد", name_en="Salma Haddad")
    topic = Topic.objects.create(slug="ports", name_ar="الموانئ", name_en="Ports")
    photo = make_photo(room)
    live: Article = room.live(
        body=BODY, photos=(shown_as(photo),), topic_ids=(topic.pk,), bylines=(BylineLine(author_id=salma.pk),)
    )
    room.change(live, body=BODY.replace("قمحًا", "قمحًا وأرزًا"))
    number = f"articles/article/{live.pk}"
    pages = (
        *("", "articles/article/", "articles/article/add/?language=ar", "articles/topic/", "articles/topic/add/"),
        *(
            f"{number}/{page}/"
            for page in ("change", "history", "history/page", "revisions/2", "preview", "redact", "social", "print")
        ),
        *("planning/", "front/ar/", f"front/ar/?at={timezone.now():%Y-%m-%dT%H:%M}", "strip/", "flash/", "import/"),
        *("log/", "notifications/", "duty/", f"topics/{topic.pk}/merge/", f"people/{room.reporter.pk}/leaving/"),
        *(f"photos/{photo.pk}/pull/", f"articles/photo/{photo.pk}/change/", "articles/photo/", "password_change/"),
        "password_reset/done/",
    )
    return [f"/admin/{page}" for page in pages]


@contextmanager
def rendered() -> Iterator[set[str]]:
    """Note which templates are rendered meanwhile, by the test's client or by its server."""
    names: set[str] = set()

    def note(template: Template, **_kwargs: object) -> None:
        names.add(str(template.name))

    template_rendered.connect(note)
    yield names
    template_rendered.disconnect(note)


def answers(room: Newsroom, boss: User) -> dict[str, str]:
    """What no address answers by itself: a newer text than the one read, work carried over a sign-in, or too late."""
    article: Article = room.draft(body=BODY)
    desk = form_of(article, boss)
    room.change(article, body=BODY.replace("قمحًا", "أرزًا"))
    newer = desk.press("Approve and publish").html
    out = at_desk(room.reporter, "/admin/articles/article/add/?language=ar")
    out.client.logout()
    sign_in = out.press("Save", {"headline": "عنوان كُتب قبل قليل"})
    carried = sign_in.forms["login-form"].fields | {"username": boss.username, "password": SECRET}
    carry_on = out.client.post("/admin/login/", carried).content.decode()
    late = form_of(article, room.writer)
    User.objects.filter(pk=room.writer.pk).update(is_active=False)
    form = late.page.article
    handed_over = late.client.post(form.action, form.fields | {"deck": "سطر كُتب ولم يُحفظ"}).content.decode()
    return {"newer": newer, "sign-in": sign_in.html, "carry-on": carry_on, "late": handed_over}


def given(page: Page, htmls: dict[str, str]) -> list[str]:
    """Have some pages answered at addresses of their own; return these."""

    def answer(route: Route) -> None:
        route.fulfill(body=htmls[route.request.url.rstrip("/").rpartition("/")[2]], content_type="text/html")

    page.route("**/admin/given/*/", answer)
    return [f"/admin/given/{name}/" for name in htmls]


@pytest.fixture
def desk_of(browser: Browser, live_server: LiveServer) -> Iterator[Callable[[User], Page]]:
    """Sit somebody down at a browser whose complaints nobody hears: axe itself tries styles that the policy refuses."""
    context = browser.new_context(base_url=live_server.url)

    def sit(user: User) -> Page:
        session = signed_in(user).cookies[known.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": known.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        return context.new_page()

    yield sit
    context.close()


def test_nothing_hinders_anybody_on_any_template_of_the_desk(
    room: Newsroom, boss: User, addresses: list[str], desk_of: Callable[[User], Page]
) -> None:
    page = desk_of(boss)
    found: list[str] = []

    with rendered() as names:
        every = [*addresses, *given(page, answers(room, boss))]
        for turn, (language, (width, scheme)) in enumerate(LOOKS.items()):
            User.objects.update(interface_language=language)
            found += access.everywhere(page, every[turn::2], widths=(width,), schemes=(scheme,))

    assert not found, "\n".join(found)
    assert names >= TEMPLATES, TEMPLATES - names
