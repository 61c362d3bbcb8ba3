"""How to cite an article or an item, as plain text to copy.

The style is that of notes in the Chicago Manual of Style (for web pages): names in their own
order, which a byline in any script has already, then title, site, date and address. Where there is no byline
the site stands in its place. A translation may bring the order and the quotation marks of its own language.
"""

from collections.abc import Sequence

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.canonical import canonical
from articles.entries import Entry
from articles.models import Article

NAMED = 3  # authors; of more, the first stands for all


def cite_article(article: Article) -> str:
    """Return the citation of a public article."""
    if not article.authors:
        pattern = pgettext("citation without authors", "{site}, “{title},” {date}, {address}.")
    else:
        pattern = pgettext("citation", "{authors}, “{title},” {site}, {date}, {address}.")
    return pattern.format(**_told(article), address=canonical(article.get_absolute_url))


def cite_item(entry: Entry, article: Article) -> str:
    """Return the citation of an item of a public article, with its number where it has one."""
    if not article.authors:
        pattern = pgettext("citation without authors", "{site}, “{item},” in “{title},” {date}, {address}.")
    else:
        pattern = pgettext("citation", "{authors}, “{item},” in “{title},” {site}, {date}, {address}.")
    item = f"{entry.printed_number} {entry.title}".strip()
    return pattern.format(**_told(article), item=item, address=canonical(entry.item.get_absolute_url))


def _told(article: Article) -> dict[str, str]:
    day = timezone.localdate(article.published_at)
    return {
        "authors": _enumerated(article.authors),
        "title": article.title,
        "site": settings.SITE_NAME,
        "date": date_format(day, "DATE_FORMAT"),
    }


def _enumerated(names: Sequence[str]) -> str:
    if len(names) > NAMED:
        return _("{first} et al.").format(first=names[0])
    if len(names) == NAMED:
        return _("{first}, {second}, and {third}").format(
            **dict(zip(("first", "second", "third"), names, strict=True))
        )
    return (
        _("{first} and {second}").format(first=names[0], second=names[1])
        if len(names) > 1
        else "".join(names)
    )
