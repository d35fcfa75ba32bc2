"""Mutations of single elements: limits, visits, fees, papers, conditions, audience, channels, citations, prose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from tests.comparing.mutations import REPO, Data, Declared, Mutation, Place, on, places

#: Element → what more of it, and less of it, means for the citizen.
_MORE_LESS = {
    "promised_limit": ("worse", "better"), "first_contact": ("worse", "better"),
    "contact_interval": ("worse", "better"), "published_within": ("worse", "better"),
    "applicant_deadline": ("better", "worse"), "statutory_limit": ("none", "none"), "visits": ("worse", "better"),
    "amount": ("better", "worse"), "months": ("better", "worse"), "frequency": ("better", "worse"),
}  # fmt: skip
_EVIDENCE = {
    row["id"]: row for row in yaml.safe_load((REPO / "catalogue/2025/evidence.yaml").read_text("utf-8"))["evidence"]
}
_CRITERIA = {
    row["id"]: row for row in yaml.safe_load((REPO / "catalogue/2025/criteria.yaml").read_text("utf-8"))["criteria"]
}
#: A paper that is neither wider nor narrower than another one.
_LONE = next(
    id for id, row in _EVIDENCE.items()
    if row["kind"] == "proof" and not row.get("narrower") and not any(id in each.get("narrower", []) for each in _EVIDENCE.values())
    and id.startswith("h")
)  # fmt: skip


def stating(data: Data, *elements: str) -> Iterator[tuple[Place, str, Any]]:
    """Every record and element that states one of some elements."""
    for place in places(data):
        for element in elements:
            if element in place.record:
                yield place, element, place.record[element]


def _put(element: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(record: dict[str, Any]) -> None:
        record[element] = value

    return change


def _entries(value: list[Any]) -> Iterator[tuple[int, dict[str, Any], str]]:
    """The entries that are the only ones of their channel, of no case and no single step; with the end of their path."""
    count = Counter((entry.get("channel", ""), entry.get("case", "")) for entry in value)
    for index, entry in enumerate(value):
        channel = entry.get("channel", "")
        if count[channel, ""] == 1 and "case" not in entry and "step" not in entry:
            yield index, entry, f"[{channel}]" if channel else ""


def _wordless(entry: dict[str, Any]) -> dict[str, Any]:
    """The entry without its words, which would contradict another figure."""
    return {key: value for key, value in entry.items() if key != "text"}


def worded(data: Data) -> Iterator[Mutation]:
    """The words say another figure than the entry: nobody knows which holds."""
    for place, element, value in stating(data, "promised_limit"):
        for index, entry, end in _entries(value):
            if entry.get("amount"):
                other = {**entry, "text": "九十九个工作日"}
                declared = Declared(f"{place.path}.{element}{end}", "unknown", "unknown", [entry], [other])
                yield on("other words", place, element, _put(element, _with(value, index, other)), declared)


def _with(value: list[Any], index: int, entry: Any) -> list[Any]:
    return [*value[:index], *([] if entry is None else [entry]), *value[index + 1 :]]


def amounts(data: Data) -> Iterator[Mutation]:
    """More and less of what is counted, by channel."""
    for place, element, value in stating(data, *_MORE_LESS):
        unit = "yuan" if element == "amount" else "amount"
        for index, entry, end in _entries(value):
            for by, effect in zip((2, -1), _MORE_LESS[element], strict=True):
                if unit in entry and entry[unit] + by >= (0 if element == "visits" else 1):
                    other = {**_wordless(entry), unit: entry[unit] + by}
                    declared = Declared(f"{place.path}.{element}{end}", "changed", effect, [entry], [other])
                    yield on(f"{element}{by:+}", place, element, _put(element, _with(value, index, other)), declared)


def units(data: Data) -> Iterator[Mutation]:
    """Working days become calendar days, and calendar days working days, where it depends on the day of the start."""
    other_unit = {"working_day": "calendar_day", "calendar_day": "working_day"}
    for place, element, value in stating(data, "promised_limit", "first_contact"):
        for index, entry, end in _entries(value):
            if entry["unit"] in other_unit and entry.get("amount", 9) <= 3:
                other = {**_wordless(entry), "unit": other_unit[entry["unit"]]}
                declared = Declared(f"{place.path}.{element}{end}", "unknown", "unknown", [entry], [other])
                yield on("unit", place, element, _put(element, _with(value, index, other)), declared)


def instant(data: Data) -> Iterator[Mutation]:
    """What was done at once takes days."""
    for place, element, value in stating(data, "promised_limit"):
        for index, entry, end in _entries(value):
            if entry["unit"] == "immediate":
                other = {**_wordless(entry), "unit": "working_day", "amount": 5}
                declared = Declared(f"{place.path}.{element}{end}", "changed", "worse", [entry], [other])
                yield on("no longer instant", place, element, _put(element, _with(value, index, other)), declared)


def channels_of_limits(data: Data) -> Iterator[Mutation]:
    """One limit for all is written out by channel, one of them shorter; the limit of one channel is written no more."""
    for place, element, value in stating(data, "promised_limit"):
        path, put = f"{place.path}.{element}", _put
        if len(value) == 1 and value[0].get("amount", 0) > 1 and not {"channel", "case", "step"} & value[0].keys():
            counter = {**value[0], "channel": "counter"}
            online = {**_wordless(value[0]), "channel": "online", "amount": 1}
            declared = Declared(f"{path}[online]", "changed", "better", value, [online])
            yield on("written out by channel", place, element, put(element, [online, counter]), declared)
        if len(value) > 1 and len({each.get("channel") for each in value} - {None}) == len(value):
            for index, entry, end in _entries(value):
                gone = Declared(path + end, "not_stated", "unknown", [entry])
                yield on("channel not stated", place, element, put(element, _with(value, index, None)), gone)


def fees(data: Data) -> Iterator[Mutation]:
    """What was free is charged."""
    for place, element, value in stating(data, "fee"):
        charged = {**_wordless(value), "charged": "yes" if value["charged"] == "no" else "no"}
        effect = "worse" if value["charged"] == "no" else "better"
        declared = Declared(f"{place.path}.fee", "changed", effect, value, charged)
        yield on("fee", place, element, _put("fee", charged), declared)


def _related(id: str, other: str) -> bool:
    """Whether one paper is a narrower one than another, at any remove."""
    below = set()
    todo = [id]
    while todo:
        for each in _EVIDENCE.get(todo.pop(), {}).get("narrower", []):
            if each not in below:
                below.add(each)
                todo.append(each)
    return other in below


def _asked(material: dict[str, Any]) -> bool:
    """A proof that the applicant must bring, with its id."""
    plain = material.get("by") != "agency" and material.get("necessity") != "optional" and "any_of" not in material
    return plain and _EVIDENCE.get(material.get("id", ""), {}).get("kind") == "proof"


def _alone(index: int, value: list[dict[str, Any]]) -> bool:
    """Whether no other paper of the list is the same, wider or narrower."""
    id = value[index]["id"]
    others = [other.get("id", "") for place, other in enumerate(value) if place != index]
    options = [each.get("id", "") for other in value for each in other.get("any_of", [])]
    return not any(id == other or _related(id, other) or _related(other, id) for other in [*others, *options])


def papers(data: Data) -> Iterator[Mutation]:
    """A paper more, a paper less, made optional, fetched by the agency."""
    for place, element, value in stating(data, "materials"):
        path = f"{place.path}.materials"
        lone = {"id": _LONE, "name": _EVIDENCE[_LONE]["name"]}
        for more, end, effect in [
            ({"id": "local/proof-of-mutation", "name": "变异证明"}, "local/proof-of-mutation", "worse"),
            ({"name": "说不清的变异证明"}, "说不清的变异证明", "unknown"),
            (lone, _LONE, "worse"),
            ({**lone, "name": "另一种证明"}, _LONE, "unknown"),
            ({**lone, "by": "agency"}, _LONE, "none"),
            ({**lone, "necessity": "optional"}, _LONE, "unknown"),
        ]:
            if all(_LONE not in str(each) for each in value):
                declared = Declared(f"{path}[{end}]", "added", effect, None, [more])
                yield on("a paper more", place, element, _put(element, [*value, more]), declared)
        for index, material in enumerate(value):
            if _asked(material) and _alone(index, value):
                end = f"{path}[{material['id']}]"
                gone = Declared(end, "removed", "better", [material])
                yield on("a paper less", place, element, _put(element, _with(value, index, None)), gone)
                for key, word in (("necessity", "optional"), ("by", "agency")):
                    other = {**material, key: word}
                    some = word == "optional" and (
                        "case" in material or material.get("necessity", "required") != "required"
                    )
                    eased = Declared(end, "changed", "unknown" if some else "better", [material], [other])
                    yield on(f"a paper {word}", place, element, _put(element, _with(value, index, other)), eased)


def conditions(data: Data) -> Iterator[Mutation]:
    """A condition more, a condition less, another parameter."""
    for place, element, value in stating(data, "conditions"):
        if any("id" not in each for condition in value for each in condition["any_of"]):
            continue
        more = {"any_of": [{"id": "local/mutated", "text": "变异条件"}]}
        path = f"{place.path}.conditions"
        added = Declared(f"{path}[local/mutated]", "added", "worse", None, [more])
        yield on("a condition more", place, element, _put(element, [*value, more]), added)
        ids = Counter(each["id"] for condition in value for each in condition["any_of"])
        for index, condition in enumerate(value):
            (one, *rest) = condition["any_of"]
            row = _CRITERIA.get(one["id"], {})
            if rest or ids[one["id"]] > 1 or not row:
                continue
            implied = any(one["id"] in _CRITERIA.get(id, {}).get("implies", []) for id in ids)
            if not implied:
                gone = Declared(f"{path}[{one['id']}]", "removed", "better", [condition])
                yield on("a condition less", place, element, _put(element, _with(value, index, None)), gone)
            for by, effect in ((6, "worse"), (-1, "better")) if row.get("stricter") and one.get("value", 0) > 1 else ():
                signed = by if row["stricter"] == "more" else -by
                if one["value"] + signed < 0:
                    continue
                other = {**condition, "any_of": [{**_wordless(one), "value": one["value"] + signed}]}
                moved = Declared(f"{path}[{one['id']}]", "changed", effect, [condition], [other])
                yield on("a parameter", place, element, _put(element, _with(value, index, other)), moved)


def concepts(data: Data) -> Iterator[Mutation]:
    """Wider and narrower: audience, places, services; a channel more and a channel less."""
    for place, element, value in stating(data, "audience", "places", "service_standard"):
        path = f"{place.path}.{element}"
        more = {"id": "local/mutated", "text": "变异人群"}
        added = Declared(f"{path}[local/mutated]", "added", "better", None, [more])
        yield on(f"{element} wider", place, element, _put(element, [*value, more]), added)
        if element == "audience" and {each.get("id") for each in value} == {"natural-person", "employer"}:
            index = next(place for place, each in enumerate(value) if each["id"] == "employer")
            gone = Declared(f"{path}[employer]", "removed", "worse", [value[index]])
            yield on("audience narrower", place, element, _put(element, _with(value, index, None)), gone)
    for place, element, value in stating(data, "channels"):
        kinds = Counter(each["kind"] for each in value)
        post = {"kind": "post", "name": "邮寄变异"}
        if not kinds["post"]:
            added = Declared(f"{place.path}.channels[邮寄变异]", "added", "better", None, [post])
            yield on("a channel more", place, element, _put(element, [*value, post]), added)
        for index, channel in enumerate(value):
            if channel["kind"] in ("counter", "phone", "terminal") and kinds[channel["kind"]] == 1:
                gone = Declared(f"{place.path}.channels[{channel['name']}]", "removed", "worse", [channel])
                yield on("a channel less", place, element, _put(element, _with(value, index, None)), gone)


def texts(data: Data) -> Iterator[Mutation]:
    """Prose and citations: told, and never judged."""
    for place, element, value in stating(data, "contact"):
        other = {**value, "phone": "0900-5559999"}
        declared = Declared(f"{place.path}.contact", "changed", "none", value, other)
        yield on("telephone", place, element, _put(element, other), declared)
    for place, element, value in stating(data, "steps"):
        if len(value) > 1 and value[0] != value[-1]:
            other = [*value[1:], value[0]]
            declared = Declared(f"{place.path}.steps", "changed", "none", value, other)
            yield on("order of steps", place, element, _put(element, other), declared)
    for place, element, value in stating(data, "legal_basis"):
        more = {"title": "变异办法", "article": "第一条"}
        declared = Declared(f"{place.path}.legal_basis[变异办法]", "added", "none", None, [more])
        yield on("a citation more", place, element, _put(element, [*value, more]), declared)
        count = Counter(each.get("document") for each in value)
        for index, citation in enumerate(value):
            if "document" in citation and count[citation["document"]] == 1:
                path = f"{place.path}.legal_basis[{citation['document']}]"
                other = {**citation, "article": "第九百条"}
                changed = Declared(path, "changed", "none", [citation], [other])
                yield on("another article", place, element, _put(element, _with(value, index, other)), changed)


def silent(data: Data) -> Iterator[Mutation]:
    """An element that an item no longer states is not stated, which is not the same as taken away; and one that is new."""
    for place in places(data):
        if place.kind != "item":
            continue
        for element in (
            "promised_limit",
            "materials",
            "conditions",
            "channels",
            "contact",
            "fee",
            "audience",
            "levels",
        ):
            if element in place.record:

                def drop(record: dict[str, Any], element: str = element) -> None:
                    del record[element]

                declared = Declared(f"{place.path}.{element}", "not_stated", "unknown", place.record[element])
                yield on("silent", place, element, drop, declared)
        if "exit_rule" not in place.record:
            declared = Declared(f"{place.path}.exit_rule", "added", "unknown", None, "变异退出")
            yield on("newly stated", place, "exit_rule", _put("exit_rule", "变异退出"), declared)


OPERATORS = (
    amounts, units, worded, instant, channels_of_limits, fees, papers, conditions, concepts, texts, silent,
)  # fmt: skip
