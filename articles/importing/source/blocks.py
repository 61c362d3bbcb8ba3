"""The lines that a web page shows, block by block, with what its elements say about each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from articles.importing.characters import readable
from articles.importing.markers import markers_of

_UNSEEN = {
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "select", "option",
    "textarea", "canvas", "audio", "video", "map", "dialog", "datalist",
}  # fmt: skip
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "button", "label",
}  # fmt: skip
_CLOSE_TOGETHER = {"li", "tr", "td", "th", "dt", "dd", "br"}
_BOLD = {"b", "strong"}
_OUTER = {"nav", "footer", "aside", "form", "button"}
_OUTER_ROLES = {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "dialog"}
_OUTER_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|footer|cookies?|consent|share|sharing|social|"
    r"comments?|respond|related|recommend(?:ed|ations?)?|newsletter|subscribe|subscription|advert(?:isement)?|ads?|"
    r"promo|banner|widget|popup|modal|toolbar|pagination|pager|masthead|skip-?link)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


@dataclass(slots=True)
class Block:
    """A line of a page: its text, and how many of its letters are bold, or in links."""

    text: str = ""
    level: int = 0
    bold: int = 0
    lead: int = 0
    linked: int = 0
    outside: bool = False
    quoted: bool = False
    apart: bool = True
    marker: str = ""
    urls: list[str] = field(default_factory=list)

    @property
    def shown(self) -> str:
        """The text with the marker that a browser puts before an entry of a list."""
        text = readable(self.text)
        return f"{self.marker} {text}" if self.marker and not markers_of(text) else text


@dataclass(slots=True)
class _State:
    """What surrounds the text that is being read."""

    block: Block = field(default_factory=Block)
    outer: int = 0
    unseen: int = 0
    bold: int = 0
    links: int = 0
    quotes: int = 0
    level: int = 0
    counters: list[int | None] = field(default_factory=list)
    marker: str = ""
    apart: bool = True


def blocks_of(root: etree._Element) -> Iterator[Block]:
    """Yield the lines that the page shows, in their order."""
    state = _State()
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            _say(state, element.tail)
        elif event == "start":
            yield from _enter(state, element)
        else:
            yield from _leave(state, element)
    yield from _flushed(state)


def _enter(state: _State, element: etree._Element) -> Iterator[Block]:
    tag = element.tag
    if tag in _BLOCKS or tag == "br":
        yield from _flushed(state, apart=tag not in _CLOSE_TOGETHER)
    state.unseen += tag in _UNSEEN or _is_hidden(element)
    state.outer += _is_outer(element)
    state.bold += tag in _BOLD
    state.quotes += tag == "blockquote"
    state.level = _HEADINGS.get(tag, state.level)
    if tag == "a":
        state.links += 1
        state.block.urls.append(element.get("href") or "")
    elif tag in ("ol", "ul"):
        state.counters.append(_start(element) if tag == "ol" else None)
    elif tag == "li":
        state.marker = _next_marker(state)
    _say(state, element.text)


def _leave(state: _State, element: etree._Element) -> Iterator[Block]:
    tag = element.tag
    if tag in _BLOCKS:
        yield from _flushed(state, apart=tag not in _CLOSE_TOGETHER)
    state.unseen -= tag in _UNSEEN or _is_hidden(element)
    state.outer -= _is_outer(element)
    state.bold -= tag in _BOLD
    state.quotes -= tag == "blockquote"
    state.links -= tag == "a"
    if tag in _HEADINGS:
        state.level = 0
    elif tag in ("ol", "ul") and state.counters:
        state.counters.pop()
    _say(state, element.tail)


def _say(state: _State, text: str | None) -> None:
    """Add a text to the line that is being read."""
    if not text or state.unseen:
        return
    block = state.block
    if not block.text.strip():
        block.level, block.outside, block.quoted = state.level, state.outer > 0, state.quotes > 0
        block.marker, state.marker, block.apart = state.marker, "", state.apart
    letters = len(readable(text))
    if state.bold and block.bold == len(readable(block.text)):
        block.lead = block.bold + letters
    block.bold += letters if state.bold else 0
    block.linked += letters if state.links else 0
    block.text += text


def _flushed(state: _State, *, apart: bool = True) -> Iterator[Block]:
    """Yield the line that was read, if it says anything, and begin another."""
    if readable(state.block.text):
        yield state.block
        state.apart = apart
    else:
        state.apart = state.apart or apart
    state.block = Block()


def _start(element: etree._Element) -> int:
    start = element.get("start") or "1"
    return int(start) - 1 if start.isdecimal() and len(start) < 5 else 0


def _next_marker(state: _State) -> str:
    if not state.counters or (count := state.counters[-1]) is None:
        return "•"
    state.counters[-1] = count + 1
    return f"{count + 1}."


def _is_hidden(element: etree._Element) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN.search(element.get("style") or "") is not None
    )


def _is_outer(element: etree._Element) -> bool:
    """Whether an element holds what is not the text of the page: menus, footers, forms."""
    if element.tag in _OUTER or element.get("role") in _OUTER_ROLES:
        return True
    if element.tag in ("html", "body", "main", "article", "h1"):
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return names != " " and _OUTER_NAMES.search(names[:300]) is not None
