"""Telling people by mail: in their language, several things in one mail, only of what they may see at that moment."""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.language.direction import isolate
from articles.models import Article, House, Notification, User
from articles.workflow import telling
from articles.workflow.table import LABELS, Verb

MOST = 50
_OTHERWISE = {
    telling.KEPT_LATE: gettext_lazy("Unsaved text of somebody who may no longer write here"),
    "assign": gettext_lazy("Assigned to you"),
    "sign_off": gettext_lazy("Signed off"),
    "void_sign_off": gettext_lazy("Sign-off void: the text has changed"),
    "hide_byline": gettext_lazy("Byline hidden"),
    "show_byline": gettext_lazy("Byline put back"),
}


def send_news(user_pk: int, *, message: str, now: datetime) -> None:
    """Send a person what they have not been mailed of yet; `message` names the mail, however often it is tried."""
    user = User.objects.get(pk=user_pk)
    wanted = Notification.objects.filter(user=user, mailed_at=None, seen_at=None)
    if user.mail == User.Mail.TO_ACT:
        wanted = wanted.filter(asks_to_act=True)
    if user.mail == User.Mail.NOTHING or not user.is_active or not user.email:
        return
    seen = wanted.filter(Article.objects.seen_by(user).of_row())
    news = list(seen.select_related("article", "article__story", "event__actor", "note__author").order_by("at")[:MOST])
    if news:
        _mail(user, news, message).send()
        Notification.objects.filter(pk__in=[one.pk for one in news]).update(mailed_at=now)


def what(one: Notification) -> str:
    """Say what a notification tells of, in the language that is on."""
    if one.note:
        said, actor, why = str(_("Note")), one.note.author, one.note.text
    elif one.event:
        is_joined = one.reason == telling.Reason.JOINED
        said = str(_("Joined with your text") if is_joined else _said(one.event.verb))
        if one.reason == telling.Reason.SENT:
            said = f"{said} ({_('you sent it to social networks')})"
        actor, why = one.event.actor, one.event.why
    return f"{said} · {isolate(str(actor))}" + (f": {isolate(why)}" if why else "")


def _said(verb: str) -> str:
    if verb in set(Verb):
        return str(LABELS[Verb(verb)])
    return str(_OTHERWISE.get(verb, verb))


def _mail(user: User, news: list[Notification], message: str) -> EmailMessage:
    house = House.objects.first()
    with translation.override(user.interface_language):
        name = house.name(user.interface_language) if house else ""
        first = isolate(str(news[0].article))
        rest = len(news) - 1
        subject = first
        if rest:
            also = ngettext("and %(count)d other thing", "and %(count)d other things", rest) % {"count": rest}
            subject = f"{first} {also}"
        lines = [(str(one.article), what(one), _address(one)) for one in news]
        body = render_to_string("admin/news_mail.txt", {"lines": lines, "name": user.get_short_name()})
    domain = settings.SITE_ORIGIN.partition("://")[2].partition(":")[0]
    headers = {"Message-ID": f"<{message}@{domain}>", "Content-Language": user.interface_language}
    return EmailMessage(subject=f"[{name}] {subject}", body=body, to=[user.email], headers=headers)


def _address(one: Notification) -> str:
    return settings.SITE_ORIGIN + reverse("admin:articles_article_change", args=[one.article_id])
