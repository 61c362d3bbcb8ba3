"""Makes ``vocabulary.json`` anew: ``python -m tests.schema_org.build schema.d.ts``, see SOURCES.md."""

import json
import re
import sys
from pathlib import Path
from typing import Any

# What our pages use; the types above these come along.
TYPES = (
    *(
        "AdministrativeArea",
        "Article",
        "BreadcrumbList",
        "CollectionPage",
        "CorrectionComment",
        "CreativeWork",
    ),
    *("CreativeWorkSeries", "DefinedTerm", "DefinedTermSet", "ItemList", "Legislation", "ListItem"),
    *("Organization", "Person", "WebPage", "WebSite"),
)
ENUMERATIONS = ["ItemListOrderType", "LegalForceStatus"]
TARGET = Path(__file__).with_name("vocabulary.json")

_INTERFACE = re.compile(r"^(?:export )?interface (\w+?)(Base|Leaf) extends ([^{]+) \{\n(.*?)^\}", re.M | re.S)
_PROPERTY = re.compile(r'((?:/\*\*(?:(?!\*/).)*\*/\s*)?)"(\w+)"\?: SchemaValue<(.*?), "\w+">;', re.S)
_MEMBER = re.compile(r'"(https://schema\.org/\w+)"')


def parents_and_properties(declarations: str) -> dict[str, dict[str, Any]]:
    """Return what the declarations say of each type."""
    found: dict[str, dict[str, Any]] = {}
    for name, kind, parents, body in _INTERFACE.findall(declarations):
        known = found.setdefault(name, {"parents": [], "properties": {}})
        above = [parent.removesuffix("Base") for parent in re.findall(r"\w+Base\b", parents)]
        known["parents"] += [parent for parent in above if parent not in (name, *known["parents"])]
        if kind == "Base":
            known["properties"] = {
                prop: [each for each in ranges.split(" | ") if each != "IdReference"]
                for comment, prop, ranges in _PROPERTY.findall(body)
                if "@deprecated" not in comment
            }
    return found


def wanted(types: dict[str, dict[str, Any]]) -> list[str]:
    """Return the names of our types and of all above them."""
    names, waiting = set(), list(TYPES)
    while waiting:
        name = waiting.pop()
        names.add(name)
        waiting += types[name]["parents"]
    return sorted(names)


def build(declarations: str) -> dict[str, Any]:
    """Return the part of the vocabulary that we use."""
    types = parents_and_properties(declarations)
    lines = {name: re.search(rf"^export type {name} = .*$", declarations, re.M) for name in ENUMERATIONS}
    return {
        "types": {name: types[name] for name in wanted(types)},
        "members": {name: _MEMBER.findall(line[0]) for name, line in lines.items() if line},
    }


if __name__ == "__main__":
    vocabulary = build(Path(sys.argv[1]).read_text(encoding="utf-8"))
    text = json.dumps(vocabulary, indent=1, sort_keys=True)
    one_line = re.compile(r"\[\s+([^\[\]]*?)\s+\]")
    TARGET.write_text(
        one_line.sub(lambda found: f"[{' '.join(found[1].split())}]", text) + "\n", encoding="utf-8"
    )
