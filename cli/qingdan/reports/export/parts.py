"""The elements of a guide as nodes of CPSV-AP and of our own vocabulary: each by the property that it declares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from qingdan.model.base import PROPERTIES, Property
from qingdan.model.declarations import told
from qingdan.model.fields import model_of
from qingdan.model.item import Record
from qingdan.reports.export.nodes import Nodes, digest
from qingdan.reports.export.rest import Shown, rest
from qingdan.values import kind_of
from qingdan.values.linking import Linked, Node, text
from qingdan.values.saying import say

#: Properties that ``as_jsonld`` makes of more than the element → the parts of it that they say; ``None`` for all.
HEAD: dict[Property, frozenset[str] | None] = {
    "PublicService.name": None,
    "PublicService.description": None,
    "PublicService.hasCompetentAuthority": frozenset(("name", "code")),
    "PublicService.keyword": None,
    "altLabel": None,
}
#: Unit → duration of ISO 8601. Working days have none, and ``day`` may mean working days.
_DURATIONS = {"calendar_day": "P{}D", "month": "P{}M", "year": "P{}Y", "hour": "PT{}H"}
#: What makes a limit one for some people or some steps only.
_NARROWED = ("channel", "case", "step", "includes", "excludes")
#: Nodes that have no identifier in CPSV-AP.
_UNNUMBERED = ("ContactPoint", "qd:Limit", "qd:Visits", "qd:Statement")


@cache
def linked() -> dict[str, tuple[Property, Linked]]:
    """Element → its property and how it is linked, in the order of the properties."""
    found = {
        name: (each.property, kind_of(name).linked[model_of(name)])
        for name, each in told().items()
        if each.property not in HEAD and each.property != "qd:statement"
    }
    return dict(sorted(found.items(), key=lambda row: PROPERTIES.index(row[1][0])))


@cache
def shown() -> Shown:
    """What of each element has a property of its own; all else is a statement."""
    head = {name: HEAD[each.property] for name, each in told().items() if each.property in HEAD}
    return {**head, **{name: each.parts for name, (_, each) in linked().items()}}


class Parts:
    """Makes the nodes below one guide. They are named by what they say, never by their place in a list."""

    def __init__(self, nodes: Nodes, guide: str, record: Record) -> None:
        self._nodes, self._guide, self._record = nodes, guide, record
        self._registries = nodes.edition.registries
        self._met: Counter[str] = Counter()
        self._found: dict[Property, list[object]] = {}
        self.element = self.listed = ""
        self.shared, self.concept = nodes.put, nodes.concept
        self.document, self.papers = nodes.document, nodes.papers

    def put(self, kind: str, said: str, type: str, more: Node) -> str:
        """Add a node below the guide."""
        name = f"{self._guide}#{kind}-{digest(said)}"
        self._met[name] += 1
        name += f"-{self._met[name]}" if self._met[name] > 1 else ""
        return self.shared(name, type, {**({} if type in _UNNUMBERED else {f"{type}.identifier": name}), **more})

    def text(self, value: str) -> Node:
        """A text in the languages of the record."""
        return text(value, self._record.get("languages", ()))

    def say(self, value: object) -> str:
        """A value in the words of the text."""
        return say(value, "zh", self._registries.name, self.element, printed=True)

    def also(self, property: Property, node: object) -> None:
        """What the guide links to by another property than that of the element."""
        self._found.setdefault(property, []).append(node)

    def all(self) -> Node:
        """Property → nodes, for those elements that have something to say."""
        for element, (property, each) in linked().items():
            if element in self._record:
                self.element, self.listed = element, self._registries.vocabulary(element).name
                for node in each.nodes(self._record.get(element), self):
                    self.also(property, node)
        for node in self._statements():
            self.also("qd:statement", node)
        return {property: self._found[property] for property in PROPERTIES if property in self._found}

    def _statements(self) -> Iterator[str]:
        """What is stated and has no word in CPSV-AP, nor one above: in words, under the name of its element."""
        for element, title, said in rest(self._record, shown(), self._registries.name, "zh"):
            more: Node = {"qd:element": element, "prefLabel": text(f"{title}：{said}")}
            yield self.put("stated", f"{element} {title} {said}", "qd:Statement", more)


def duration(record: Record) -> str:
    """The promised limit as a duration: only where there is one for all cases, and no working days are in it."""
    limits = record.get("promised_limit", [])
    if len(limits) != 1 or any(key in limits[0] for key in _NARROWED) or "amount" not in limits[0]:
        return ""
    return _DURATIONS.get(limits[0].get("unit", ""), "").format(limits[0]["amount"])
