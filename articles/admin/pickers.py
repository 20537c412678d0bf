"""What the form's pickers find as one types: topics, names, photos, our own stories; a few of each, as JSON."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.urls import reverse
from django.utils import timezone

from articles.admin.asked import credited
from articles.admin.site import page
from articles.language.folding import fold_name, sort_key
from articles.models import Agency, Article, Author, Desk, Language, Photo, Publication, Topic, User
from articles.publishing import addresses, search
from articles.workflow.table import Duty

MOST = 12
MOST_LOOKED_AT = 1000
Found = list[dict[str, Any]]


@page("pick/<slug:kind>/", name="pick", asks=Duty.SEE_ARTICLE)
def pick(request: HttpRequest, kind: str) -> HttpResponseBase:
    """Return what a picker offers for what was typed so far."""
    find = KINDS.get(kind)
    typed = " ".join(request.GET.get("q", "")[:100].replace("\x00", "").split())
    language = request.GET.get("language", "")
    language = language if language in Language.values else request.LANGUAGE_CODE
    if find is None:
        return JsonResponse({"found": []}, status=404)
    return JsonResponse({"found": find(typed, language, request.user) if typed else []})  # type: ignore[arg-type]


def _topics(typed: str, language: str, user: User) -> Found:
    wanted = Q(key__contains=fold_name(typed)) | Q(name_en__icontains=typed) | Q(variants__icontains=typed)
    known = Topic.objects.known_to(user, timezone.now()).filter(merged_into=None)
    found = _fitting(known, wanted, typed, ("name_ar", "name_en", "variants"))
    return [{"value": topic.label(language), "label": topic.label(language)} for topic in found]


def _names(typed: str, language: str, user: User) -> Found:
    del user
    wanted = Q(sort_key_ar__contains=sort_key(typed) or typed) | Q(key_en__contains=fold_name(typed) or typed)
    names = ("name_ar", "name_en")
    rows = [(model, row) for model in (Author, Desk, Agency) for row in _fitting(credited(model), wanted, typed, names)]
    return [
        {
            "value": f"{model._meta.model_name}-{row.pk}",
            "label": row.name(language),
            "hint": str(model._meta.verbose_name),
        }
        for model, row in rows[:MOST]
    ]


def _fitting(known: QuerySet[Any], wanted: Q, typed: str, names: tuple[str, ...]) -> list[Any]:
    """Return the first few with what is typed in their key; where none has it, with its words in other forms."""
    found = list(known.filter(wanted)[:MOST])
    if found:
        return found
    return list(known.filter(pk__in=search.named_find(known, typed, names=names, at=timezone.now()))[:MOST])


def _photos(typed: str, language: str, user: User) -> Found:
    del language
    named = search.photos_find(typed, user=user, at=timezone.now())
    # A word that is still being typed stands in no index.
    newest = Photo.objects.values_list("pk", "title")[:MOST_LOOKED_AT]
    begun = [pk for pk, title in newest if typed.casefold() in title.casefold()]
    found = Photo.objects.seen_by(user).filter(pk__in={*named, *begun}, pulled_at__isnull=True)
    return [
        {
            "value": str(photo.pk),
            "label": photo.title,
            "hint": photo.credit_ar or photo.credit_en,
            "image": reverse("admin:photo_file", args=[photo.pk]),
        }
        for photo in found[:MOST]
    ]


def _stories(typed: str, language: str, user: User) -> Found:
    if typed.isascii() and typed.isdigit() and len(typed) < 10:
        found: Iterable[Article] = Article.objects.seen_by(user).filter(pk=int(typed))
    else:
        found = search.desk_find(typed, user=user, at=timezone.now())
    # Sorted here: a planner would walk the newest articles for hits that are few.
    keys = sorted(found.order_by().values_list("acted_at", "pk"), reverse=True)  # type: ignore[attr-defined]
    pks = [pk for _acted_at, pk in keys[: 4 * MOST]]
    live = Publication.objects.listed(timezone.now()).filter(article__in=pks).newest_first()
    rows = sorted(live[: 2 * MOST], key=lambda row: row.language != language)
    return [
        {
            "value": addresses.short(row.language, row.article_id),
            "label": row.headline,
            "hint": f"{row.article_id}",
            "lang": row.language,
        }
        for row in rows[:MOST]
    ]


KINDS: dict[str, Callable[[str, str, User], Found]] = {
    "topics": _topics,
    "names": _names,
    "photos": _photos,
    "stories": _stories,
}
