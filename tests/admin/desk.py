"""People at their desks, and a browser without scripts, for the tests of the desk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Role, User

SECRET = "ماء النهر أزرق"
Attributes = dict[str, str]


def person(name: str, *roles: Role, **fields: object) -> User:
    """Make a person with some roles, who can sign in."""
    known = {"interface_language": "en", "display_name": name.title()}
    user = User.objects.create_user(username=name, password=SECRET, **(known | fields))
    user.groups.set(Group.objects.filter(name__in=roles))
    return user


def signed_in(user: User) -> Client:
    """Return a browser in which a person has signed in."""
    client = Client()
    client.force_login(user, backend="articles.admin.signing_in.PeopleBackend")
    return client


UNCOUNTED = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


OF_THE_PERSON = (
    "django_session",
    'FROM "articles_user" WHERE',
    'FROM "articles_user" LEFT OUTER JOIN "articles_user_groups"',
)


def counted(asked: CaptureQueriesContext) -> list[str]:
    """Return the queries that a budget counts: all but transactions, the session and the person."""
    queries = [query["sql"] for query in asked]
    return [sql for sql in queries if not sql.startswith(UNCOUNTED) and not any(part in sql for part in OF_THE_PERSON)]


@dataclass
class Form:
    """One form of a page, as a browser without scripts would send it."""

    action: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    buttons: dict[str, Attributes] = field(default_factory=dict)


class Page(HTMLParser):
    """The forms and the words of a page."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.status = response.status_code
        self.html = response.content.decode()
        self.forms: dict[str, Form] = {}
        self.words: list[str] = []
        self._form: Form | None = None
        self._area = self._button = self._select = ""
        self._attributes: Attributes = {}
        self.feed(self.html)
        self.text = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in a form, a field or a button; what is disabled is not sent."""
        has = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = self.forms.setdefault(has.get("id", str(len(self.forms))), Form(has.get("action", "")))
        elif self._form is not None and "disabled" not in has:
            self._take(self._form, tag, has)

    def _take(self, form: Form, tag: str, has: Attributes) -> None:
        if tag == "input" and "name" in has:
            if has.get("type") not in {"checkbox", "radio"} or "checked" in has:
                form.fields[has["name"]] = has.get("value", "on" if "checked" in has else "")
        elif tag == "textarea":
            self._area = has["name"]
            form.fields[self._area] = ""
        elif tag == "select":
            self._select = has["name"]
        elif tag == "option" and self._select:
            if "selected" in has or self._select not in form.fields:
                form.fields[self._select] = has.get("value", "")
        elif tag == "button":
            self._button, self._attributes = " ", has

    def handle_data(self, data: str) -> None:
        """Take in words."""
        self.words.append(data)
        if self._form and self._area:
            self._form.fields[self._area] += data
        elif self._button:
            self._button += data

    def handle_endtag(self, tag: str) -> None:
        """Close what was open."""
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = ""
        elif tag == "textarea" and self._form and self._area:
            # The first line break after the tag is markup, not text.
            self._form.fields[self._area] = self._form.fields[self._area].removeprefix("\n")
            self._area = ""
        elif tag == "button" and self._form and self._button:
            self._form.buttons.setdefault(self._button.strip(), self._attributes)
            self._button = ""

    @property
    def article(self) -> Form:
        """The article's form."""
        return self.forms["article-form"]

    @property
    def buttons(self) -> set[str]:
        """What can be pressed in the article's form."""
        return set(self.article.buttons)


@dataclass
class Desk:
    """One person at a browser without scripts."""

    client: Client
    page: Page

    def open(self, address: str) -> "Desk":
        """Go to an address, over redirects."""
        self.page = Page(self.client.get(address, follow=True))
        return self

    def press(
        self,
        button: str,
        changes: Mapping[str, str] | None = None,
        *,
        form: str = "article-form",
        files: Mapping[str, SimpleUploadedFile] | None = None,
    ) -> Page:
        """Change some fields of a form, press a button, and read the page that comes."""
        sent = self.page.forms[form]
        has = sent.buttons[button]
        named = {has["name"]: has.get("value", "")} if "name" in has else {}
        fields = sent.fields | named | dict(changes or {})
        fields = {name: value for name, value in fields.items() if not name.endswith("-file")} | dict(files or {})
        response = self.client.post(has.get("formaction") or sent.action, fields, follow=True)
        self.page = Page(response)
        return self.page


def at_desk(user: User, address: str = "/admin/") -> Desk:
    """Sign a person in and open a page; their desk speaks English."""
    User.objects.filter(pk=user.pk).update(interface_language="en")
    client = signed_in(user)
    return Desk(client, Page(client.get(address, follow=True)))


def form_of(article: Article, user: User, part: str = "change") -> Desk:
    """Open an article's form as one person."""
    return at_desk(user, f"/admin/articles/article/{article.pk}/{part}/")


def new(user: User, language: str = "ar") -> Desk:
    """Open the form of a new article."""
    return at_desk(user, f"/admin/articles/article/add/?language={language}")
