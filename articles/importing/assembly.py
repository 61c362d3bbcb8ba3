"""Makes the draft of an article from pieces alone: the parser's, or those that an editor has corrected."""

import re
from collections.abc import Sequence

from articles.importing.closing import tally_of
from articles.importing.dates.finding import find_dates
from articles.importing.digest import Digest, Parse, ParsedItem, ParsedNotice, ParsedPost
from articles.importing.opening import standfirst_text
from articles.importing.pieces import Piece
from articles.importing.places import Atlas, Finder, Place, innermost
from articles.importing.roles import Role

_CONTINENT = "continent"
_FIGURES = re.compile(r"\d[\d,. ]*")
_OPENING = 200


def assemble(parse: Parse, pieces: Sequence[Piece], find: Finder) -> Digest:
    """Return the article that the pieces of a parse make."""
    digest = Digest(parse.language, parse.reference, title=parse.title, missing_numbers=list(parse.missing))
    section: str | None = None
    for index, piece in enumerate(pieces):
        if piece.opens and piece.role in (Role.HEADING, Role.BODY):
            digest.items.append(ParsedItem(piece.number, piece.line, section=section, printed=piece.printed))
        if piece.role is Role.SECTION:
            section = piece.text
        elif piece.role in (Role.HEADING, Role.BODY) and digest.items:
            _add_to_item(digest.items[-1], index, piece)
        else:
            _add(digest, piece)
    digest.helpful = _helpful([piece.text for piece in pieces if piece.role is Role.TALLY])
    _locate(digest, Atlas(find, digest.language))
    for item in digest.items:
        text = "\n".join([item.heading or "", *item.body])
        told = find_dates(text, digest.language, digest.reference)
        item.dates = list({(found.date, found.precision): found for found in reversed(told)}.values())[::-1]
    return digest


def _add_to_item(item: ParsedItem, index: int, piece: Piece) -> None:
    item.pieces.append(index)
    item.urls.extend(piece.urls)
    if not piece.text:
        return
    if piece.role is Role.HEADING and item.heading is None and not item.body:
        item.heading = piece.text
    else:
        item.body.append(piece.text)


def _add(digest: Digest, piece: Piece) -> None:
    """Put a piece that is of no item where it belongs."""
    if piece.role is Role.TITLE:
        digest.title = piece.text
    elif piece.role is Role.STANDFIRST:
        digest.standfirst = " ".join(filter(None, [digest.standfirst, standfirst_text(piece.text)]))
    elif piece.role is Role.NOTICE:
        digest.notices.append(ParsedNotice(piece.notice or "other", piece.text))
    elif piece.role is Role.RELATED_TITLE:
        digest.related.append(ParsedPost(piece.text, url=next(iter(piece.urls), "")))
    elif piece.role is Role.RELATED_EXCERPT:
        _add_excerpt(digest, piece)
    elif piece.role is Role.POST:
        digest.body.append(piece)
    elif piece.role in (Role.DISCARDED, Role.BYLINE):
        (digest.byline if piece.role is Role.BYLINE else []).append(piece.text)
        digest.discarded.append(piece)
    elif piece.role in (Role.CONCLUSION, Role.INTRODUCTION, Role.BODY, Role.HEADING):
        (digest.conclusion if piece.role is Role.CONCLUSION else digest.introduction).append(piece.text)


def _add_excerpt(digest: Digest, piece: Piece) -> None:
    if digest.related:
        post = digest.related[-1]
        post.excerpt = f"{post.excerpt} {piece.text}".strip()
    else:
        digest.related.append(ParsedPost(piece.text))


def _helpful(texts: Sequence[str]) -> tuple[int, int] | None:
    """Return the tally that the lines tell, together where the figures stand on a line of their own."""
    for text in [*texts, " ".join(texts)]:
        if text and (found := tally_of(text)):
            return found
    return None


def _locate(digest: Digest, atlas: Atlas) -> None:
    """Give each item its regions: of its heading, else of what its text opens with, else of its section."""
    atlas.read(
        [text for item in digest.items for text in (item.section, item.heading, *item.body[:1]) if text]
    )
    for item in digest.items:
        section = _governed(atlas.of(item.section)) if item.section else []
        item.regions = _governed(atlas.of(item.heading)) if item.heading else []
        if not item.regions:
            item.regions = _from_text(item, section, atlas)


def _from_text(item: ParsedItem, section: list[Place], atlas: Atlas) -> list[Place]:
    """Return the first region that the text names; under a section, only one inside of the section's."""
    for text in item.body[:1] if section else item.body[:3]:
        found = _governed(atlas.of(text))
        inside = [place for place in found if not section or place.path.startswith(f"{section[0].path}/")]
        opening = [place for place in inside if place.start < _OPENING] or ([] if section else inside)
        if opening:
            return opening[:1]
    return section


def _governed(places: Sequence[Place]) -> list[Place]:
    return innermost([place for place in places if place.kind != _CONTINENT])
