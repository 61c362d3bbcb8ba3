"""Any text is read, in time proportional to its length. FAULTS R01."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regions.mentions import find
from tests.regions.mentions.gazetteer_index import shipped_index

PIECES = [
    *("Jilin", "jilin", "New York", "U.S.", "Austin", "TX", "of", "the City of ", "A", "\uff35\uff33"),
    *(", ", " and ", "\u2019s", " in ", "(", "\n", "\n\n", "江苏", "省", "苏州", "合作"),
    *("\u0301", "\u200b", "\ufb03", "\u0130", "\xdf", "\xc5", "\ud800"),
]
UNITS = [
    *("Jilin ", "Georgia, ", "New ", "South ", "Paris, TX ", "Springfield\n\n", "City of ", "St. "),
    *("a", "A", "A.", " ", "\n", "\u0301", "'", "-", "\xe9", "\u0130", "江", "中国", "南昌市", "大同小异"),
]


@settings(deadline=None)  # the first text waits for the index
@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_mentions_stand_where_they_say_and_never_overlap(text: str) -> None:
    end = 0
    for mention in find(text, index=shipped_index()):
        assert mention.start >= end
        assert text[mention.start : mention.end] == mention.text != ""
        end = mention.end


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_four_times_the_text_takes_about_four_times_as_long(unit: str) -> None:
    """Were it quadratic, it would take sixteen times as long."""
    assert seconds(unit * 16_000) < 10 * max(seconds(unit * 4_000), 0.005)


def seconds(text: str) -> float:
    measured = []
    for _ in range(3):
        start = process_time()
        find(text, index=shipped_index())
        measured.append(process_time() - start)
    return min(measured)
