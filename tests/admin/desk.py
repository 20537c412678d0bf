"""People at their desks, and a browser without scripts, for the tests of the desk."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Role, User
from tests.forms import Form, Markup

SECRET = "ماء النهر أزرق"


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


class Page(Markup):
    """What came as an answer."""

    def __init__(self, response: HttpResponse) -> None:
        self.status = response.status_code
        super().__init__(response.content.decode())

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
