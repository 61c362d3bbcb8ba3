"""Who votes: a signed random number in a cookie that only voting sets and only voting sees.

The database holds HMAC(site key, article ‖ number) alone, so a stolen copy can't join one reader's votes.
"""

import secrets
from dataclasses import dataclass

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

COOKIE_NAME = "voter"
COOKIE_PATH = "/vote/"
COOKIE_AGE = 180 * 24 * 60 * 60  # seconds

_signer = Signer(salt="articles.voting.voter")


@dataclass(frozen=True, slots=True)
class Voter:
    """A browser that votes, known by a random number of 128 bits; ``fresh`` if nobody has met it before."""

    number: bytes
    fresh: bool = False

    def on(self, article_id: int) -> bytes:
        """Return the 16 bytes that stand for this voter among the votes on one article."""
        value = f"{article_id}:".encode() + self.number
        return salted_hmac("articles.voting.voter", value, algorithm="sha256").digest()[:16]


def fresh_voter() -> Voter:
    """Return a voter whom nobody has met before."""
    return Voter(secrets.token_bytes(16), fresh=True)


def voter_of(request: HttpRequest) -> Voter | None:
    """Return the voter whose cookie came along; None where there is none or its signature is wrong."""
    try:
        return Voter(bytes.fromhex(_signer.unsign(request.COOKIES.get(COOKIE_NAME, ""))))
    except (BadSignature, ValueError):
        return None


def remember(response: HttpResponse, voter: Voter) -> None:
    """Give the browser its cookie. Its path keeps it out of every request for a page."""
    response.set_cookie(
        COOKIE_NAME,
        _signer.sign(voter.number.hex()),
        max_age=COOKIE_AGE,
        path=COOKIE_PATH,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )
