"""Digests of the desk's tests, made in the database of the running site."""

import json

from articles.choices import Action, ArticleStatus
from articles.models import Article
from regions.models import Region
from tests.factories import make_article, make_item, make_region

NAMES = ("Arland", "Borduria", "Costaguana", "Drackland", "Evallonia")
SIZES = {**dict.fromkeys(("short", "saved", "ordered", "plain"), len(NAMES)), "long": 60}


def make(**sizes: int) -> None:
    """Make digests of these numbers of items, or of SIZES; print their ids by name as JSON."""
    regions = [make_region(name) for name in NAMES]
    print(json.dumps({name: _draft(name, items, regions).pk for name, items in (sizes or SIZES).items()}))


def _draft(name: str, items: int, regions: list[Region]) -> Article:
    draft = make_article(
        f"A {name} digest", body="", introduction="<p>Two words.</p>", status=ArticleStatus.DRAFT
    )
    for number in range(items):
        region = regions[number % len(regions)]
        make_item(
            draft, region, tags=["blockchain"], body=f"<p>① Step {number + 1} of {region.name}.</p>",
            announced_on="2020-04-08", action=Action.ADOPTION, issuer=f"Cabinet of {region.name}",
        )  # fmt: skip
    return draft
