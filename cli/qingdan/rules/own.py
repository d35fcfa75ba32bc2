"""Rules that a list brings along: the rows of its ``rules.yaml`` as records, and what is wrong with them.

A row is data and nothing else: it says which record of ``tables`` it is. One that is wrong in anything is not run.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Unpack

from qingdan.findings import Related
from qingdan.loading.catalogue import load_catalogue
from qingdan.loading.files import read_files
from qingdan.loading.placed import Placed
from qingdan.loading.schemas import keys_meant, node
from qingdan.model.own import OwnRule, SaidValue, StatedValue
from qingdan.reading import MemoryTree, Tree
from qingdan.rules import all_rules
from qingdan.rules.examples import files_of, found_in
from qingdan.rules.paths import steps
from qingdan.rules.record import Hit, More, Rule, RuleContext, Said, Severity, on
from qingdan.rules.tables import Check, Stated, demands, reads, rules_out

#: The kind of file.
KIND = "own-rules"


@dataclass(frozen=True)
class Own:
    """The rules of a list.

    Attributes:
        rules: Those that hold, those that are retired too.
        wrong: Id of the rule that says so → what is wrong with rows.
    """

    rules: Mapping[str, Rule]
    wrong: Mapping[str, tuple[Hit, ...]]


def own_rules(rows: Collection[Placed], context: RuleContext) -> Own:
    """The rules of a list, as far as their rows hold.

    Args:
        rows: Those of ``rules.yaml``.
        context: By which the examples are tried.
    """
    taken = {rule.group: id for id, rule in reversed({**all_rules(), **context.outside}.items())}
    known = {*all_rules(), *context.outside, *(placed.record["id"] for placed in rows)}
    first: dict[str, Placed] = {}
    rules: dict[str, Rule] = {}
    wrong: dict[str, list[Hit]] = {}
    for placed in rows:
        id = placed.record["id"]
        found = [*_name(placed, taken, first, known), *_test(placed)]
        first.setdefault(id, placed)
        if not found:
            found = list(_examples(placed, rule_of(placed), context))
        for code, hit in found:
            wrong.setdefault(code, []).append(hit)
        if not found:
            rules[id] = rule_of(placed)
    return Own(rules, {code: tuple(hits) for code, hits in wrong.items()})


def brought(tree: Tree) -> list[Rule]:
    """The rules that a list brings along, whether they hold or not: what a person may call them."""
    files = read_files(tree, {"rules.yaml": [KIND]})
    return [rule_of(placed) for placed in files.entries.get(KIND, [])]


def rule_of(placed: Placed) -> Rule:
    """The record that a row stands for."""
    row: OwnRule = placed.record
    return Rule(
        row["id"],
        Severity[row["severity"].upper()],
        "item",
        since="",
        title=_said(row["title"]),
        message=_template(row["message"]),
        advice=_template(row["advice"]),
        why=_said(row["why"]),
        bad=row["bad"],
        good=row["good"],
        enforces=row.get("enforces", ""),
        status="retired" if "retired" in row or "successor" in row else "active",
        successor=row.get("successor", ""),
        because=Said(row["retired"]) if "retired" in row else None,
        origin=placed.document.name,
        reads=reads(*_paths(row)),
        check=_check(row),
    )


def _check(row: OwnRule) -> Check:
    where = _stated(row["where"])
    if "must_have" in row:
        return demands(where, *row["must_have"])
    return rules_out(where, _stated(row.get("must_not_have", row["where"])))


def _stated(row: StatedValue) -> Stated:
    """A test of a record; a figure is written as a text, and stands in a list as a number."""
    figures = (int(text) for text in row.get("among", ()) if text.isdecimal() and str(int(text)) == text)
    return Stated(row["path"], (*row.get("among", ()), *figures))


def _paths(row: OwnRule) -> list[str]:
    others = [row["must_not_have"]["path"]] if "must_not_have" in row else []
    return [row["where"]["path"], *row.get("must_have", ()), *others]


def _said(row: SaidValue) -> Said:
    return Said(**row)


def _template(row: SaidValue) -> Said:
    """Plain words as a template that has no names in it."""
    return Said(**{lang: str(text).replace("{", "{{").replace("}", "}}") for lang, text in row.items()})


def _hit(placed: Placed, *below: str | int, **more: Unpack[More]) -> Hit:
    return on(placed, *below, path=f"rules[{placed.record['id']}]", **more)


def _name(
    placed: Placed, taken: Mapping[str, str], first: Mapping[str, Placed], known: Collection[str]
) -> Iterator[tuple[str, Hit]]:
    """Its id, and that of its successor."""
    row = placed.record
    id, successor = row["id"], row.get("successor")
    if other := taken.get(id[:3]):
        yield "OWN001", _hit(placed, "id", args={"id": id, "group": id[:3], "other": other})
    if id in first:
        yield "OWN002", _hit(placed, "id", args={"id": id}, related=(Related(first[id].locate("id"), "first_defined"),))
    if successor and (successor == id or successor not in known):
        yield "OWN005", _hit(placed, "successor", args={"id": id, "successor": successor})


def _test(placed: Placed) -> Iterator[tuple[str, Hit]]:
    """Its test: one of two forms, on fields that there are."""
    row = placed.record
    forms = [form for form in ("must_have", "must_not_have") if form in row]
    if len(forms) != 1:
        problem = "both" if forms else "none"
        yield (
            "OWN003",
            _hit(placed, forms[-1] if forms else "id", args={"id": row["id"], "problem": problem, "path": ""}),
        )
    places: list[tuple[tuple[str | int, ...], str]] = [(("where", "path"), row["where"]["path"])]
    places += [(("must_have", index), path) for index, path in enumerate(row.get("must_have", ()))]
    places += [(("must_not_have", "path"), row["must_not_have"]["path"])] if "must_not_have" in row else []
    for below, path in places:
        if (near := _unknown(path)) is not None:
            yield (
                "OWN003",
                _hit(placed, *below, args={"id": row["id"], "problem": "unknown", "path": path}, suggestions=near),
            )


def _unknown(path: str) -> tuple[str, ...] | None:
    """What was perhaps meant by a path that no item can have; ``None`` for one that an item can."""
    pointer: tuple[str | int, ...] = ("items", 0)
    for step in steps(path):
        below = (*pointer, 0 if step == "[]" else step)
        if not node("items", below):
            meant = () if step == "[]" else keys_meant("items", pointer, step)[0]
            before = "".join("[]" if each == 0 else f"{each}." for each in pointer[2:]).replace(".[]", "[].")
            return tuple(before + each for each in meant)
        pointer = below
    return None


def _examples(placed: Placed, rule: Rule, context: RuleContext) -> Iterator[tuple[str, Hit]]:
    """Its examples: the bad one gives exactly its finding, the good one none, and both can be read."""
    for example, wanted in (("bad", 1), ("good", 0)):
        catalogue = load_catalogue(MemoryTree(files_of(placed.record[example], rule.scope)))
        own = RuleContext(context.edition, context.divisions, catalogue, context.as_of)
        found = sum(1 for _ in found_in(rule, catalogue, own))
        unread = catalogue.files.findings or not catalogue.items
        problem = "unread" if unread else "" if found == wanted else "silent" if found < wanted else "speaks"
        if problem:
            yield "OWN004", _hit(placed, example, args={"id": rule.id, "example": example, "problem": problem})
