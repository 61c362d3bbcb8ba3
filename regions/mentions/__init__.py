"""Which regions a text is about: names of regions in English and Chinese text, and which region each means.

``find(text)`` is all that most callers need::

    for mention in find("Xicheng District, Beijing, and Jiangsu", context=["china"]):
        text[mention.start : mention.end], mention.path, mention.confidence, mention.is_qualifier

``context`` holds paths of regions that the surrounding document is known to be about: they decide between
places of one name, and are not mentions themselves. Of "Xicheng District, Beijing" both names are mentions;
``is_qualifier`` marks the second, which only says where the first one is.

The regions and names come from the database, editors' own among them. They are read once per process
(about 0.4 seconds) and again when a region or a name changes: each call asks for that with one small query.
To spare it in a loop, or to go on with the same names, pass on what ``load_index()`` returns::

    index = load_index()
    found = [find(line, index=index) for line in lines]

The parts: ``mention`` (the result), ``folding`` (text without case and accents that knows its offsets),
``index`` and ``loading`` (the names), ``latin``, ``codes`` and ``chinese`` (where names stand), ``english``
and ``kinds`` (what the words around say), ``neighbours``, ``context`` and ``choosing`` (what each means).
How the ambiguous are decided: docs/decisions/regions-from-words.md.
"""

from regions.mentions.finding import find
from regions.mentions.index import NameIndex, Place
from regions.mentions.loading import load_index
from regions.mentions.mention import Mention

__all__ = ["Mention", "NameIndex", "Place", "find", "load_index"]
