"""What the page of a policy item tells machines: the report, and where it is one, the legal act."""

from collections.abc import Sequence

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.atom import absolute
from articles.choices import Action, Instrument, PolicyStatus
from articles.dates import machine_readable
from articles.entries import Entry
from articles.excerpts import excerpt, plain_text
from articles.metadata.articles import DESCRIPTION, reference
from articles.metadata.page import ArticleTimes, PageMetadata
from articles.metadata.terms import Node, areas, authors, breadcrumbs, identity, known, publisher, topic_terms
from articles.models import Article, PolicyItem, Topic

# Lawsuits and investigations bind too, but schema.org's Legislation is "a legal document such as an act".
LEGAL_ACTS = frozenset(
    {Instrument.LAW, Instrument.ORDER, Instrument.REGULATION, Instrument.DECISION, Instrument.TREATY}
)
_ACTS_OF_PASSING = (Action.ADOPTION, Action.SIGNING)
_FORCE = {PolicyStatus.IN_FORCE: "InForce", PolicyStatus.PARTLY_IN_FORCE: "PartiallyInForce"}


def item_metadata(entry: Entry, article: Article, topics: Sequence[Topic]) -> PageMetadata:
    """Return what the page of a public item tells: one text in all frames."""
    item, title = entry.item, f"{entry.printed_number} {entry.title}".strip()
    with translation.override(settings.LANGUAGE_CODE):
        steps = (article.title, article.get_absolute_url()), (title, item.get_absolute_url())
        act = legislation(entry)
        nodes = [_report(entry, article, topics, act), breadcrumbs(*steps)]
    return PageMetadata(
        title=f"{title} – {article.title}",
        description=_description(item, article),
        nodes=[*nodes, act] if act else nodes,
        language=article.language,
        times=_times(item, article),
        section=article.title,
        topics=[topic.name for topic in topics],
    )


def legislation(entry: Entry) -> Node | None:
    """Return the legal act that an item tells of; None where its instrument is no legal act, or not known.

    One act has one ``@id`` in all reports on it: that of its first step. It has no identifier of its own
    here, and its name is told only where the item has a heading; otherwise it says what it is and where.
    """
    item = entry.item
    if item.instrument not in LEGAL_ACTS:
        return None
    steps = entry.timeline.steps
    passed = item.announced_on if item.action in _ACTS_OF_PASSING else None
    known_as = identity((lambda: steps[0].url) if steps else item.get_absolute_url, "policy")
    return {"@type": "Legislation", "@id": known_as} | known(
        name=item.heading or _unnamed(entry),
        legislationType=item.instrument,
        legislationJurisdiction=areas(entry.places),
        legislationDate=machine_readable(passed, item.announced_precision) if passed else "",
        legislationLegalForce=_legal_force(entry.timeline.status),
        legislationResponsible=_issuer(item),
    )


def _unnamed(entry: Entry) -> str:
    words = {"instrument": entry.item.get_instrument_display(), "place": entry.title}
    return _("{instrument} of {place}").format(**words)


def _legal_force(status: PolicyStatus) -> str:
    """What is not known to be in force is not known to be out of it."""
    if status == PolicyStatus.UNKNOWN:
        return ""
    return f"https://schema.org/{_FORCE.get(status, 'NotInForce')}"


def _issuer(item: PolicyItem) -> Node | None:
    return {"@type": "Organization", "name": item.issuer} if item.issuer else None


def _report(entry: Entry, article: Article, topics: Sequence[Topic], act: Node | None) -> Node:
    item, times = entry.item, _times(entry.item, article)
    address = absolute(item.get_absolute_url())
    subjects = [{"@id": act["@id"]}] if act else []
    known_as = {"@type": "Article", "@id": identity(item.get_absolute_url, "item")}
    return known_as | known(
        headline=entry.title,
        url=address,
        mainEntityOfPage=address,
        description=_description(item, article),
        inLanguage=article.language,
        author=authors(article),
        publisher=publisher(),
        datePublished=times.published.isoformat(timespec="seconds"),
        dateModified=times.modified.isoformat(timespec="seconds"),
        isAccessibleForFree=True,
        isPartOf=reference(article),
        position=entry.number,
        about=[*subjects, *areas(entry.places), *topic_terms(topics)],
        keywords=[topic.name for topic in topics],
        isBasedOn=_source(item),
    )


def _source(item: PolicyItem) -> Node | None:
    found = known(
        name=item.source_title,
        url=item.source_url,
        inLanguage=item.source_language,
        archivedAt=item.archived_url,
    )
    return {"@type": "CreativeWork"} | found if found else None


def _description(item: PolicyItem, article: Article) -> str:
    return excerpt(plain_text(item.body) or article.title, DESCRIPTION)


def _times(item: PolicyItem, article: Article) -> ArticleTimes:
    published = article.published_at or article.created_at
    modified = max(published, item.modified_at)
    return ArticleTimes(timezone.localtime(published), timezone.localtime(modified))
