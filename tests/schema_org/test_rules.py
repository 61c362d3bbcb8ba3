"""The checker itself: what schema.org allows passes, and each kind of fault is found."""

from typing import Any

import pytest

from tests.schema_org.rules import CONTEXT, faults

GOOD: dict[str, Any] = {
    "@context": CONTEXT,
    "@type": "Article",
    "@id": "https://a.example/#x",
    "headline": "Title",
    "author": [{"@type": "Person", "name": "Ann"}],
    "about": {"@id": "https://a.example/#y"},
    "datePublished": "2026-03-02T10:15:00+00:00",
    "isAccessibleForFree": True,
    "position": 3,
    "mainEntity": {"@type": "BreadcrumbList", "itemListElement": []},
}


def test_what_is_allowed_passes() -> None:
    assert faults(GOOD) == []
    assert faults({"@context": CONTEXT, "@graph": [GOOD]}) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"@context": "http://example.org"},
        {"@type": "Articel"},
        {"@id": "#x"},
        {"legislationDate": "2026-03-02"},  # of another type
        {"headline": ""},
        {"headline": 3},
        {"author": "Ann"},
        {"author": {"@type": "ItemList"}},
        {"author": {"@type": "Person", "headline": "of another type, further in"}},
        {"datePublished": "2 March 2026"},
        {"datePublished": "2026-13-02"},
        {"datePublished": "2026-03-02T10:15:00"},  # in no zone
        {"isAccessibleForFree": "yes"},
        {"url": "/articles/x/"},
        {"headline": {"@id": "https://a.example/#y"}},
    ],
)
def test_what_is_not_is_found(wrong: dict[str, Any]) -> None:
    assert len(faults(GOOD | wrong)) == 1


def test_only_members_of_an_enumeration_are_its_values() -> None:
    law = {"@context": CONTEXT, "@type": "Legislation", "legislationLegalForce": "https://schema.org/InForce"}
    assert faults(law) == []
    assert faults(law | {"legislationLegalForce": "https://schema.org/Closed"})
