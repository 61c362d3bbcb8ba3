"""Saved web pages: their lines as a browser shows them, and which of them are outside of the main text.

The elements say much of that (menus, footers, forms); the rest says trafilatura.
"""

import logging
import re

import trafilatura
from lxml import etree, html

from articles.importing.characters import readable, words
from articles.importing.lines import Line, Source
from articles.importing.source.blocks import Block, blocks_of
from articles.importing.source.limits import SourceError, check_text

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_BEGINNING = 60
_ENOUGH = 0.3  # of the lines that the elements don't exclude: as much must the main text be
_DENSE = 0.6
_DATES = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@name='date' or @name='pubdate' or @name='publishdate' or @itemprop='datePublished']/@content",
    "//time[@datetime]/@datetime",
)
_TITLES = ("//meta[@property='og:title']/@content", "//title/text()")
_SITE = re.compile(r"\s+[|–—•·-]\s+[^|–—•·]{2,40}$")

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it complains about pages that are not articles


def read_html(page: str) -> Source:
    """Return the source that a web page shows; line numbers are those of what it shows.

    Raises:
        SourceError: there is no text in it, or too much.
    """
    check_text(page)
    root = _parsed(page)
    blocks = list(blocks_of(root))
    _mark_outside(blocks, _main_text(root))
    text, lines = _laid_out(blocks)
    return Source(check_text(text), tuple(lines), _first(root, _TITLES, site=True), _first(root, _DATES))


def _parsed(page: str) -> html.HtmlElement:
    try:
        return html.document_fromstring(_DECLARATION.sub("", page.replace("\x00", "")))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise SourceError("The page can't be read as HTML. Save its text instead.") from error


def _main_text(root: html.HtmlElement) -> list[str]:
    """Return the lines of the main text, as trafilatura finds it; none where it finds nothing."""
    try:
        found = trafilatura.extract(root, favor_recall=True, include_comments=False, fast=True)
    except Exception:  # whatever a strange page does to it, the elements still tell enough
        return []
    return (found or "").split("\n")


def _mark_outside(blocks: list[Block], main: list[str]) -> None:
    """Mark the lines that are outside of the main text: before it, behind it, or links inside of it."""
    known = {words(line)[:_BEGINNING] for line in main}
    inside = [place for place, block in enumerate(blocks) if not block.outside]
    found = [place for place in inside if words(block_text(blocks[place]))[:_BEGINNING] in known]
    if len(found) < _ENOUGH * len(inside):
        return
    for place in inside:
        block = blocks[place]
        if block.level == 1 or (found[0] <= place <= found[-1] and not _is_link(block)):
            continue
        block.outside = words(block_text(block))[:_BEGINNING] not in known


def block_text(block: Block) -> str:
    """Return what a block says."""
    return readable(block.text)


def _is_link(block: Block) -> bool:
    return block.linked > _DENSE * len(block_text(block)) and not block.level


def _laid_out(blocks: list[Block]) -> tuple[str, list[Line]]:
    """Return the text of the page, a line for each block, and the lines."""
    parts: list[str] = []
    lines: list[Line] = []
    length, number = 0, 1
    for block in blocks:
        shown = block.shown
        gap = ("\n\n" if block.apart else "\n") if parts else ""
        parts.append(gap + shown)
        number += len(gap)
        start = length + len(gap)
        length = start + len(shown)
        lines.append(_line(block, shown, number, start, blanks=max(len(gap) - 1, 0)))
    return "".join(parts), lines


def _line(block: Block, shown: str, number: int, start: int, *, blanks: int) -> Line:
    said = block_text(block)
    before = len(shown) - len(said)
    bold = block.bold >= len(said) > 0
    return Line(
        number,
        start,
        start + len(shown),
        shown,
        blanks=blanks,
        level=block.level,
        bold=bold and not block.level,
        lead=before + block.lead if block.lead and not bold else 0,
        quoted=block.quoted,
        outside=block.outside,
        linked=_is_link(block),
        urls=tuple(url for url in dict.fromkeys(block.urls) if url.startswith(("http://", "https://"))),
    )


def _first(root: html.HtmlElement, paths: tuple[str, ...], *, site: bool = False) -> str:
    """Return the first that one of the paths finds; a title without the name of its site."""
    for path in paths:
        for found in root.xpath(path):
            if text := readable(str(found)):
                return _SITE.sub("", text) if site else text
    return ""
