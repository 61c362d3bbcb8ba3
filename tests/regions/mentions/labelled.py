"""The labelled sentences, and how well a way to find regions does on them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

Found = tuple[int, int, str]  # start, end, path
_FILE = Path(__file__).parent / "sentences.txt"
_MARK = re.compile(r"\[\[(.+?)\|(.+?)\]\]")


@dataclass(frozen=True)
class Labelled:
    """A text, and the mentions that a careful reader marked in it."""

    text: str
    mentions: frozenset[Found]


@dataclass(frozen=True)
class Score:
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed)

    def __str__(self) -> str:
        return f"precision {self.precision:.3f}, recall {self.recall:.3f}, F1 {self.f1:.3f}"


def halves() -> tuple[list[Labelled], list[Labelled]]:
    """Return the half to tune on and the half that is only scored."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    texts = [_parsed(line.replace(r"\n", "\n")) for line in lines if line and not line.startswith("#")]
    return texts[::2], texts[1::2]


def score(texts: Iterable[Labelled], find: Callable[[str], Iterable[Found]]) -> Score:
    """Count mentions with start, end and region all as marked."""
    right = wrong = missed = 0
    for labelled in texts:
        found = set(find(labelled.text))
        right += len(found & labelled.mentions)
        wrong += len(found - labelled.mentions)
        missed += len(labelled.mentions - found)
    return Score(right, wrong, missed)


def _parsed(marked: str) -> Labelled:
    text, mentions, position = "", set(), 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        mentions.add((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        position = mark.end()
    return Labelled(text + marked[position:], frozenset(mentions))
