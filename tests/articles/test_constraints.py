"""What must hold whoever writes: the database itself refuses the rest."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from articles.models import HelpfulVote, ItemRelation, PolicyItem, RelatedBlock, RelatedPost, VoteTally
from regions.models import Region
from tests.factories import make_article, make_item, make_region, make_tally

pytestmark = pytest.mark.django_db


def refused(operation) -> bool:
    try:
        with transaction.atomic():
            operation()
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    "fields",
    [
        {"instrument": "edict"},
        {"action": "done"},
        {"branch": "press"},
        {"affected": "somebody"},
        {"announced_precision": "week"},
        {"amount": Decimal(5)},
        {"currency": "EUR"},
        {"amount": Decimal(-1), "currency": "EUR"},
        {"import_key": ""},
    ],
)
def test_an_item_holds_only_terms_of_the_vocabularies_and_whole_amounts(fields: dict[str, object]) -> None:
    item = make_item(make_article())
    assert refused(lambda: PolicyItem.objects.filter(pk=item.pk).update(**fields))


def test_an_amount_of_nothing_is_an_amount() -> None:
    item = make_item(make_article(), amount=Decimal(0), currency="EUR")
    item.refresh_from_db()
    assert item.amount == 0


class TestRelatedPosts:
    def test_a_pick_is_an_article_here_or_an_external_one_never_both_nor_neither(self) -> None:
        article, post = make_article(), make_article()
        create = RelatedPost.objects.create
        assert refused(lambda: create(article=article))
        assert refused(lambda: create(article=article, url="https://example.org/"))
        assert refused(lambda: create(article=article, title="A title"))
        assert refused(lambda: create(article=article, post=post, url="https://example.org/", title="x"))
        assert not refused(lambda: create(article=article, post=post))
        assert not refused(lambda: create(article=article, url="https://example.org/", title="x"))

    def test_an_article_is_neither_picked_twice_nor_under_itself(self) -> None:
        article, post = make_article(), make_article()
        RelatedPost.objects.create(article=article, post=post)
        assert refused(lambda: RelatedPost.objects.create(article=article, post=post))
        assert refused(lambda: RelatedPost.objects.create(article=article, post=article))
        assert refused(lambda: RelatedBlock.objects.create(article=article, blocked=article))


class TestRelations:
    def test_an_item_relates_to_another_one_once_in_each_way(self) -> None:
        one, other = make_item(make_article()), make_item(make_article())
        create = ItemRelation.objects.create
        create(from_item=one, to_item=other, kind="amends")
        assert refused(lambda: create(from_item=one, to_item=other, kind="amends"))
        assert refused(lambda: create(from_item=one, to_item=one, kind="amends"))
        assert refused(lambda: create(from_item=one, to_item=other, kind="resembles"))
        assert not refused(lambda: create(from_item=one, to_item=other, kind="implements"))


class TestVotes:
    def test_a_voter_has_one_vote_on_an_article(self) -> None:
        article = make_article()
        vote = {"article": article, "voter": b"v" * 16, "created_at": article.created_at}
        vote["changed_at"] = article.created_at
        HelpfulVote.objects.create(helpful=True, **vote)
        assert refused(lambda: HelpfulVote.objects.create(helpful=False, **vote))

    @pytest.mark.parametrize("column", ["yes", "no", "held_yes", "held_no", "base_yes", "base_no"])
    def test_no_figure_falls_below_nothing(self, column: str) -> None:
        tally = make_tally(make_article())
        assert refused(lambda: VoteTally.objects.filter(pk=tally.pk).update(**{column: -1}))

    def test_the_public_figures_count_what_was_brought_along(self) -> None:
        tally = make_tally(make_article(), yes=3, no=1, base_yes=93, base_no=39, held_yes=7)
        assert (tally.helpful, tally.total) == (96, 136)


class TestRegions:
    def test_a_code_belongs_to_one_region(self) -> None:
        make_region("China", code="CN")
        assert refused(lambda: make_region("Cathay", code="CN"))

    def test_regions_without_a_code_are_many(self) -> None:
        assert (make_region(code="").code, make_region(code="").code) == (None, None)

    def test_a_region_in_use_is_not_deleted_by_accident(self) -> None:
        region = make_region("China")
        make_item(make_article(), region)
        with pytest.raises(Exception, match="protected"):
            Region.objects.filter(pk=region.pk).delete()
