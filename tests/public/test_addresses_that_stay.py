"""Addresses that readers hold keep leading somewhere: merged topics, old addresses, the language of what is gone."""

import pytest
from django.test import Client

from articles.models import Topic
from tests.workflow.newsroom import Newsroom


def topic(slug: str, **more: object) -> Topic:
    return Topic.objects.create(slug=slug, name_ar=f"موضوع {slug}", name_en=slug, **more)


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_merged_topics_feed_leads_to_the_feed_that_holds_its_articles(
    room: Newsroom, client: Client, kind: str
) -> None:
    ports = topic("ports")
    harbours = topic("harbours")
    room.live(headline="أول", topic_ids=(ports.pk,))
    room.live(headline="ثان", topic_ids=(harbours.pk,))
    harbours.merged_into = ports
    harbours.save()

    old = client.get(f"/ar/topics/harbours/feed/{kind}/")
    feed = client.get(f"/ar/topics/ports/feed/{kind}/").content.decode()

    assert (old.status_code, old["Location"]) == (301, f"/ar/topics/ports/feed/{kind}/")
    assert "أول" in feed
    assert "ثان" in feed
