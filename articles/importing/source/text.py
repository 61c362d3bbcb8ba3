"""Plain text and Markdown, as pasted: its lines, and what the marks of Markdown say about them."""

import re

from articles.importing.characters import readable
from articles.importing.lines import Line, Source
from articles.importing.source.limits import check_text
from articles.importing.source.wrapping import unwrapped

LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_HEADING = re.compile(r"(#{1,6})[ \t\u3000]+(?=\S)|(?<=^)(#{2,6})(?=[^\s#\d])")
_CLOSING = re.compile(r"[ \t]+#{1,6}\s*$")
_BOLD_LINE = re.compile(r"(\*\*|__)(?=\S)(?P<text>[^*_]+)\1[:：.]?")
_BOLD_LEAD = re.compile(
    r"(?P<before>(?:[^\w\s*_<]{1,3}|\d{1,3}[.)、]?|No\. ?\d+)?\s?)(\*\*|__)(?=\S)(?P<lead>[^*_]{1,200})\2"
)
_LINK = re.compile(r"(?<!\\)(!?)\[([^\[\]\n]{0,300})\]\((\S{0,2000}?)(?:\s[\"'][^\"'\n]{0,300}[\"'])?\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]{1,400}?)(?<=\S)\1(?![\w*])")
_TAG = re.compile(r"</?(?:b|strong|i|em|u|br|p|span|div|h[1-6])(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|-])")
_URL = re.compile(r"https?://[^\s<>()（）\"'“”，。；、]{3,500}", re.IGNORECASE)


def read_text(text: str) -> Source:
    """Return the source that a plain or a Markdown text is.

    Raises:
        SourceError: it is empty or too long.
    """
    check_text(text)
    lines: list[Line] = []
    start = blanks = 0
    for number, (end, behind) in enumerate(_ends(text), start=1):
        line = _line(text[start:end], number, start, end, blanks)
        blanks = 0 if line else blanks + 1
        if line:
            lines.append(line)
        start = behind
    return Source(text, tuple(unwrapped(lines)))


def _ends(text: str) -> list[tuple[int, int]]:
    """Return for each line where it ends, and where the next one begins."""
    return [*((match.start(), match.end()) for match in LINE_END.finditer(text)), (len(text), len(text))]


def _line(raw: str, number: int, start: int, end: int, blanks: int) -> Line | None:
    seen = readable(raw)
    if not seen:
        return None
    text, quoted = (seen.lstrip("> "), True) if seen.startswith(">") else (seen, False)
    heading = _HEADING.match(text)
    level = len(heading[1] or heading[2]) if heading else 0
    text = _CLOSING.sub("", text[heading.end() :]) if heading else text
    bold = _BOLD_LINE.fullmatch(text)
    lead = None if bold else _BOLD_LEAD.match(text)
    urls = (
        (*(link[2] for link in _LINK.findall(text)), *_URL.findall(text))
        if "(" in text or ":" in text
        else ()
    )
    plain = _without_marks(text)
    if not plain:
        return Line(number, start, end, seen, blanks)
    return Line(
        number,
        start,
        end,
        plain,
        blanks=blanks,
        indent=_indent(raw),
        level=level,
        bold=bold is not None,
        lead=len(_without_marks(lead[0])) if lead else 0,
        quoted=quoted,
        linked=_LINK.fullmatch(text) is not None,
        urls=tuple(url for url in dict.fromkeys(urls) if url.lower().startswith(("http://", "https://"))),
    )


def _without_marks(text: str) -> str:
    """Return what Markdown, or a bit of HTML in it, would show."""
    if "](" in text:
        text = _LINK.sub(lambda link: "" if link[1] else link[2], text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(r"\2", text)
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    return readable(text)


def _indent(raw: str) -> int:
    width = 0
    for char in raw[:80]:
        if char not in " \t\u3000\xa0":
            break
        width += 4 if char == "\t" else 2 if char == "\u3000" else 1
    return width
