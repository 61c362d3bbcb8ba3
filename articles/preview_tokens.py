"""What stands in the address of a shared preview: a link's random name, signed with the site's key.

A copy of the database alone therefore opens no preview, and no forged token reaches the database.
"""

import secrets

from django.core.signing import BadSignature, Signer

NONCE_BYTES = 16


def new_nonce() -> str:
    """Return a fresh random name for a link: 22 characters that need no escaping in addresses."""
    return secrets.token_urlsafe(NONCE_BYTES)


def token_of(nonce: str) -> str:
    """Return the token that names a link in its address."""
    return _signer().sign(nonce)


def nonce_in(token: str) -> str | None:
    """Return the name that a token holds, None where we did not sign it; takes the same time for all."""
    try:
        return _signer().unsign(token)
    except BadSignature:
        return None


def _signer() -> Signer:
    return Signer(salt="articles.preview", sep=".")
