"""Wagtail's listing, edit form and acts, by its superuser; its approval publishes, for its flow has one step."""

from itertools import count, cycle
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import TaskState
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from bench import acting, asking
from bench.wag.models import ArticlePage, SectionPage

ACTIONS = {"save": {}, "submit": {"action-submit": "1"}, "publish": {"action-publish": "1"}}


def main() -> None:
    """Do them, and keep what each costs."""
    desk = asking.Door(asking.signed_in(User.objects.get()))
    sections = cycle(SectionPage.objects.values_list("pk", flat=True))
    pages = _Pages(desk)
    words = cycle(parse_qs(urlsplit(path).query)["q"][0] for path in asking.read("ours")["pages"]["search"]["paths"])
    kind = ContentType.objects.get_for_model(ArticlePage).pk
    opened = {
        "desk page": lambda: reverse("wagtailadmin_home"),
        "list": lambda: reverse("wagtailadmin_explore", args=[next(sections)]),
        "list, filtered": lambda: f"{reverse('wagtailadmin_explore', args=[next(sections)])}?content_type={kind}",
        "search, common word": lambda: f"{reverse('wagtailadmin_pages:search')}?q={quote(next(words))}",
        "open": pages.next_form,
    }
    acts = {name: (lambda path=path: acting.Request(desk, path())) for name, path in opened.items()}
    acts |= {name: (lambda name=name: pages.act(name)) for name in ("save", "submit")}
    acting.weigh("wagtail", acts | {"approve": pages.approval, "publish": lambda: pages.act("publish")})


class _Pages:
    """Articles, each changed once."""

    def __init__(self, door: asking.Door) -> None:
        self.door, self.numbers = door, count()
        self.keys = iter(ArticlePage.objects.order_by("-pk").values_list("pk", flat=True))

    def next_form(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[next(self.keys)])

    def act(self, name: str) -> acting.Request:
        page = ArticlePage.objects.get(pk=next(self.keys))
        path = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return acting.Request(self.door, path, self._fields(page) | ACTIONS[name])

    def approval(self) -> acting.Request:
        submitted = self.act("submit")
        submitted.send()
        state = TaskState.objects.order_by("-pk")[0]
        path = reverse("wagtailadmin_pages:workflow_action", args=[state.revision.object_id, "approve", state.pk])
        return acting.Request(self.door, path, {})

    def _fields(self, page: ArticlePage) -> dict[str, str]:
        blocks = [
            (block.block_type, rich_text(block.value.source) if block.block_type == "paragraph" else block.value)
            for block in page.body
        ]
        fields: dict[str, Any] = {
            "title": page.title,
            "slug": page.slug,
            "date": page.date.strftime("%Y-%m-%d %H:%M"),
            "deck": f"سطر آخر {next(self.numbers)}",
            "byline": page.byline,
            "body": streamfield(blocks),
            "tags": ", ".join(f'"{tag}"' for tag in page.tags.names()),
            "comments": inline_formset([]),
        }
        return {name: str(value) for name, value in nested_form_data(fields).items()}
