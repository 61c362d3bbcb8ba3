"""The notices at the end of an article as pages show them: addresses are links, reprints give their own."""

import re
from typing import NamedTuple

from django.conf import settings
from django.template.defaultfilters import linebreaksbr
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from articles.canonical import canonical
from articles.choices import NoticeKind
from articles.models import Article, Notice

# The characters of RFC 3986: those of other scripts, which may follow without a space, end an address.
_ADDRESS = re.compile(
    r"(?:https?://[\w.~:/?#\[\]@!$&'()*+,;=%-]{1,2000}"
    r"|(?:mailto:)?[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})",
    re.ASCII | re.IGNORECASE,
)
_BEHIND = ".,;:!?'"


class ToldNotice(NamedTuple):
    """A notice with its addresses as links; ``address`` is the article's own, empty unless it is missing."""

    html: SafeString
    address: str


def notices_of(article: Article) -> list[ToldNotice]:
    """Return the notices of an article in their order."""
    return [_told(notice, article) for notice in article.notices.all()]


def _told(notice: Notice, article: Article) -> ToldNotice:
    if notice.kind != NoticeKind.REPRINT:
        return ToldNotice(linked(notice.text), "")
    address = canonical(article.get_absolute_url)
    path = address.removeprefix(settings.SITE_URL)
    text = re.sub(rf"(?<!\S){re.escape(path)}", lambda _: address, notice.text)
    return ToldNotice(linked(text), "" if address in text else address)


def linked(text: str) -> SafeString:
    """Return plain text as HTML, its web and mail addresses as links; nothing else in it means anything."""
    parts, end = [], 0
    for found in _ADDRESS.finditer(text):
        address = _without_what_follows(found[0])
        if len(address) > len("https://"):
            parts += [escape(text[end : found.start()]), _link(address)]
            end = found.start() + len(address)
    return linebreaksbr(SafeString("".join([*parts, escape(text[end:])])))


def _without_what_follows(address: str) -> str:
    """Return the address without the punctuation of the sentence around it."""
    address = address.rstrip(_BEHIND)
    while address.endswith(")") and address.count("(") < address.count(")"):
        address = address[:-1].rstrip(_BEHIND)
    return address


def _link(address: str) -> SafeString:
    is_mail = not address.lower().startswith(("http://", "https://"))
    scheme = "mailto:" if is_mail and not address.lower().startswith("mailto:") else ""
    return format_html('<a href="{}{}" rel="noopener">{}</a>', scheme, address, address)
