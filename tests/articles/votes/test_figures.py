"""The statistics of votes against values worked out by hand."""

import pytest

from articles.voting.figures import Figures, mean_share, wilson_lower_bound


@pytest.mark.parametrize(
    ("hits", "total", "bound"),
    [(0, 0, 0.0), (0, 10, 0.0), (1, 1, 0.2698), (8, 10, 0.5408), (50, 100, 0.4188), (10, 10, 0.7870)],
)
def test_the_bound_is_wilson_s(hits: int, total: int, bound: float) -> None:
    assert wilson_lower_bound(hits, total) == pytest.approx(bound, abs=0.0001)


def test_the_same_share_of_more_votes_is_surer() -> None:
    assert Figures(50, 50).bound > Figures(5, 5).bound


def test_the_bound_lies_between_nothing_and_the_share() -> None:
    for no in range(21):
        figures = Figures(20 - no, no)
        assert 0 <= figures.bound <= figures.share


def test_the_site_s_mean_weighs_votes_not_articles() -> None:
    assert mean_share([Figures(90, 10), Figures(0, 10)]) == pytest.approx(20 / 110)
    assert mean_share([]) == 0


def test_readers_let_down_are_those_beyond_the_mean() -> None:
    assert Figures(50, 50).let_down(0.2) == pytest.approx((0.418841 - 0.2) * 100, abs=0.001)
    assert Figures(50, 50).let_down(0.5) == 0


def test_figures_are_told_in_whole_percent() -> None:
    assert (Figures(2, 8).share_percent, Figures(2, 8).bound_percent) == (80, 54)
    assert Figures().share_percent == 0
