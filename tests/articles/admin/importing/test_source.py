"""The importer's first page takes a text or a file, and loses nothing where it can't read it. FAULTS A05."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.importing.source.limits import MAX_BYTES
from articles.models import Article
from tests.articles.admin.desk import LIST, errors, soup
from tests.articles.admin.importing.texts import IMPORT, TEXT, Import, uploaded

pytestmark = pytest.mark.django_db


def test_the_list_of_articles_leads_to_it(writer: Client) -> None:
    links = soup(writer.get(reverse(LIST))).select(".object-tools a")
    assert ("Import a digest", reverse(IMPORT)) in [
        (link.get_text(strip=True), link["href"]) for link in links
    ]


def test_a_pasted_text_is_shown_by_its_pieces(writer: Client) -> None:
    page = Import(writer)
    assert page.response.status_code == 200
    assert page.label("Harbour rules") == "title"
    assert page.label("Three governments") == "introduction"
    assert page.label("1. Freedonia") == "item 01"
    assert page.label("adopted a law") == "text of item 01"
    assert page.label("permission to reprint").startswith("notice")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("digest.txt", TEXT),
        ("digest.md", "# Rules\n\n## 1. Freedonia\n\nA law.\n\n## 2. Ruritania\n\nA decree.\n"),
        ("page.html", f"<html><body><pre>{TEXT}</pre></body></html>"),
    ],
)
def test_a_file_is_read(writer: Client, name: str, text: str) -> None:
    response = writer.post(reverse(IMPORT), {"text": "", "file": uploaded(text, name)})
    assert name in soup(response).select_one("#source-heading").get_text()
    assert "Freedonia" in soup(response).select_one(".import-draft").get_text()


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (uploaded(b"%PDF-1.7 ...", "digest.pdf"), "The file is a PDF"),
        (uploaded(b"", "empty.txt"), "There is no text in the file."),
        (uploaded(bytes(MAX_BYTES + 1), "large.txt"), "at most 5 MB"),
    ],
)
def test_what_cannot_be_read_is_said_beside_the_field(writer: Client, file: object, said: str) -> None:
    response = writer.post(reverse(IMPORT), {"text": "", "file": file})
    assert response.status_code == 200
    assert said in errors(response)[0]


def test_nothing_typed_is_lost_by_an_error(writer: Client) -> None:
    response = writer.post(reverse(IMPORT), {"text": TEXT, "file": uploaded("x", "x.txt")})
    assert errors(response) == ["Paste a text or choose a file, not both."]
    assert soup(response).textarea.get_text().removeprefix("\n") == TEXT
    assert errors(writer.post(reverse(IMPORT), {"text": " "})) == ["Paste a text, or choose a file."]


def test_a_text_with_a_hundred_thousand_lines_is_refused_in_words(writer: Client) -> None:
    said = errors(writer.post(reverse(IMPORT), {"text": "A line\n\n" * 60_000}))
    assert "Split it into parts" in said[0]


def test_a_text_of_too_many_pieces_is_refused_in_words(writer: Client) -> None:
    said = errors(writer.post(reverse(IMPORT), {"text": "A word about it.\n" * 7_000}))
    assert "can be reviewed on one page" in said[0]


def test_who_may_add_no_article_may_import_none(client: Client) -> None:
    assert client.get(reverse(IMPORT)).status_code == 302
    client.force_login(User.objects.create_user("guest", is_staff=True))
    assert client.get(reverse(IMPORT)).status_code == 403
    assert client.post(reverse(IMPORT), {"text": TEXT}).status_code == 403
    assert client.post(reverse(IMPORT), {"source": "eJw=", "_create": "1"}).status_code == 403
    assert not Article.objects.exists()


def test_a_source_that_did_not_arrive_whole_is_told(writer: Client) -> None:
    response = writer.post(reverse(IMPORT), {"source": "nonsense", "_create": "1"})
    assert "did not arrive whole" in soup(response).select_one(".errornote").get_text()
