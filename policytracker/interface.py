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
        """Whether a path lies under the prefix; every path does where there is none."""
        return f"{path}/".startswith(f"/{self.prefix}")


ENGLISH = Interface("en", "en", "English", "")
CHINESE = Interface("zh-hans", "zh-Hans", "简体中文", "zh/")
INTERFACES = (CHINESE, ENGLISH)


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
    return next(known for known in INTERFACES if known.serves(request.path_info))


def twins(request: HttpRequest) -> list[Twin]:
    """Return the page of a request in each language."""
    path = request.path
    if path.startswith(_WITH_PARAMETER):
        return [Twin(known.tag, known.name, f"{path}{known.query}") for known in reversed(INTERFACES)]
    bare = path.removeprefix(f"/{active().prefix}")
    return [Twin(known.tag, known.name, f"/{known.prefix}{bare}") for known in reversed(INTERFACES)]


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
