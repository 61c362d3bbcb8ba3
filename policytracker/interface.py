"""The languages of the reader's interface: which one an address asks for, and where the others are.

Pages stand under ``/`` in English and under ``/zh/`` in Chinese, so that caches keep them apart and nobody
has to guess. Addresses that are one for all languages (those of votes, whose cookie has a path of its own)
take the language from the parameter ``language``.
"""

from collections.abc import Callable
from typing import NamedTuple

from django.http import HttpRequest, HttpResponseBase
from django.urls import LocalePrefixPattern
from django.utils import translation

PARAMETER = "language"
_WITH_PARAMETER = "/vote/"
# Routes of pages whose text is one, in its own language: only the frame around it is translated.
_TEXTS = {"article", "item"}


class Interface(NamedTuple):
    """A language of the interface: Django's code, BCP 47 tag, own name, and prefix of its addresses."""

    code: str
    tag: str
    name: str
    prefix: str

    @property
    def query(self) -> str:
        """What an address without a prefix needs to answer in this language; nothing for English."""
        return f"?{PARAMETER}={self.tag}" if self.prefix else ""

    def serves(self, path: str) -> bool:
        """Whether a path lies under the prefix; none does where there is none."""
        return bool(self.prefix) and f"{path}/".startswith(f"/{self.prefix}")


ENGLISH = Interface("en", "en", "English", "")
CHINESE = Interface("zh-hans", "zh-Hans", "简体中文", "zh/")
INTERFACES = (ENGLISH, CHINESE)  # as readers see them in a row


class Twin(NamedTuple):
    """The same page in a language, ``tag`` and ``name``; ``path`` is its address on this site."""

    tag: str
    name: str
    path: str


def active() -> Interface:
    """Return the interface that texts and addresses are made for now."""
    return next((known for known in INTERFACES if known.code == translation.get_language()), ENGLISH)


def asked_for(request: HttpRequest) -> Interface:
    """Return the interface that the address of a request asks for."""
    if request.path_info.startswith(_WITH_PARAMETER):
        tag = request.GET.get(PARAMETER)
        return next((known for known in INTERFACES if known.tag == tag), ENGLISH)
    return next((known for known in INTERFACES if known.serves(request.path_info)), ENGLISH)


def twins(request: HttpRequest) -> list[Twin]:
    """Return the page of a request in each language."""
    return [Twin(known.tag, known.name, _path_in(known, request)) for known in INTERFACES]


def addresses(request: HttpRequest) -> tuple[str, list[Twin]]:
    """Return the path that search engines should know the page of a request by, and its translations."""
    english = _path_in(ENGLISH, request)
    if request.resolver_match and request.resolver_match.url_name in _TEXTS:
        return english, []
    return request.path, [*twins(request), Twin("x-default", "", english)]


def _path_in(interface: Interface, request: HttpRequest) -> str:
    if request.path.startswith(_WITH_PARAMETER):
        return f"{request.path}{interface.query}"
    return f"/{interface.prefix}{request.path.removeprefix(f'/{active().prefix}')}"


class InterfaceMiddleware:
    """Answer in the language that the address asks for; never in one guessed from a header or a cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and say in which language."""
        interface = asked_for(request)
        with translation.override(interface.code):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", interface.tag)
        return response


class InterfacePrefix(LocalePrefixPattern):
    """The prefix of the active interface, before the addresses of all pages for readers."""

    @property
    def language_prefix(self) -> str:
        """Return ``zh/`` or nothing."""
        return active().prefix
