"""The double click: two posts of one person before the first one's cookie has arrived."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from articles.voting.network import network_of

DOUBLE_CLICK = 5  # seconds

_log = logging.getLogger(__name__)


@contextmanager
def click(request: HttpRequest, article_id: int, answer: str) -> Iterator[bool]:
    """Yield whether a vote without a cookie is the first of its kind within five seconds.

    Its kind is article, answer, network, browser and language; only a hash of them is kept, in the cache.
    A first one that fails is forgotten, so that trying again is no double click.
    """
    key = _key(request, article_id, answer)
    first = _remember(key)
    try:
        yield first
    except Exception:
        if first:
            _forget(key)
        raise


def forget_clicks(request: HttpRequest, article_id: int, answers: Iterable[str]) -> None:
    """Forget the clicks of a visitor whose vote has arrived since: what comes now without a cookie is new."""
    _forget(*(_key(request, article_id, answer) for answer in answers))


def _key(request: HttpRequest, article_id: int, answer: str) -> str:
    kind = "\n".join(
        (
            str(article_id),
            answer,
            network_of(request.META.get("REMOTE_ADDR", "")),
            request.headers.get("User-Agent", ""),
            request.headers.get("Accept-Language", ""),
        )
    )
    return "click:" + salted_hmac("articles.voting.clicks", kind, algorithm="sha256").hexdigest()


def _remember(key: str) -> bool:
    try:
        return cache.add(key, 1, timeout=DOUBLE_CLICK)
    except Exception:
        _log.warning("The cache does not answer: double clicks are not noticed", exc_info=True)
        return True


def _forget(*keys: str) -> None:
    try:
        cache.delete_many(keys)
    except Exception:
        _log.warning("The cache does not answer: a failed vote is remembered for seconds", exc_info=True)
