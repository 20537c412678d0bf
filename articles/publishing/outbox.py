"""What must happen after a commit: each task is tried until done, and dropped when its publication was voided."""

import logging
import urllib.request
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from articles.models import Outbox
from articles.publishing import cards, photos, reindexing
from articles.workflow import mail

logger = logging.getLogger(__name__)

LONGEST_WAIT = timedelta(hours=1)
PATIENCE = 5
"""Seconds that a cache has to answer a purge."""


def deliver(now: datetime, *, most: int = 100, is_stopped: Callable[[], bool] = lambda: False) -> int:
    """Carry out what is due, each task in a transaction of its own, until stopped; return how many were done."""
    done = 0
    for pk in list(_waiting(now).values_list("pk", flat=True)[:most]):
        if is_stopped():
            break
        done += _deliver_one(pk, now)
    return done


def _waiting(now: datetime) -> Any:
    return Outbox.objects.filter(done_at__isnull=True, dropped_at__isnull=True, due_at__lte=now).order_by(
        "due_at", "pk"
    )


def _deliver_one(pk: int, now: datetime) -> bool:
    with transaction.atomic():
        task = _waiting(now).filter(pk=pk).select_for_update(skip_locked=_can_skip()).first()
        if task is None:
            return False
        # Taken by moving its time on: another worker passes it by, and a crash leaves it due again.
        task.attempts += 1
        task.due_at = now + min(LONGEST_WAIT, timedelta(seconds=2**task.attempts))
        task.save(update_fields=["attempts", "due_at"])
    if Outbox.objects.filter(pk=pk).filter(Q(publication__live_until=F("publication__live_from"))).exists():
        Outbox.objects.filter(pk=pk).update(dropped_at=now)
        return False
    try:
        _WORK[task.task](task.payload)
    except Exception as failure:
        logger.warning("outbox task %s (%s) failed", pk, task.task, exc_info=True)
        Outbox.objects.filter(pk=pk).update(last_error=repr(failure)[:2000])
        return False
    Outbox.objects.filter(pk=pk).update(done_at=now, last_error="")
    return True


def _can_skip() -> bool:
    return transaction.get_connection().features.has_select_for_update_skip_locked


def purge(payload: dict[str, Any]) -> None:
    """Ask each cache to forget the pages of an article, its twin, section, fronts and feeds, by surrogate key."""
    keys = payload.get("keys") or _keys_of_article(payload)
    for url in settings.CACHE_PURGE_URLS:
        headers = {"xkey-purge" if payload["is_hard"] else "xkey-softpurge": " ".join(keys)}
        request = urllib.request.Request(url, method="PURGE", headers=headers)  # noqa: S310 – the house's own caches
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            answer.read()


def _keys_of_article(payload: dict[str, Any]) -> list[str]:
    keys = [f"article-{payload['article']}", f"story-{payload['story']}", f"lists-{payload['language']}"]
    return keys + [f"section-{pk}" for pk in payload["sections"]]


def _render(payload: dict[str, Any]) -> None:
    if "card" in payload:
        cards.renew(payload["card"], at=timezone.now())
        return
    focus = payload.get("focus")
    photos.render(payload["photo"], (focus[0], focus[1]) if focus else None)


def _mail(payload: dict[str, Any]) -> None:
    mail.send_news(payload["user"], message=payload["message"], now=timezone.now())


_WORK: dict[str, Callable[[dict[str, Any]], None]] = {
    Outbox.Task.PURGE: purge,
    Outbox.Task.RENDER: _render,
    Outbox.Task.MAIL: _mail,
    Outbox.Task.REINDEX: reindexing.touched,
}
