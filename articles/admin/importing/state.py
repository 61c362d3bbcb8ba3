"""What the review of an import has so far: the source and the decisions, all in the form itself.

Nothing of it is in the database or in a session: a reload, another tab or a crash can't mix up two imports.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import QueryDict

from articles.importing.carrying import pack, unpack
from articles.importing.corrections import Decisions, Kind

_MOST = 50_000  # decisions: more than a source has pieces
_KINDS = {kind.value: kind for kind in Kind}


@dataclass(frozen=True, slots=True)
class State:
    """A source by its bytes and name, what was decided, and the items that are linked instead of copied."""

    data: bytes
    name: str
    decisions: Decisions = field(default_factory=Decisions)
    linked: frozenset[int] = frozenset()

    @property
    def packed(self) -> str:
        """The source as the form carries it."""
        return pack(self.data)

    @property
    def decided(self) -> str:
        """The decisions as the form carries them."""
        return json.dumps(
            {
                "refused": sorted(self.decisions.refused),
                "kinds": {str(index): kind.value for index, kind in self.decisions.kinds.items()},
                "post": self.decisions.as_post,
                "linked": sorted(self.linked),
            }
        )

    def after(self, deed: str, post: QueryDict) -> "State":
        """Return the state after a button was pressed; one that is not known changes nothing."""
        name, _, value = deed.partition(":")
        if name == "mark":
            return self._with_kinds(dict.fromkeys(_numbers(post.getlist("piece")), post.get("kind", "")))
        if name == "post":
            return self._decide(as_post=value == "yes")
        if name == "reset":
            return replace(self, decisions=Decisions(), linked=frozenset())
        if not (numbers := _numbers([value])):
            return self
        return self._after_one(name, numbers[0])

    def _after_one(self, name: str, index: int) -> "State":
        one = frozenset({index})
        if name in ("refuse", "accept"):
            refused = self.decisions.refused
            return self._decide(refused=refused | one if name == "refuse" else refused - one)
        if name in ("link", "copy"):
            return replace(self, linked=self.linked | one if name == "link" else self.linked - one)
        if name == "undo":
            kinds = {key: kind for key, kind in self.decisions.kinds.items() if key != index}
            return self._decide(kinds=kinds)
        deeds = {"split": Kind.ITEM, "merge": Kind.ABOVE, "discard": Kind.DISCARDED}
        return self._with_kinds({index: deeds[name].value}) if name in deeds else self

    def _with_kinds(self, kinds: Mapping[int, str]) -> "State":
        known = {index: _KINDS[kind] for index, kind in kinds.items() if kind in _KINDS}
        return self._decide(kinds={**self.decisions.kinds, **known})

    def _decide(self, **changes: Any) -> "State":
        return replace(self, decisions=replace(self.decisions, **changes))


def state_of(post: QueryDict) -> State:
    """Return the state that a form carries.

    Raises:
        SourceError: the source did not arrive whole.
    """
    data = unpack(post.get("source", ""))
    try:
        told = json.loads(post.get("decisions", "{}"))
    except (ValueError, RecursionError):
        told = {}
    told = told if isinstance(told, dict) else {}
    kinds = told.get("kinds")
    decisions = Decisions(
        frozenset(_numbers(told.get("refused"))),
        _kinds(kinds) if isinstance(kinds, dict) else {},
        told.get("post") is True,
    )
    return State(data, post.get("name", "")[:200], decisions, frozenset(_numbers(told.get("linked"))))


def _kinds(told: Mapping[str, Any]) -> dict[int, Kind]:
    pairs = {key: kind for key, kind in told.items() if isinstance(kind, str) and kind in _KINDS}
    return {int(key): _KINDS[pairs[key]] for key in pairs if _is_index(key)}


def _numbers(values: Any) -> list[int]:
    """Return what is an index among values of unknown origin."""
    values = values if isinstance(values, list) else []
    return [int(value) for value in values[:_MOST] if _is_index(str(value))]


def _is_index(value: str) -> bool:
    return value.isascii() and value.isdecimal() and len(value) < 8
