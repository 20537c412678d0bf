"""People at their desks, for the tests of the desk."""

from django.contrib.auth.models import Group
from django.test import Client

from articles.models import Role, User

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
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client
