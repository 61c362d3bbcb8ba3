"""The shipped gazetteer as an index of names, made without a database."""

from functools import cache

from regions.choices import NameKind
from regions.gazetteer.records import read_records
from regions.mentions import NameIndex, Place, find
from regions.text import fold


@cache
def shipped_index() -> NameIndex:
    """What ``load_index()`` returns where nobody changed the regions."""
    ids: dict[str | None, int | None] = {None: None}
    paths: dict[str | None, str] = {None: ""}
    places: dict[int, Place] = {}
    names: list[tuple[int, str]] = []
    acronyms: list[tuple[int, str]] = []
    for number, record in enumerate(read_records(), 1):
        ids[record.source_id] = number
        path = paths[record.source_id] = f"{paths[record.parent]}/{record.slug}".lstrip("/")
        parent = ids[record.parent]
        places[number] = Place(
            number, parent, record.name, record.kind, record.code, path, record.population or 0
        )
        for name in record.names:
            if name.kind != NameKind.CODE:
                names.append((number, fold(name.name)))
                if name.language == "en" and len(name.name) <= 8 and name.name.isupper():
                    acronyms.append((number, fold(name.name)))
    return NameIndex(places, names, acronyms)


def found(text: str, *, context: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Return what is found in a text as pairs of the words and the path of the region."""
    mentions = find(text, context=context, index=shipped_index())
    return [(mention.text, mention.path) for mention in mentions]
