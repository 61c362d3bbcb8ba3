"""Small builders of the tests' world: each makes the least that is valid."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import count
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.models import Article, PolicyItem, Topic, VoteTally
from regions.choices import RegionKind
from regions.models import Region

_serial = count(1)


def make_region(name: str = "", parent: Region | None = None, **fields: Any) -> Region:
    """A country at the top, or a subdivision, city, district inside ``parent``."""
    kinds = [RegionKind.COUNTRY, RegionKind.SUBDIVISION, RegionKind.CITY, RegionKind.DISTRICT]
    depth = parent.depth + 1 if parent else 0
    defaults = {"name": name or f"Region {next(_serial)}", "kind": kinds[depth], "parent": parent}
    return Region.objects.create(**defaults | fields)


def make_article(title: str = "", *, tags: Sequence[str] = (), **fields: Any) -> Article:
    """A public plain post, an hour old, unless ``status`` says otherwise."""
    number = next(_serial)
    defaults = {
        "title": title or f"Article {number}",
        "body": f"<p>Text of article {number}.</p>",
        "status": ArticleStatus.PUBLISHED,
        "published_at": timezone.now() - timedelta(hours=1),
    }
    article = Article.objects.create(**defaults | fields)
    article.tags.add(*tags)
    return article


def make_item(
    article: Article, *regions: Region, heading: str = "", tags: Sequence[str] = (), **fields: Any
) -> PolicyItem:
    """A numbered item at the end of the article, filed under the regions."""
    number = next(_serial)
    defaults = {"position": article.items.count(), "body": f"<p>Text of item {number}.</p>"}
    item = PolicyItem.objects.create(article=article, heading=heading, **defaults | fields)
    item.set_regions(regions)
    item.tags.add(*tags)
    return item


def make_digest(*region_names: str, title: str = "", **fields: Any) -> Article:
    """A public digest with one item for each country named."""
    article = make_article(title, body="", introduction="<p>What governments did.</p>", **fields)
    for name in region_names or ("Freedonia", "Ruritania"):
        region = Region.objects.filter(name=name).first() or make_region(name)
        make_item(article, region)
    return article


def make_topic(name: str = "") -> Topic:
    """A topic that nothing carries yet."""
    return Topic.objects.create(name=name or f"topic {next(_serial)}")


def make_tally(article: Article, **figures: int) -> VoteTally:
    """The tally of an article: ``yes``, ``no``, ``base_yes``, ``base_no``, …"""
    tally, _ = VoteTally.objects.update_or_create(article=article, defaults=figures)
    return tally


def make_editor(name: str = "ed") -> User:
    """A superuser."""
    return User.objects.create_superuser(name, password="pass")
