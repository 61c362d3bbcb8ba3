"""What the review of an import shows: the source by its pieces, the draft they make, and the warnings."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict

from articles.admin.importing.places import ItemRegions
from articles.admin.importing.state import State
from articles.choices import NoticeKind
from articles.dates import spelled
from articles.excerpts import excerpt
from articles.importing.assembly import assemble
from articles.importing.corrections import Choices, Kind, chosen, corrected
from articles.importing.digest import Digest, ParsedItem
from articles.importing.duplicates import Repeat, problems_of_repeats, repeats_of
from articles.importing.gazetteer import Gazetteer
from articles.importing.parser import parse, problems_of
from articles.importing.pieces import Piece
from articles.importing.roles import Role
from articles.importing.source.reading import read_bytes
from articles.importing.writer import announced, imported_before
from articles.languages import validate_language
from articles.models import PolicyItem

# In the order in which the select offers them.
KINDS = (
    (Kind.ITEM, "an item begins here"),
    (Kind.ABOVE, "goes on with the piece above"),
    (Kind.HEADING, "heading of the item above"),
    (Kind.TEXT, "text of the item above"),
    (Kind.SECTION, "heading of a section"),
    (Kind.TITLE, "title"),
    (Kind.STANDFIRST, "standfirst"),
    (Kind.INTRODUCTION, "introduction"),
    (Kind.CONCLUSION, "conclusion"),
    (Kind.NOTICE, "notice"),
    (Kind.TALLY, "votes of readers"),
    (Kind.RELATED_TITLE, "title of a related post"),
    (Kind.RELATED_EXCERPT, "excerpt of a related post"),
    (Kind.BYLINE, "byline"),
    (Kind.POST, "text of a plain post"),
    (Kind.DISCARDED, "discarded"),
)
_LABELS = {
    Role.TALLY: "votes",
    Role.RELATED_TITLE: "related post",
    Role.RELATED_EXCERPT: "related excerpt",
    Role.LABEL: "label, not printed",
    Role.POST: "text",
}


class Review:
    """One look at an import: everything is made anew from the source and the decisions.

    Raises:
        SourceError: the source can't be read.
    """

    def __init__(self, state: State, post: QueryDict) -> None:
        self.state = state
        find = Gazetteer()
        self.source = read_bytes(state.data, state.name)
        self.parse = parse(self.source, find)
        self.pieces = corrected(self.parse, state.decisions)
        self.found = assemble(self.parse, self.pieces, find)
        self.regions = ItemRegions(self.found.items, post)
        self.error = self.refused_language = ""
        choices = Choices(_typed(post, "title", self.found.title), self._language(post), self.regions.chosen)
        self._whole = chosen(self.found, choices)

    def _language(self, post: QueryDict) -> str | None:
        typed = _typed(post, "language", self.found.language)
        try:
            if typed is not None:
                validate_language(typed)
        except ValidationError as error:
            self.error, self.refused_language = error.messages[0], typed or ""
            return None
        return typed

    @cached_property
    def repeats(self) -> dict[int, Repeat]:
        """The items that the site has already, by the piece that each begins with."""
        return {self._whole.items[repeat.index].pieces[0]: repeat for repeat in repeats_of(self._whole)}

    @cached_property
    def _linked(self) -> dict[int, str]:
        """The titles of the articles that are linked for their items."""
        linked = {first: repeat for first, repeat in self.repeats.items() if first in self.state.linked}
        keys = {repeat.item_id for repeat in linked.values()}
        rows = PolicyItem.objects.filter(pk__in=keys).values_list("pk", "article__title") if keys else ()
        titles = dict(rows)
        return {first: titles[repeat.item_id] for first, repeat in linked.items()}

    @cached_property
    def digest(self) -> Digest:
        """The draft as it would be created now."""
        return chosen(self._whole, Choices(linked=self._linked))

    @cached_property
    def before(self) -> Any:
        """The article that the same source made before, or None."""
        return imported_before(self.source.text)

    def warnings(self) -> list[dict[str, Any]]:
        """What an editor must look at; a proposal has the button that decides it otherwise."""
        told = [
            {
                "problem": problem,
                "index": index if problem.refused else None,
                "refused": index in self.state.decisions.refused,
                "piece": problem.piece if problem.piece is not None else self._piece_at(problem.line),
            }
            for index, problem in enumerate(self.parse.problems)
            if problem.code != "not_a_digest" or not self.digest.is_digest
        ]
        copied = [repeat for first, repeat in self.repeats.items() if first not in self.state.linked]
        lacking = [*problems_of(self.digest), *problems_of_repeats(self._whole, copied)]
        return told + [
            {"problem": problem, "index": None, "piece": self._piece_at(problem.line)} for problem in lacking
        ]

    def _piece_at(self, line: int | None) -> int | None:
        return next((index for index, piece in enumerate(self.pieces) if piece.line == line), None)

    def shown_pieces(self) -> Iterator[dict[str, Any]]:
        """Yield the pieces with what each was taken for, in words."""
        text, item = self.parse.text, ""
        for index, piece in enumerate(self.pieces):
            if piece.opens:
                item = f"item {piece.number:02d}" if piece.number is not None else "item without number"
            inside = piece.role in (Role.HEADING, Role.BODY) and bool(item)
            yield {
                "index": index,
                "line": piece.line,
                "role": "item" if inside else piece.role.value.replace(" ", "-"),
                "opens": piece.opens,
                "label": _label(piece, item if inside else ""),
                "text": text[piece.start : piece.end].strip() or piece.text,
                "changed": index in self.state.decisions.kinds,
            }

    def shown_items(self) -> Iterator[dict[str, Any]]:
        """Yield the items, those that are linked instead of copied among them."""
        section = None
        for item in self._whole.items:
            first = item.pieces[0]
            yield {
                "item": item,
                "first": first,
                "section": item.section if item.section != section else None,
                "number": f"{item.number:02d}" if item.number is not None else "–",
                "date": _date_of(item),
                "words": excerpt(" ".join(item.body)),
                "regions": self.regions.field(first),
                "repeat": self.repeats.get(first),
                "linked": first in self._linked,
            }
            section = item.section


def _typed(post: QueryDict, name: str, found: str) -> str | None:
    """Return what was typed in place of what was found, None if nothing was."""
    value, was = post.get(name), post.get(f"{name}-was")
    return value.strip() if value is not None and was is not None and value != was else None


def _label(piece: Piece, item: str) -> str:
    if piece.opens:
        return item
    if item:
        return f"heading of {item}" if piece.role is Role.HEADING else f"text of {item}"
    if piece.role is Role.NOTICE:
        return f"notice: {NoticeKind(piece.notice or 'other').label}"
    return _LABELS.get(piece.role, piece.role.value)


def _date_of(item: ParsedItem) -> str:
    told = announced(item)
    return spelled(told["announced_on"], told["announced_precision"]) if told else ""
