"""Points that bring their own circled numbers (① ② ③), shown as the lists that they are.

Texts hold them as paragraphs, or as lists whose points have the numbers besides. The stored text stays as it
is, and so do the numbers: a page only tells browsers that there is a list.
"""

import re

_NUMBER = "[①-⑳㉑-㉟㊱-㊿❶-❿⓫-⓴⓵-⓾➀-➓]"
# What a paragraph of clean HTML holds: text, and whole tags but for its end.
_INSIDE = r"""(?:[^<]|<(?!/p>)(?:[^<>"]|"[^"]*+")*+>)*+"""
_PARAGRAPH = re.compile(rf"<p>(\s*{_NUMBER}{_INSIDE})</p>\s*")
_RUN = re.compile(rf"(?:<p>\s*{_NUMBER}{_INSIDE}</p>\s*){{2,}}+")
_LIST = re.compile(rf"<(ul|ol)>(?=\s*<li>(?:<p>)?\s*{_NUMBER})")


def circled_lists(html: str) -> str:
    """Return clean HTML with paragraphs that begin with circled numbers, two or more in a row, as a list."""
    return _RUN.sub(_listed, _LIST.sub(r'<\1 class="circled" role="list">', html))


def _listed(run: re.Match[str]) -> str:
    points = _PARAGRAPH.sub(r"<li>\1</li>", run[0])
    return f'<ol class="circled" role="list">{points}</ol>'
