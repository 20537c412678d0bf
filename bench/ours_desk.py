"""Inside our newsroom: its desk's pages and acts, as a reporter and an editor do them, none of them a superuser."""

from collections.abc import Callable
from itertools import count, cycle
from urllib.parse import quote

from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Content, Language, Role, Section, Stage, User
from articles.workflow import drafts
from bench import acting, asking, ours
from tests.forms import Markup

LIST = "admin:articles_article_changelist"
ACTS = ("save", "submit", "approve", "publish")
BODY = "".join(f"<p>وصلت السفينة رقم {n} إلى المرفأ صباح الثلاثاء، وعلى متنها مئات الركاب.</p>" for n in range(12))
_numbers = count()


def main() -> None:
    """Do them all, in whatever archive is there, print what each costs, and keep it. The texts made for it stay."""
    held = Article.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    print(f"The newest text's number is {held:,}.\n\n{'':<26} queries    CPU     p50     p95  (ms)")
    for act, cost in acting.weigh("ours", acts()).items():
        print(f"{act:<26} {cost.queries:>7} {cost.cpu_ms:>6} {cost.p50:>7} {cost.p95:>7}", flush=True)


def acts() -> dict[str, acting.Ready]:
    """Every page and act of a day's work."""
    reporter, editor = (_person(f"bench-{role}", role) for role in (Role.REPORTER, Role.EDITOR))
    desk = asking.Door(asking.signed_in(editor))
    texts = list(ours.texts_of(Language.AR, timezone.now()))
    common, rare = cycle(ours.common_words(texts)), ours.rare_word(texts)
    listed, sections = reverse(LIST), cycle(Section.objects.values_list("pk", flat=True))
    pages = {
        "desk page": lambda: reverse("admin:index"),
        "list": lambda: listed,
        "list, filtered": lambda: f"{listed}?section={next(sections)}&stage={Stage.PUBLISHED}",
        "search, common word": lambda: f"{listed}?q={quote(next(common))}",
        "search, rare word": lambda: f"{listed}?q={quote(rare)}",
        "open": lambda: reverse("admin:articles_article_change", args=[_draft(reporter).pk]),
    }
    who = asking.Door(asking.signed_in(reporter)), desk
    return {name: _opened(desk, path) for name, path in pages.items()} | {
        act: _done(act, reporter, *who) for act in ACTS
    }


def _opened(door: asking.Door, path: Callable[[], str]) -> acting.Ready:
    return lambda: acting.Request(door, path())


def _done(act: str, reporter: User, writer: asking.Door, desk: asking.Door) -> acting.Ready:
    """Fill in and send the form of a text that stands where the act begins."""

    def ready() -> acting.Request:
        door, article = writer if act in {"save", "submit"} else desk, _draft(reporter)
        before = ACTS[1 : ACTS.index(act)] if act != "save" else ()
        for earlier in before:
            _sent(earlier, article, writer if earlier == "submit" else desk).send()
        return _sent(act, article, door)

    return ready


def _sent(act: str, article: Article, door: asking.Door) -> acting.Request:
    change = reverse("admin:articles_article_change", args=[article.pk])
    fields = Markup(door.ask(change).decode()).forms["article-form"].fields
    if act == "save":
        fields |= {"deck": f"سطر آخر {next(_numbers)}"}
    return acting.Request(door, reverse(f"admin:articles_article_{act}", args=[article.pk]), fields)


def _draft(by: User) -> Article:
    headline = f"سفينة تصل إلى المرفأ {next(_numbers)}"
    content = Content(headline=headline, body=BODY, section_id=Section.objects.values_list("pk", flat=True)[0])
    return drafts.create(content, language=Language.AR, by=by, clock=timezone.now())


def _person(name: str, role: Role) -> User:
    user, _is_new = User.objects.get_or_create(username=name, defaults={"display_name": name})
    user.groups.set(Group.objects.filter(name=role))
    return user
