"""Scores the importer on a corpus: where items begin, their numbers, their regions; by shape and language.

Beside each text lies ``NAME.json``: what an editor would make of it. Half of the corpus is for tuning,
half is only scored; a checksum of the name decides which.
"""

import json
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from articles.importing.as_json import as_json
from articles.importing.parser import understand
from articles.importing.places import Finder
from articles.importing.source.reading import read_file

CORPUS = Path(__file__).parent / "corpus"
TODAY = date(2026, 11, 24)


@dataclass(slots=True)
class Score:
    """Counts of one group of texts; each figure is a part of one."""

    texts: int = 0
    verdicts: int = 0
    expected: int = 0
    found: int = 0
    right: int = 0
    numbers: int = 0
    regions: int = 0
    parts: int = 0
    right_parts: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of item boundaries."""
        return 2 * self.right / (self.expected + self.found) if self.expected + self.found else 1.0

    def share(self, count: int, of: int | None = None) -> float:
        """Return a count as a part of the expected items."""
        whole = self.expected if of is None else of
        return count / whole if whole else 1.0

    def add(self, other: "Score") -> None:
        """Count another score in."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def __str__(self) -> str:
        return (
            f"{self.texts:3} texts, verdict {self.share(self.verdicts, self.texts):.3f}, "
            f"{self.expected:3} items: boundaries F1 {self.f1:.3f}, numbers {self.share(self.numbers):.3f}, "
            f"regions {self.share(self.regions):.3f}, "
            f"other parts {self.share(self.right_parts, self.parts):.3f}"
        )


def texts(folder: Path = CORPUS) -> list[Path]:
    """Return the texts of a corpus."""
    return sorted(path.with_suffix("") for path in folder.glob("*.json"))


def is_held_out(path: Path) -> bool:
    """Whether a text is one that nothing is tuned on."""
    return zlib.crc32(path.name.encode()) % 2 == 1


def score(path: Path, find: Finder) -> tuple[dict[str, Any], Score]:
    """Return what is expected of a text, and how it was understood."""
    expected = json.loads(path.with_name(path.name + ".json").read_text(encoding="utf-8"))
    digest, problems = understand(read_file(path), find, today=TODAY)
    return expected, compare(path.name, expected, as_json(digest, problems))


def compare(name: str, expected: dict[str, Any], result: dict[str, Any]) -> Score:
    """Compare a result with what is expected."""
    made = Score(texts=1, verdicts=int(result["is_digest"] == expected["is_digest"]))
    if not made.verdicts:
        made.faults.append(f"{name}: is_digest is {result['is_digest']}")
    wanted, found = _by_beginning(expected["items"]), _by_beginning(result["items"])
    made.expected, made.found = len(wanted), len(found)
    for beginning, item in wanted.items():
        _compare_item(f"{name}:{beginning[0]}", item, found.get(beginning), made)
    made.faults += [f"{name}:{line}: no item begins here" for line, _ in found.keys() - wanted.keys()]
    _compare_parts(name, expected, result, made)
    return made


def _by_beginning(items: list[dict[str, Any]]) -> dict[tuple[int, int], dict[str, Any]]:
    """Return the items by their line, and which one on that line they are."""
    counts: Counter[int] = Counter()
    found = {}
    for item in items:
        found[item["line"], counts[item["line"]]] = item
        counts[item["line"]] += 1
    return found


def _compare_item(where: str, wanted: dict[str, Any], found: dict[str, Any] | None, made: Score) -> None:
    if found is None:
        made.faults.append(f"{where}: an item begins here")
        return
    made.right += 1
    made.numbers += found["number"] == wanted["number"]
    made.regions += found["regions"] == wanted["regions"]
    for key in ("number", "regions"):
        if found[key] != wanted[key]:
            made.faults.append(f"{where}: {key} {found[key]} instead of {wanted[key]}")


def _compare_parts(name: str, expected: dict[str, Any], result: dict[str, Any], made: Score) -> None:
    helpful = result["helpful"] and [result["helpful"]["helpful"], result["helpful"]["total"]]
    for part, is_, should in (
        ("missing numbers", result["missing_numbers"], expected["missing"]),
        ("conclusion", bool(result["conclusion"]), expected["conclusion"]),
        ("notices", sorted(notice["kind"] for notice in result["notices"]), sorted(expected["notices"])),
        ("tally", helpful, expected["helpful"]),
        ("related posts", len(result["related"]), expected["related"]),
        ("language", result["language"].split("-")[0], expected["language"]),
    ):
        made.parts += 1
        made.right_parts += is_ == should
        if is_ != should:
            made.faults.append(f"{name}: {part} {is_} instead of {should}")


def score_all(find: Finder, paths: Iterable[Path] | None = None) -> dict[str, Score]:
    """Return the scores of all texts, of both halves, and by shape and language."""
    groups: dict[str, Score] = defaultdict(Score)
    for path in texts() if paths is None else paths:
        expected, made = score(path, find)
        half = "held out" if is_held_out(path) else "tuned"
        for group in ("all", half, f"shape {expected['shape']}", f"language {expected['language']}"):
            groups[group].add(made)
    return dict(groups)
