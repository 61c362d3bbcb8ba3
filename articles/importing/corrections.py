"""What an editor corrects: pieces that are something else, proposals that are refused, other regions.

Pieces and decisions in, pieces out; the draft is made anew from them. It knows no Django and no database.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from articles.importing.characters import readable
from articles.importing.digest import Digest, Parse, ParsedPost
from articles.importing.markers import Marker, markers_of
from articles.importing.pieces import Piece, refuse
from articles.importing.places import Place
from articles.importing.roles import Role
from articles.importing.shapes import is_heading_shaped


class Kind(StrEnum):
    """What an editor says that a piece is."""

    ITEM = "item"
    HEADING = "heading"
    TEXT = "text"
    ABOVE = "above"
    TITLE = "title"
    STANDFIRST = "standfirst"
    INTRODUCTION = "introduction"
    SECTION = "section"
    CONCLUSION = "conclusion"
    NOTICE = "notice"
    TALLY = "tally"
    RELATED_TITLE = "related title"
    RELATED_EXCERPT = "related excerpt"
    BYLINE = "byline"
    POST = "post"
    DISCARDED = "discarded"


_IN_ITEMS = (Role.HEADING, Role.BODY)
_PASSED_OVER = (Role.DISCARDED, Role.LABEL, Role.BYLINE, Role.TALLY)
_ROLES = {
    Kind.HEADING: Role.HEADING,
    Kind.TEXT: Role.BODY,
    **{kind: Role(kind.value) for kind in list(Kind)[4:]},
}
_BELOW = {
    Role.HEADING: Role.BODY,
    Role.TITLE: Role.STANDFIRST,
    Role.SECTION: Role.BODY,
    Role.RELATED_TITLE: Role.RELATED_EXCERPT,
}
_PROSE = (*_IN_ITEMS, Role.INTRODUCTION, Role.STANDFIRST, Role.CONCLUSION, Role.SECTION)
_SUBHEADING = 2
_SUB_POINTS = ("circled", "letter", "roman", "dotted")


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was decided: problems by their index that are refused, pieces by theirs that are of another kind.

    ``as_post`` makes a plain post of it all.
    """

    refused: frozenset[int] = frozenset()
    kinds: Mapping[int, Kind] = field(default_factory=dict)
    as_post: bool = False


def corrected(parse: Parse, decisions: Decisions) -> tuple[Piece, ...]:
    """Return the pieces of a parse as the decisions make them."""
    refused = [problem for index, problem in enumerate(parse.problems) if index in decisions.refused]
    pieces = list(refuse(parse.pieces, refused))
    for index in sorted(decisions.kinds):
        if index < len(pieces):
            pieces[index] = _become(pieces, index, decisions.kinds[index], parse.text)
    if decisions.as_post:
        return tuple(_in_post(piece, parse.text) for piece in pieces)
    return tuple(_in_digest(pieces))


def _become(pieces: Sequence[Piece], index: int, kind: Kind, text: str) -> Piece:
    piece = pieces[index]
    if kind is Kind.ITEM:
        return _beginning(pieces, index)
    whole = replace(piece, opens=False, number=None, text=_with_marker(piece, text))
    if kind is Kind.ABOVE:
        above = next((one for one in reversed(pieces[:index]) if one.role not in _PASSED_OVER), None)
        role = _BELOW.get(above.role, above.role) if above else Role.INTRODUCTION
        return replace(whole, role=role, notice=above.notice if above else "")
    bare = kind in (Kind.TITLE, Kind.SECTION, Kind.HEADING)
    return replace(piece if bare else whole, role=_ROLES[kind], opens=False, number=None)


def _beginning(pieces: Sequence[Piece], index: int) -> Piece:
    """Return a piece as the beginning of an item, with the number that it bears, or one that is free."""
    piece = pieces[index]
    if not piece.opens and (marker := _marker(piece.text)):
        text = piece.text[marker.end :].rstrip(" :：")
        piece = replace(piece, text=text, opens=True, number=marker.value, printed=True)
    role = Role.HEADING if _is_heading(piece) else Role.BODY
    number = piece.number if piece.opens else _number_between(pieces, index)
    return replace(piece, role=role, opens=True, number=number, notice="")


def _marker(text: str) -> Marker | None:
    """Return the number that a text begins with, as items bear it, if something stands behind it."""
    return next(
        (
            marker
            for marker in markers_of(text)
            if marker.value and text[marker.end :].strip() and not marker.style.startswith(_SUB_POINTS)
        ),
        None,
    )


def _is_heading(piece: Piece) -> bool:
    return (
        piece.role in (Role.HEADING, Role.SECTION)
        or (piece.role is not Role.BODY and piece.level > 0)
        or is_heading_shaped(piece.text)
    )


def _number_between(pieces: Sequence[Piece], index: int) -> int | None:
    """Return the number that an item which begins at a piece has, if its neighbours leave one free."""
    before = next((one.number for one in reversed(pieces[:index]) if one.opens and one.number), None)
    after = next((one.number for one in pieces[index + 1 :] if one.opens and one.number), None)
    if before is None:
        return after - 1 if after is not None and after > 1 else None
    return before + 1 if after is None or after != before + 1 else None


def _with_marker(piece: Piece, text: str) -> str:
    """Return the text of a piece with the number that it lost when it was taken for a beginning."""
    if not (piece.opens and piece.printed):
        return piece.text
    raw = readable(text[piece.start : piece.end])
    at = raw.find(piece.text) if piece.text else -1
    marker = raw[: max(at, 0)].strip(" #*_")
    return f"{marker} {piece.text}".strip()


def _in_post(piece: Piece, text: str) -> Piece:
    """Return a piece as it is in a plain post, where the headings of items are subheadings."""
    if piece.role not in _PROSE or piece.role is Role.STANDFIRST:
        return piece
    is_head = piece.role in (Role.HEADING, Role.SECTION)
    return replace(
        piece,
        role=Role.POST,
        text=_with_marker(piece, text),
        opens=False,
        number=None,
        level=(piece.level or _SUBHEADING) if is_head else 0,
    )


def _in_digest(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return the pieces with the text of a post as that of the items that were made in it, if any were."""
    first = next((index for index, piece in enumerate(pieces) if piece.opens), None)
    if first is None:
        return [replace(piece, role=Role.POST) if piece.role in _IN_ITEMS else piece for piece in pieces]
    return [
        replace(piece, role=Role.INTRODUCTION if index < first else Role.BODY)
        if piece.role is Role.POST
        else piece
        for index, piece in enumerate(pieces)
    ]


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen for the draft itself; items are known by the piece that they begin with.

    ``linked`` items are left out, for the title of an article that has them already to be picked instead.
    """

    title: str | None = None
    language: str | None = None
    regions: Mapping[int, Sequence[Place]] = field(default_factory=dict)
    linked: Mapping[int, str] = field(default_factory=dict)


def chosen(digest: Digest, choices: Choices) -> Digest:
    """Return the digest with what was chosen."""
    items = [item for item in digest.items if item.pieces[0] not in choices.linked]
    items = [replace(item, regions=list(choices.regions.get(item.pieces[0], item.regions))) for item in items]
    linked = [choices.linked[item.pieces[0]] for item in digest.items if item.pieces[0] in choices.linked]
    known = {post.title for post in digest.related}
    posts = [ParsedPost(title) for title in dict.fromkeys(linked) if title not in known]
    return replace(
        digest,
        title=digest.title if choices.title is None else choices.title,
        language=choices.language or digest.language,
        items=items,
        related=[*digest.related, *posts],
    )
