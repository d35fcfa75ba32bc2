"""The parts of a guide as nodes of CPSV-AP: conditions, materials, channels, contact, results, costs, limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from qingdan.model.item import Record
from qingdan.model.parts import Material
from qingdan.reports.export.nodes import Node, Nodes, digest, text
from qingdan.reports.export.rest import Shown, rest
from qingdan.values.saying import say

CNY = "http://publications.europa.eu/resource/authority/currency/CNY"
#: Unit → duration of ISO 8601. Working days have none, and ``day`` may mean working days.
_DURATIONS = {"calendar_day": "P{}D", "month": "P{}M", "year": "P{}Y", "hour": "PT{}H"}
_LIMITS = (
    "promised_limit", "statutory_limit", "applicant_deadline", "first_contact", "contact_interval", "published_within",
)  # fmt: skip
#: What of each element has a property of its own; all else is a statement.
SHOWN: Shown = {
    **dict.fromkeys(
        (
            "name",
            "everyday_name",
            "aliases",
            "audience",
            "conditions",
            "visits",
            "benefit_text",
            *_LIMITS,
        )
    ),
    "materials": frozenset(("name", "necessity", "when", "case", "by", "form", "source", "note")),
    "channels": frozenset(("kind", "name", "url", "address", "hours", "phone")),
    "contact": frozenset(("phone", "address", "window", "hours")),
    "result": frozenset(("name",)),
    "fee": frozenset(("charged",)),
    "provider": frozenset(("name", "code")),
}
#: What makes a limit one for some people or some steps only.
_NARROWED = ("channel", "case", "step", "includes", "excludes")


class Parts:
    """Makes the nodes below one guide. They are named by what they say, never by their place in a list."""

    def __init__(self, nodes: Nodes, guide: str, record: Record) -> None:
        self._nodes, self._guide, self._record = nodes, guide, record
        self._names = nodes.edition.registries.labels
        self._met: Counter[str] = Counter()

    def _put(self, kind: str, said: str, type: str, more: Node) -> str:
        name = f"{self._guide}#{kind}-{digest(said)}"
        self._met[name] += 1
        name += f"-{self._met[name]}" if self._met[name] > 1 else ""
        number = (
            {f"{type}.identifier": name}
            if type not in ("ContactPoint", "qd:Limit", "qd:Visits", "qd:Statement")
            else {}
        )
        return self._nodes.put(name, type, {**number, **more})

    def _text(self, value: str) -> Node:
        return text(value, self._record.get("languages", ()))

    def _say(self, value: Any) -> str:
        return say(value, "zh", self._names)

    def all(self) -> Node:
        """Property → nodes, for those parts that have something to say."""
        made = {name: list(make(self)) for name, make in _PARTS.items()}
        return {name: nodes for name, nodes in made.items() if nodes}

    def audience(self) -> Iterator[str]:
        """Whom it is for."""
        for member in self._record.get("audience", []):
            yield self._nodes.concept("audience", member.get("id", ""), member.get("text", ""))

    def conditions(self) -> Iterator[str]:
        """One requirement for each line; a line is met by any one of its criteria."""
        for condition in self._record.get("conditions", []):
            said = say([{"any_of": condition["any_of"]}], "zh", self._names, "conditions", printed=True)
            more: Node = {"Requirement.name": [self._text(said)]}
            if "case" in condition:
                more["qd:case"] = condition["case"]
            yield self._put("condition", f"{said} {condition.get('case', '')}", "Requirement", more)

    def materials(self) -> Iterator[str]:
        """What the applicant brings, and what the office fetches, which is marked so."""
        for material in self._record.get("materials", []):
            if material.get("by") != "agency":
                told = "；".join(material[key] for key in ("form", "source", "note") if key in material)
                more: Node = {"Evidence.name": [self._text(material["name"])]}
                if told:
                    more["Evidence.description"] = [self._text(told)]
                types = list(self._types(material))
                if types:
                    more["qd:anyOf" if "any_of" in material else "Evidence.isConformantTo"] = types
                for key in ("necessity", "when", "case"):
                    if key in material:
                        more[f"qd:{key}"] = material[key]
                yield self._put("material", material["name"], "Evidence", more)

    def types(self) -> Iterator[str]:
        """The kinds of paper that are asked for, each once."""
        asked = [each for each in self._record.get("materials", []) if each.get("by") != "agency"]
        yield from dict.fromkeys(name for material in asked for name in self._types(material))

    def _types(self, material: Material) -> Iterator[str]:
        registry = self._nodes.edition.registries.evidence
        for option in material.get("any_of", [material]):
            id = registry.resolve(option.get("id"), str(option.get("text") or option.get("name") or ""))
            if id in registry.names:
                name = f"urn:qingdan:evidence:{id}"
                yield self._nodes.put(
                    name, "EvidenceType", {"EvidenceType.identifier": id, "prefLabel": text(registry.names[id])}
                )

    def fetched(self) -> Iterator[str]:
        """What the office fetches itself and nobody need bring."""
        yield from (each["name"] for each in self._record.get("materials", []) if each.get("by") == "agency")

    def channels(self) -> Iterator[str]:
        """Ways to have it handled; where, when and by which telephone stands in the text."""
        for channel in self._record.get("channels", []):
            parts = [channel.get(key, "") for key in ("name", "address", "phone", "url")]
            told = "；".join(str(part) for part in parts if part)
            more: Node = {"Channel.description": [self._text(told)]} if told else {}
            if "kind" in channel:
                more["Channel.type"] = self._nodes.concept("channel", channel["kind"])
            if "hours" in channel:
                more["Channel.openingHours"] = [self._hours(channel["hours"])]
            yield self._put("channel", f"{channel.get('kind', '')} {told}", "Channel", more)

    def contact(self) -> Iterator[str]:
        """Where a person asks."""
        contact = self._record.get("contact", {})
        more: Node = {}
        if "phone" in contact:
            more["ContactPoint.hasTelephone"] = [contact["phone"]]
        if "hours" in contact:
            more["ContactPoint.openingHours"] = [self._hours(contact["hours"])]
        where = " ".join(contact[key] for key in ("address", "window") if key in contact)
        if where:
            address = {"@type": "Address", "Address.fullAddress": [self._text(where)]}
            more["address"] = address
        if more:
            yield self._put("contact", "", "ContactPoint", more)

    def _hours(self, hours: str) -> Node:
        return {"@type": "TemporalEntity", "TemporalEntity.description": [self._text(hours)]}

    def result(self) -> Iterator[str]:
        """What comes of it."""
        name = self._record.get("result", {}).get("name", "")
        if name:
            yield self._put("result", name, "Output", {"Output.name": [self._text(name)]})

    def costs(self) -> Iterator[str]:
        """A cost of nothing where it says that it is free; else its lines, with a value only where it is exact."""
        fee = self._record.get("fee")
        if fee is None:
            return
        if fee["charged"] == "no":
            yield self._cost("不收费", 0.0)
        for line in fee.get("lines", []):
            money = line.get("money")
            exact = money is not None and money.get("bound", "exact") == "exact"
            value = money["yuan"] + money.get("fen", 0) / 100 if money is not None and exact else None
            yield self._cost(f"{line['name']}：{line['standard']}", value)

    def _cost(self, said: str, value: float | None) -> str:
        more: Node = {"Cost.description": [self._text(said)]}
        if value is not None:
            currency = self._nodes.put(CNY, "Concept", {"notation": "CNY", "prefLabel": text("人民币")})
            more |= {"Cost.hasValue": value, "Cost.currency": currency}
        return self._put("cost", said, "Cost", more)

    def legal(self) -> Iterator[str]:
        """The documents that it rests on, each once."""
        cited = self._record.get("legal_basis", [])
        yield from dict.fromkeys(
            self._nodes.document(each.get("document", ""), each.get("title", ""), each.get("number", ""))
            for each in cited
        )

    def limits(self) -> Iterator[str]:
        """Every limit of time with its unit as printed."""
        for element in _LIMITS:
            for limit in self._record.get(element, []):  # type: ignore[attr-defined]
                more: Node = {"qd:kind": element}
                if "unit" in limit:
                    more["qd:unit"] = limit["unit"]
                if "amount" in limit:
                    more["qd:amount"] = limit["amount"]
                for key in ("case", "step"):
                    if key in limit:
                        more[f"qd:{key}"] = limit[key]
                for key, vocabulary in (("channel", "channel"), ("start", "event")):
                    if key in limit:
                        more[f"qd:{key}"] = self._nodes.concept(vocabulary, limit[key])
                more["prefLabel"] = text(say([limit], "zh", self._names, element, printed=True))
                yield self._put("limit", f"{element} {sorted(limit.items())}", "qd:Limit", more)

    def statements(self) -> Iterator[str]:
        """What is stated and has no word in CPSV-AP, nor one above: in words, under the name of its element."""
        for element, title, told in rest(self._record, SHOWN, self._names, "zh"):
            more: Node = {"qd:element": element, "prefLabel": text(f"{title}：{told}")}
            yield self._put("stated", f"{element} {title} {told}", "qd:Statement", more)

    def visits(self) -> Iterator[str]:
        """How often a person must come."""
        for count in self._record.get("visits", []):
            more: Node = {"qd:amount": count["amount"]}
            more["prefLabel"] = text(say([count], "zh", self._names, "visits", printed=True))
            if "case" in count:
                more["qd:case"] = count["case"]
            if "channel" in count:
                more["qd:channel"] = self._nodes.concept("channel", count["channel"])
            yield self._put("visits", str(sorted(count.items())), "qd:Visits", more)


def duration(record: Record) -> str:
    """The promised limit as a duration: only where there is one for all cases, and no working days are in it."""
    limits = record.get("promised_limit", [])
    if len(limits) != 1 or any(key in limits[0] for key in _NARROWED) or "amount" not in limits[0]:
        return ""
    return _DURATIONS.get(limits[0].get("unit", ""), "").format(limits[0]["amount"])


_PARTS: dict[str, Callable[[Parts], Iterator[str]]] = {
    "PublicService.addressee": Parts.audience,
    "PublicService.holdsRequirement": Parts.conditions,
    "PublicService.hasInput": Parts.materials,
    "PublicService.hasInputType": Parts.types,
    "qd:fetched": Parts.fetched,
    "PublicService.hasChannel": Parts.channels,
    "PublicService.contactPoint": Parts.contact,
    "PublicService.produces": Parts.result,
    "PublicService.hasCost": Parts.costs,
    "PublicService.hasLegalResource": Parts.legal,
    "qd:limit": Parts.limits,
    "qd:visits": Parts.visits,
    "qd:statement": Parts.statements,
}
