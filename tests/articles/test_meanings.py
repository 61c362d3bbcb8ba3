import pytest
from django.template import engines

from articles.choices import PolicyStatus
from articles.meanings import GROUP_OF_STATUS, VOCABULARIES, Vocabulary


@pytest.mark.parametrize("vocabulary", VOCABULARIES.values(), ids=list(VOCABULARIES))
def test_every_term_has_a_meaning_of_one_sentence_and_an_example(vocabulary: Vocabulary) -> None:
    assert set(vocabulary.meanings) == set(vocabulary.terms.values)
    for meaning in vocabulary.meanings.values():
        assert meaning.sentence[0].isupper()
        assert meaning.sentence.endswith(".")
        assert ". " not in meaning.sentence
        assert meaning.example.endswith(".")


def test_every_policy_status_belongs_to_a_group_that_readers_see() -> None:
    assert set(GROUP_OF_STATUS) == set(PolicyStatus.values)


def test_a_term_opens_its_meaning_in_place_and_leads_to_all_terms() -> None:
    template = engines["django"].from_string('{% load facts %}{% term "instrument" "pilot" %}')
    shown = template.render()
    assert "<summary>pilot or sandbox</summary>" in shown
    assert "A trial in one place" in shown
    assert 'href="/about/terms/#instrument-pilot"' in shown
