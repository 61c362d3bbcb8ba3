"""What stands in the database of the tests that run against a real server.

Every article that the public may not see holds CANARY; whatever an editor can type holds HOSTILE somewhere.
"""

import json
from datetime import timedelta
from typing import Any

from django.core.management import call_command
from django.utils import timezone

from articles.choices import Action, ArticleStatus, Instrument, RelationKind
from articles.models import Article, ItemRelation, PolicyItem, Series
from regions.models import Region
from tests import factories

EDITOR = ("editor-in-chief", "correct horse battery staple")
CANARY = "kittiwake-7f3a"
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}"


def make() -> None:
    """Make database, static files and world; print the world's addresses as JSON."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    print(json.dumps(build()))


def build() -> dict[str, Any]:
    """Make regions, articles in every state, a hostile one and an editor; return addresses and ids."""
    regions = _regions()
    digest = _digest(regions)
    posts = [factories.make_article(f"A plain post, number {n}", tags=["blockchain"]) for n in range(1, 7)]
    hostile = _hostile(regions)
    factories.User.objects.create_superuser(EDITOR[0], password=EDITOR[1])
    item = digest.items.first()
    archived = _article(ArticleStatus.ARCHIVED)
    return {
        "pages": {
            "home": "/",
            "digest": digest.get_absolute_url(),
            "chinese": f"/zh{digest.get_absolute_url()}",
            "post": posts[0].get_absolute_url(),
            "hostile": hostile.get_absolute_url(),
            "item": item.get_absolute_url(),
            "regions": "/regions/",
            "region": f"/regions/{regions[0].path}/",
            "topics": "/topics/",
            "topic": "/topics/blockchain/",
            "topic items": "/topics/blockchain/items/",
            "foreign": _foreign(regions).get_absolute_url(),
            "series": "/series/weekly/",
            "terms": "/about/terms/",
            "thanks": f"/vote/{digest.pk}/thanks/",
            "missing": "/articles/there-is-none/",
            "gone": archived.get_absolute_url(),
        },
        "digest": digest.pk,
        "item": item.pk,
        "region": regions[0].pk,
        "posts": [{"id": post.pk, "path": post.get_absolute_url()} for post in posts],
        "hostile": hostile.pk,
        "hostile_draft": _hostile_draft().pk,
        "archived": archived.pk,
        "draft": _article(ArticleStatus.DRAFT).pk,
        "scheduled": _article(ArticleStatus.SCHEDULED, later=True).pk,
    }


def _article(status: str, later: bool = False) -> Article:
    fields: dict[str, Any] = {"status": status}
    if later:
        fields["published_at"] = timezone.now() + timedelta(days=30)
    return factories.make_article(f"{status} {CANARY}", tags=["blockchain"], **fields)


def _regions() -> list[Region]:
    china = factories.make_region("China", code="CN")
    jiangsu = factories.make_region("Jiangsu", china, code="CN-JS")
    return [china, jiangsu, factories.make_region("France", code="FR"), factories.make_region(HOSTILE)]


def _digest(regions: list[Region]) -> Article:
    digest = factories.make_article(
        "What governments did about blockchain", body="", introduction="<p>Go round the regions.</p>",
        conclusion="<p>More next week.</p>", tags=["blockchain"], standfirst="Four regions in one page.",
        series=Series.objects.create(name="Weekly", slug="weekly"),
    )  # fmt: skip
    for number, region in enumerate(regions[:3], start=1):
        body = f"<p>Step {number}:</p><ul><li>① plan</li><li>② do</li></ul>"
        factories.make_item(digest, region, body=body, tags=["blockchain"], announced_on="2026-03-01",
                            instrument=Instrument.PLAN, action=Action.ADOPTION)  # fmt: skip
    factories.make_item(digest, regions[0], heading="An unnumbered item", numbered=False)
    factories.make_tally(digest, base_yes=93, base_no=39)
    return digest


def _hostile(regions: list[Region]) -> Article:
    article = factories.make_article(
        HOSTILE, slug="hostile", standfirst=HOSTILE, byline=HOSTILE, body="", introduction=HOSTILE,
        conclusion=HOSTILE, tags=[HOSTILE[:80]],
    )  # fmt: skip
    factories.make_item(
        article, regions[3], heading=HOSTILE, body=HOSTILE, section=HOSTILE[:190], issuer=HOSTILE
    )
    return article


def _foreign(regions: list[Region]) -> Article:
    """Written from right to left, with words in it that no line holds, an earlier edition, and a tie."""
    series = Series.objects.get(slug="weekly")
    article = factories.make_article(
        "سياسات هذا الأسبوع", slug="foreign", language="ar", standfirst="ما الذي أعلنته الحكومات", body="",
        introduction="<p>نظرة سريعة على ما حدث</p>", series=series,
    )  # fmt: skip
    body = f"<p>① الخطة الأولى</p><p>② {LONG_WORD}</p>"
    for region, heading in ((regions[2], LONG_WORD), (regions[0], "الصين")):
        item = factories.make_item(
            article, region, heading=heading, body=body, issuer=LONG_WORD, source_title="指导意见",
            source_url="https://example.org/source", source_language="zh-Hans", instrument=Instrument.LAW,
        )  # fmt: skip
    earlier = PolicyItem.objects.exclude(article=article).first()
    ItemRelation.objects.create(from_item=item, to_item=earlier, kind=RelationKind.MODELLED_ON)
    factories.make_item(article, regions[1], continues=earlier, announced_on="2026-04-01")
    return article


def _hostile_draft() -> Article:
    """A draft can be deleted: the page that asks whether to is one more that shows its title."""
    return factories.make_article(f"{HOSTILE} {CANARY}", slug="hostile-draft", status=ArticleStatus.DRAFT)
