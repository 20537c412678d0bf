"""`manage.py reindex`: what another analyser made is made anew, and only that; it says how much."""

from io import StringIO

import pytest
from django.core.management import call_command

from articles.language import stems
from articles.models import SearchEntry
from tests.workflow.newsroom import make_newsroom


def _said() -> str:
    out = StringIO()
    call_command("reindex", stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_an_older_index_is_made_anew_and_a_second_run_finds_nothing_to_do() -> None:
    make_newsroom().live(headline="سفينة القمح")
    SearchEntry.objects.update(analyser="1-older", words="")

    assert _said() == "The search index is up to date; 2 entries were written or taken out.\n"
    assert set(SearchEntry.objects.values_list("analyser", flat=True)) == {stems.version()}
    assert not SearchEntry.objects.filter(words="").exists()
    assert _said() == "The search index is up to date; 0 entries were written or taken out.\n"
