"""Turns what the repairer found into pieces that begin items, and into problems that an editor decides."""

from collections.abc import Sequence
from dataclasses import replace

from articles.importing.entries import Entry
from articles.importing.lines import Line
from articles.importing.pieces import Edit, Piece, Problem
from articles.importing.places import Atlas
from articles.importing.repair import Found, Repairer, gaps, usual_blanks
from articles.importing.roles import Role
from articles.importing.structure import Structure


class Proposals:
    """The repairs of one text: changed pieces, problems, and the numbers that the source lacks."""

    def __init__(self, structure: Structure, pieces: Sequence[Piece], atlas: Atlas, language: str) -> None:
        self.pieces = list(pieces)
        self.problems: list[Problem] = []
        self.missing: list[int] = []
        self._structure = structure
        self._lines = structure.lines
        self._repairer = Repairer(structure.lines, atlas, language)
        self._usual = usual_blanks(structure.entries, structure.lines)
        self._by_start = {piece.start: index for index, piece in enumerate(pieces)}
        self._taken: set[int] = set()

    def make(self) -> None:
        """Look into each gap in the numbers, then for items without numbers."""
        entries = self._structure.entries
        for index, missing in list(gaps(entries, self._structure.before)):
            holder = entries[index] if index >= 0 else self._before(entries[0])
            found = self._repairer.in_gap(holder, missing, usual_blanks=self._usual)
            self._fill(missing, found, entries[index + 1])
        for entry in entries:
            inside = range(entry.place + 1, entry.end)
            stop = next((place for place in inside if place in self._taken), entry.end)
            whole, entry.end = entry.end, stop
            for one in list(self._repairer.unnumbered(entry, usual_blanks=self._usual)):
                self._open(one, None, "unnumbered_item", self._sentence_unnumbered(one))
            entry.end = whole
        self.problems.sort(key=lambda problem: problem.line or 0)

    def _before(self, first: Entry) -> Entry:
        """Return what stands between the title and the first item, as if it were one."""
        title = self._structure.title
        return Entry((title if title is not None else -1), None, first.place)

    def _fill(self, missing: list[int], found: list[Found], after: Entry) -> None:
        """Give the found beginnings their numbers, in order; what is not found is said."""
        left = [number for number in missing if number not in {one.number for one in found}]
        for one in found:
            if one.number is not None:
                self._open_printed(one)
            elif left:
                number = left.pop(0)
                self.missing.append(number)
                self._open(one, number, "lost_heading", self._sentence_lost(one, number))
        for number in left:
            self.missing.append(number)
            text = f"Number {number} is missing, and nothing before this line looks like its item."
            self.problems.append(Problem("missing_number", text, self._lines[after.place].number))

    def _open(self, one: Found, number: int | None, code: str, message: str) -> None:
        """Let an item begin at a line, as a proposal that can be refused."""
        if one.place in self._taken:
            return
        self._taken.add(one.place)
        index = self._by_start[self._lines[one.place].start]
        before = self.pieces[index]
        role = Role.HEADING if one.heading else Role.BODY
        self.pieces[index] = replace(before, role=role, opens=True, number=number)
        self._not_introduction(index, role)
        refused = Edit(index, before.role, opens=False, number=None)
        self.problems.append(Problem(code, message, before.line, index, (refused,)))

    def _not_introduction(self, index: int, role: Role) -> None:
        """Let the text behind an item that was found before the first one be its own."""
        for later in range(index + 1, len(self.pieces)):
            piece = self.pieces[later]
            if piece.role not in (Role.INTRODUCTION, Role.STANDFIRST):
                break
            self.pieces[later] = replace(piece, role=Role.BODY)

    def _open_printed(self, one: Found) -> None:
        """Let an item begin at a line that bears its number in another style than the rest."""
        self._taken.add(one.place)
        line: Line = self._lines[one.place]
        index = self._by_start[line.start]
        self.pieces[index] = replace(
            self.pieces[index],
            text=line.text[one.marked :].rstrip(" :："),
            role=Role.HEADING,
            opens=True,
            number=one.number,
            printed=True,
        )
        self._not_introduction(index, Role.HEADING)

    def _sentence_lost(self, one: Found, number: int) -> str:
        about = f", about {one.name}" if one.name else ""
        return f"Number {number} is missing. Its item seems to begin here{about}."

    def _sentence_unnumbered(self, one: Found) -> str:
        return (
            f"This paragraph opens with another region, {one.name}: it seems to be an item without a number."
        )
