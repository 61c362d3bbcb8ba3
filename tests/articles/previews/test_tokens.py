from typing import Any

import pytest

from articles.preview_tokens import new_nonce, nonce_in, token_of


def test_a_token_gives_back_what_was_signed() -> None:
    nonce = new_nonce()
    assert nonce_in(token_of(nonce)) == nonce


def test_no_two_names_are_alike_and_each_fits_its_column() -> None:
    nonces = {new_nonce() for _ in range(200)}
    assert len(nonces) == 200
    assert {len(nonce) for nonce in nonces} == {22}


def test_one_changed_character_anywhere_makes_it_invalid() -> None:
    token = token_of("nonce")
    for place, character in enumerate(token):
        changed = token[:place] + ("A" if character != "A" else "B") + token[place + 1 :]
        assert nonce_in(changed) is None, changed


@pytest.mark.parametrize("forged", ["", ".", "nonce", "nonce.", ".nonce", "é.ü", "\x00.\x00", "x" * 100_000])
def test_what_was_never_signed_names_nothing(forged: str) -> None:
    assert nonce_in(forged) is None


def test_the_key_of_another_site_opens_nothing(settings: Any) -> None:
    token = token_of("nonce")
    settings.SECRET_KEY = "another-key-of-more-than-fifty-random-characters-0123456789"
    assert nonce_in(token) is None


def test_a_key_that_was_replaced_opens_what_it_signed_while_it_is_kept(settings: Any) -> None:
    token = token_of("nonce")
    old, settings.SECRET_KEY = settings.SECRET_KEY, "another-key-of-more-than-fifty-random-characters-012"
    settings.SECRET_KEY_FALLBACKS = [old]
    assert nonce_in(token) == "nonce"
