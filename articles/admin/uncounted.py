"""Stock lists that are never counted whole: the first thousand rows by pages, and what is older by a link."""

from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any

from django.contrib.admin.views.main import PAGE_VAR, ChangeList
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest

MOST = 1000
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
BEFORE = "before"


class Uncounted(Paginator):
    """A paginator that looks no further than its last page."""

    @cached_property
    def count(self) -> int:
        """The number of rows, `MOST` at most; no row beyond is looked at."""
        return min(self._found, MOST)

    @property
    def is_cut(self) -> bool:
        """Whether there is more than can be paged through."""
        return self._found > MOST

    @property
    def older(self) -> str:
        """Where the list goes on behind its last page, for a list that can."""
        rows: Any = self.object_list
        if not self.is_cut or not hasattr(rows.model, "uploaded_at"):
            return ""
        last = rows[MOST - 1]
        return f"{(last.uploaded_at - EPOCH) // timedelta(microseconds=1)}-{last.pk}"

    @cached_property
    def _found(self) -> int:
        rows: Any = self.object_list
        return len(rows.order_by().values_list("pk", flat=True)[: MOST + 1])


class PhotoList(ChangeList):
    """The list of photos, from its newest on or from a place further back."""

    def get_filters_params(self, params: Any = None) -> Any:
        """Leave the place out of the filters."""
        asked = super().get_filters_params(params)
        asked.pop(BEFORE, None)
        return asked

    @property
    def older_query(self) -> str:
        """What leads behind the last page, with all that is asked for besides."""
        older = self.paginator.older
        return self.get_query_string({BEFORE: older}, [PAGE_VAR]) if older else ""

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[Any]:
        """Keep what comes after the place."""
        found = super().get_queryset(request, exclude_parameters)
        micros, _dash, pk = str(self.params.get(BEFORE, "")).partition("-")
        if not (micros.isascii() and micros.isdigit() and pk.isascii() and pk.isdigit() and len(micros) < 17 > len(pk)):
            return found
        at = EPOCH + timedelta(microseconds=int(micros))
        return found.filter(Q(uploaded_at__lt=at) | Q(uploaded_at=at, pk__lt=int(pk)))
