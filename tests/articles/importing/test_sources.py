"""Files of every kind say the same; what is too large or made to harm is refused. FAULTS R02, R04, T03."""

import codecs
import zipfile
from io import BytesIO

import pytest

from articles.importing.as_json import as_json
from articles.importing.parser import understand
from articles.importing.source import docx, limits
from articles.importing.source.decoding import decode
from articles.importing.source.limits import SourceError
from articles.importing.source.reading import read_bytes
from tests.articles.importing.places_finder import find
from tests.articles.importing.scoring import TODAY
from tests.articles.importing.word_files import document

LINES = [
    "Two governments, two laws",
    "1. Kenya",
    "On 3 March 2024 the parliament adopted a law.",
    "2. Brazil",
    "The senate adopted a bill.",
]
PAGE = """<!doctype html><html><head><title>Two governments, two laws | A site</title>
<script>var x = "3. Norway";</script></head><body><nav><a href="/">Home</a> <a href="/n">3. Norway</a></nav>
<main><h1>Two governments, two laws</h1><ol><li>Kenya<p>On 3 March 2024 the parliament adopted a law.</p></li>
<li>Brazil<p>The senate adopted a bill.</p></li></ol></main>
<footer>© 2024 A site</footer></body></html>"""


def headings(data: bytes, name: str = "") -> list[tuple[int | None, str | None]]:
    result = as_json(*understand(read_bytes(data, name), find, today=TODAY))
    assert result["title"] == LINES[0]
    return [(item["number"], item["heading"]) for item in result["items"]]


@pytest.mark.parametrize(
    "data",
    [
        "\n".join(LINES).encode(),
        "\r\n\r\n".join(LINES).encode("utf-8-sig"),
        "\r".join(LINES).encode("utf-16"),
        "\u2028".join(LINES).encode(),
        "\n".join(LINES).replace(" ", "\u00a0").encode("cp1252"),
        codecs.BOM_UTF16_BE + "\n".join(LINES).encode("utf-16-be"),
        "\n".join(["# " + LINES[0], "## " + LINES[1], LINES[2], "## " + LINES[3], LINES[4]]).encode(),
        "\n".join([LINES[0], "**" + LINES[1] + "**", LINES[2], "__" + LINES[3] + "__", LINES[4]]).encode(),
        document("#" + LINES[0], "**" + LINES[1], LINES[2], "**" + LINES[3], LINES[4]),
        PAGE.encode(),
    ],
    ids=["plain", "mark", "utf-16", "separators", "nbsp", "big-endian", "markdown", "bold", "word", "page"],
)
def test_every_kind_of_file_says_the_same(data: bytes) -> None:
    assert headings(data) == [(1, "Kenya"), (2, "Brazil")]


def test_menus_and_footers_of_a_page_are_discarded_and_scripts_unseen() -> None:
    result = as_json(*understand(read_bytes(PAGE.encode()), find, today=TODAY))
    discarded = [row["text"] for row in result["discarded"]]
    assert discarded == ["Home 3. Norway", "© 2024 A site"]
    assert "var x" not in str(result)


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "shift_jis"])
def test_chinese_and_japanese_bytes_are_decoded(encoding: str) -> None:
    text = "日本政府公表人工智能法案，東京都実施新規制。" * 5
    assert decode(text.encode(encoding, errors="ignore")).startswith("日本政府公表")


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"\xd0\xcf\x11\xe0old", b"{\\rtf1", b"", b" \n", b"\x00\x00"])
def test_what_is_no_text_is_refused_with_words(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^[A-Z].*\.$"):
        read_bytes(data)


def test_large_files_are_refused() -> None:
    with pytest.raises(SourceError, match="at most 5 MB"):
        read_bytes(b"a" * (limits.MAX_BYTES + 1))
    with pytest.raises(SourceError, match="at most 2,000,000"):
        read_bytes(b"a" * (limits.MAX_TEXT + 1))
    with pytest.raises(SourceError, match="lines"):
        read_bytes(b"a\n" * (2 * limits.MAX_LINES + 2))


def test_a_billion_laughs_are_refused() -> None:
    entities = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    with pytest.raises(SourceError, match="unpacks"):
        read_bytes(document("1. Kenya", head=entities))


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(SourceError, match="unpacks"):
        read_bytes(document("1. Kenya", bomb=b"0" * 4_000_000))


def test_deeply_nested_xml_is_refused() -> None:
    nested = b"<a>" * (docx.MAX_DEPTH + 1) + b"</a>" * (docx.MAX_DEPTH + 1)
    with pytest.raises(SourceError, match="nested"):
        read_bytes(document("1. Kenya", styles=nested))


def test_other_archives_and_damaged_ones_are_refused() -> None:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("inner.zip", document("1. Kenya"))
    with pytest.raises(SourceError, match="no Word document"):
        read_bytes(data.getvalue())
    with pytest.raises(SourceError, match="damaged"):
        read_bytes(document("1. Kenya")[:-200])


def test_numbers_of_lists_in_a_page_are_counted_as_a_browser_does() -> None:
    page = "<html><body><ol start=3><li>Kenya adopted a law.</li><li>Brazil too.</li></ol></body></html>"
    assert [line.text for line in read_bytes(page.encode()).lines] == [
        "3. Kenya adopted a law.",
        "4. Brazil too.",
    ]
