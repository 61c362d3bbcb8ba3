"""Random names for one save of an article: whoever brings an older one has not seen the last save.

Random, not counted: a count would come back when an old version is restored.
"""

import secrets

TOKEN_BYTES = 16
TOKEN_LENGTH = 22  # characters


def new_token() -> str:
    """Return a fresh token."""
    return secrets.token_urlsafe(TOKEN_BYTES)
