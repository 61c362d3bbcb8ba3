"""Which articles are nearest to which: text, topics, regions, titles and time, without a database."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from articles.discover.documents import Document
from articles.discover.index import COMMON_FROM, Index
from articles.discover.ranking import Ranking
from articles.discover.terms import bag_of

NOW = datetime(2026, 11, 1, tzinfo=UTC)
_serial = count(1)


def document(
    text: str = "", *, head: str = "", days_ago: float = 0, topics: Iterable[int] = (), regions: str = ""
) -> Document:
    return Document(
        pk=next(_serial),
        published_at=NOW - timedelta(days=days_ago),
        head=bag_of(head),
        text=bag_of(text or f"word{next(_serial)}"),
        topics=set(topics),
        regions=set(regions.split()),
    )


def nearest(*documents: Document, length: int = 6) -> list[int]:
    """Return the places of the documents that are nearest to the first, the nearest first."""
    places = {document.pk: place for place, document in enumerate(documents)}
    found = Ranking(documents).nearest(0, length)
    return [places[neighbour.document.pk] for neighbour in found]


class TestOrder:
    def test_the_most_similar_text_comes_first(self) -> None:
        one = document("ledger pilot customs")
        less = document("ledger tax school")
        more = document("ledger pilot customs port")
        assert nearest(one, less, more) == [2, 1]

    def test_a_rare_word_in_common_says_more_than_a_frequent_one(self) -> None:
        frequent = [document(f"policy filler{number}") for number in range(8)]
        rare = document("stablecoin filler")
        assert nearest(document("policy stablecoin"), *frequent, rare)[0] == 9

    def test_shared_topics_and_regions_count_without_any_word_in_common(self) -> None:
        one = document(topics={1}, regions="china")
        both, topic, none = document(topics={1}, regions="china"), document(topics={1}), document()
        assert nearest(one, both, topic, none) == [1, 2]

    def test_shared_topics_count_beside_a_text_in_common(self) -> None:
        one = document("ledger pilot", topics={1})
        with_topic, later = document("ledger pilot", topics={1}), document("ledger pilot")
        assert nearest(one, with_topic, later) == [1, 2]

    def test_a_shared_title_counts(self) -> None:
        one = document("ledger", head="Stablecoin rules")
        titled, later = document("ledger", head="Stablecoin"), document("ledger", head="Other")
        assert nearest(one, titled, later) == [1, 2]

    def test_among_similar_ones_the_one_closest_in_time_comes_first(self) -> None:
        one = document("ledger", days_ago=400)
        assert nearest(one, document("ledger x1", days_ago=0), document("ledger x2", days_ago=390)) == [2, 1]

    def test_among_equals_the_latest_comes_first(self) -> None:
        one = document("ledger", days_ago=10)
        older, later = document("ledger", days_ago=20), document("ledger", days_ago=0)
        assert nearest(one, older, later) == [2, 1]

    def test_time_can_lift_one_that_is_a_little_less_similar(self) -> None:
        one = document("a1 a2 a3 a4")
        old = document("a1 a2 a3 a4", days_ago=3000)
        fresh = document("a1 a2 a3")
        others = [document() for _ in range(40)]
        assert nearest(one, old, fresh, *others, length=1) == [2]


class TestWhatIsShared:
    def test_topics_and_regions_in_common_are_counted(self) -> None:
        one = document("x1", topics={1, 2, 3}, regions="china china/jiangsu france")
        other = document("x1", topics={2, 3, 4}, regions="china china/jiangsu japan")
        [neighbour] = Ranking([one, other]).nearest(0, 6)
        assert (neighbour.shared_topics, neighbour.shared_regions) == (2, 1)

    def test_the_country_of_two_different_provinces_counts_once(self) -> None:
        one = document("x1", regions="china china/jiangsu")
        other = document("x1", regions="china china/jilin")
        [neighbour] = Ranking([one, other]).nearest(0, 6)
        assert neighbour.shared_regions == 1

    def test_a_name_that_only_begins_like_another_is_another_region(self) -> None:
        one = document("x1", regions="niger nigeria")
        [neighbour] = Ranking([one, document("x1", regions="niger nigeria")]).nearest(0, 6)
        assert neighbour.shared_regions == 2


class TestBounds:
    def test_a_document_is_never_near_itself(self) -> None:
        assert nearest(document("ledger"), document("ledger")) == [1]

    def test_documents_that_share_nothing_are_not_near(self) -> None:
        assert nearest(document(), document()) == []

    def test_a_single_or_an_empty_document_is_no_trouble(self) -> None:
        assert nearest(document("ledger")) == []
        assert nearest(Document(1, NOW, Counter(), Counter()), document("ledger")) == []

    def test_no_more_come_than_are_asked_for(self) -> None:
        assert len(nearest(*(document("ledger") for _ in range(9)), length=4)) == 4


class TestIndex:
    def test_the_cosine_of_equal_bags_is_one(self) -> None:
        cosines = Index([bag_of("ledger pilot"), bag_of("ledger pilot"), bag_of("other")]).cosines(0)
        assert cosines == {1: pytest.approx(1)}

    def test_only_the_heaviest_terms_of_a_text_count(self) -> None:
        bags = [bag_of("ledger ledger ledger pilot"), bag_of("pilot"), bag_of("ledger")]
        assert set(Index(bags, keep=1).cosines(0)) == {2}

    def test_what_every_tenth_document_says_compares_nothing_on_a_large_site(self) -> None:
        bags = [bag_of(f"policy word{number}") for number in range(COMMON_FROM + 1)]
        assert Index(bags).cosines(0) == {}

    def test_on_a_small_site_every_word_counts(self) -> None:
        bags = [bag_of(f"policy word{number}") for number in range(COMMON_FROM - 1)]
        assert len(Index(bags).cosines(0)) == COMMON_FROM - 2
