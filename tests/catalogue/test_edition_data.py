"""The national edition as data: every file holds, every reference resolves, nothing claims more than was seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter
from ruamel.yaml import YAML

from qingdan.model.declarations import declaration, elements
from qingdan.model.files import MODELS
from qingdan.model.registry import plain

EDITION = Path(__file__).resolve().parents[2] / "catalogue" / "2025"
FILES = sorted(EDITION.rglob("*.yaml"))
#: The one key of a requirement's value that fits each kind of element.
VALUE_KEY = {
    "asks": "asks", "criteria": "criteria", "concepts": "concepts", "limits": "limits", "deadlines": "limits",
    "counts": "counts", "frequencies": "counts", "fee": "fee", "money": "money", "ratios": "ratios",
    "months": "months", "documents": "documents", "name": "name",
}  # fmt: skip
#: The severest finding that evidence can carry: seen in an official text or a copy of it, told by others, remembered.
STRONG = {"official", "copy"}


@cache
def read(path: Path) -> dict[str, Any]:
    value: dict[str, Any] = YAML(typ="safe", pure=True).load(path.read_text("utf-8"))
    return value


def rows(pattern: str, key: str) -> list[dict[str, Any]]:
    return [row for path in sorted(EDITION.glob(pattern)) for row in read(path)[key]]


ITEMS = rows("items/*.yaml", "items")
SHARED = rows("requirements/*.yaml", "requirements")
REQUIREMENTS = [row for item in ITEMS for row in item.get("requirements", [])] + SHARED
DOCUMENTS = {row["id"]: row for row in rows("documents.yaml", "documents")}
EVIDENCE = {row["id"]: row for row in rows("evidence.yaml", "evidence")}
CRITERIA = {row["id"]: row for row in rows("criteria.yaml", "criteria")}
CONCEPTS = {path.stem: read(path) for path in sorted((EDITION / "concepts").glob("*.yaml"))}
CROSSWALKS = {read(path)["id"]: read(path) for path in sorted((EDITION / "crosswalks").glob("*.yaml"))}
LEFT_OUT = rows("left-out.yaml", "rows")


def concept_ids(name: str) -> set[str]:
    return {row["id"] for row in CONCEPTS[name]["concepts"]}


def concept_texts(name: str) -> set[str]:
    """Ids, names and aliases of a list, as they are compared."""
    return {
        plain(text)
        for row in CONCEPTS[name]["concepts"]
        for text in (row["id"], row["name"], *row.get("aliases", []))
    }  # fmt: skip


def list_of(element: str) -> str:
    return next(name for name, file in CONCEPTS.items() if element in file["elements"])


def entries(requirement: dict[str, Any]) -> list[dict[str, Any]]:
    [value] = requirement["value"].values()
    return value if isinstance(value, list) else [value]


def name_of(path: Path) -> str:
    return path.relative_to(EDITION).as_posix()


def repeated(values: list[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_file_holds(path: Path) -> None:
    value = read(path)
    kind = value["schema"].partition("/")[0]
    TypeAdapter(MODELS[kind]).validate_python(value)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_dates_are_quoted_so_that_every_reader_sees_text(path: Path) -> None:
    found: list[object] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)
        elif not isinstance(value, str | int):
            found.append(value)

    walk(read(path))
    assert found == []


def test_nothing_is_said_twice_under_one_id() -> None:
    assert repeated([row["id"] for row in ITEMS]) == []
    assert repeated([row["id"] for row in REQUIREMENTS]) == []
    assert repeated([row["id"] for row in rows("documents.yaml", "documents")]) == []
    assert repeated([row["id"] for row in rows("groups.yaml", "groups")]) == []
    assert repeated([row["id"] for row in LEFT_OUT]) == []
    for crosswalk in CROSSWALKS.values():
        assert repeated([row["id"] for row in crosswalk["rows"]]) == []


def test_an_item_stands_in_the_file_of_its_theme_and_carries_its_number() -> None:
    themes = {row["id"] for row in read(EDITION / "edition.yaml")["themes"]}
    for path in sorted((EDITION / "items").glob("*.yaml")):
        number, _, theme = path.stem.partition("-")
        for item in read(path)["items"]:
            assert (item["theme"], item["id"][:5]) == (theme, f"JY-{number}"), item["id"]
            assert item["theme"] in themes


def test_a_name_or_alias_means_one_item() -> None:
    owners: dict[str, set[str]] = {}
    for item in ITEMS:
        for text in (item["name"], *item.get("aliases", [])):
            owners.setdefault(plain(text), set()).add(item["id"])
    assert {text: sorted(ids) for text, ids in owners.items() if len(ids) > 1} == {}


def test_a_requirement_on_an_item_carries_the_id_of_the_item() -> None:
    for item in ITEMS:
        for requirement in item.get("requirements", []):
            assert requirement["id"].rpartition("-")[0] == item["id"]
            assert not {"items", "excluding"} & set(requirement)


def test_shared_requirements_name_items_that_are_there() -> None:
    ids = {item["id"] for item in ITEMS}
    for requirement in SHARED:
        assert set(requirement.get("items", [])) | set(requirement.get("excluding", [])) <= ids, requirement["id"]


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda row: str(row["id"]))
def test_a_requirement_rests_on_documents_and_explains_itself(requirement: dict[str, Any]) -> None:
    assert requirement["basis"]
    assert [basis["document"] for basis in requirement["basis"] if basis["document"] not in DOCUMENTS] == []
    assert requirement["explains"].endswith("。")
    # a law has a day from which it holds; only what nobody has seen may do without
    if any(basis["seen"] != "none" for basis in requirement["basis"]):
        assert "since" in requirement["in_force"]


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda row: str(row["id"]))
def test_the_value_is_of_the_kind_of_the_element(requirement: dict[str, Any]) -> None:
    assert requirement["element"] in elements()
    kind = declaration(requirement["element"]).kind
    assert list(requirement["value"]) == [VALUE_KEY[kind]]
    if requirement["relation"] == "excludes":
        assert kind in ("asks", "criteria", "concepts"), "only sets can be shut out"


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda row: str(row["id"]))
def test_every_id_in_a_value_is_registered(requirement: dict[str, Any]) -> None:
    unknown = [id for id, registered in used_ids(requirement) if id not in registered]
    assert unknown == []


def used_ids(requirement: dict[str, Any]) -> Iterator[tuple[str, set[str]]]:
    """Each id of a requirement with the ids that may stand there."""
    key = next(iter(requirement["value"]))
    for entry in entries(requirement):
        if key == "asks":
            yield from ((row["id"], set(EVIDENCE)) for row in [entry, *entry.get("any_of", [])] if "id" in row)
        elif key == "criteria":
            yield from ((row["id"], set(CRITERIA)) for row in entry["any_of"] if "id" in row)
        elif key == "concepts" and "id" in entry:
            yield entry["id"], concept_ids(list_of(requirement["element"]))
        for event in ("start", "until"):
            if event in entry:
                yield entry[event], concept_ids("event")


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda row: str(row["id"]))
def test_a_judged_value_has_members_that_can_be_recognised(requirement: dict[str, Any]) -> None:
    """A member without an id equals only the same text, so that nothing could ever be decided by it."""
    if requirement["relation"] == "free":
        return
    for entry in entries(requirement):
        if next(iter(requirement["value"])) == "asks":
            assert "id" in entry or all("id" in option for option in entry["any_of"])
        if next(iter(requirement["value"])) == "criteria":
            assert all("id" in criterion for criterion in entry["any_of"])
        if next(iter(requirement["value"])) == "concepts":
            assert "id" in entry


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda row: str(row["id"]))
def test_cases_are_known_by_name(requirement: dict[str, Any]) -> None:
    known = concept_texts("case") | concept_texts("service")
    cases = [requirement["case"]] if "case" in requirement else []
    cases += [entry["case"] for entry in entries(requirement) if "case" in entry]
    assert [case for case in cases if plain(case) not in known] == []


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda row: str(row["id"]))
def test_forbidden_and_expected_papers_are_papers(requirement: dict[str, Any]) -> None:
    """Forms, photos and accounts are no asks: forbidding one would never be judged."""
    if requirement["element"] != "materials" or requirement["relation"] == "free":
        return
    for entry in entries(requirement):
        for row in entry.get("any_of", [entry]):
            assert EVIDENCE[row["id"]]["kind"] == "proof", row["id"]


def test_no_item_has_two_judged_fees_or_a_floor_above_its_ceiling() -> None:
    """One fact gives one finding: a charge must not break two requirements of one item at once."""
    for item in ITEMS:
        fees = [
            row["id"]
            for row in [*item.get("requirements", []), *SHARED]
            if row["element"] == "fee"
            and "case" not in row
            and item["id"] in row.get("items", [item["id"]])
        ]  # fmt: skip
        assert len(fees) <= 1, (item["id"], fees)


def test_periods_begin_before_they_end() -> None:
    for row in [*REQUIREMENTS, *DOCUMENTS.values()]:
        period = row.get("in_force", {})
        if {"since", "until"} <= set(period):
            length = min(len(period["since"]), len(period["until"]))
            assert period["since"][:length] <= period["until"][:length], row["id"]


def test_items_point_to_registered_concepts_and_standards() -> None:
    for item in ITEMS:
        assert {row["id"] for row in item.get("audience", [])} <= concept_ids("audience"), item["id"]
        assert {row["document"] for row in item.get("standards", [])} <= set(DOCUMENTS), item["id"]
        if "type" in item:
            assert item["type"] in concept_ids("item-type")


def test_a_document_that_ended_says_how() -> None:
    for id, row in DOCUMENTS.items():
        assert row.get("successor", id) in DOCUMENTS
        if row["status"] in ("replaced", "repealed"):
            assert "successor" in row, id
        if row["status"] == "in_force":
            assert not {"status_on", "successor"} & set(row), id


def test_the_chain_of_successors_ends() -> None:
    for start in DOCUMENTS:
        seen = [start]
        while "successor" in DOCUMENTS[seen[-1]]:
            seen.append(DOCUMENTS[seen[-1]]["successor"])
            assert seen[-1] not in seen[:-1], seen


def test_a_number_finds_one_document() -> None:
    assert repeated([plain(row["number"]) for row in DOCUMENTS.values() if "number" in row]) == []
    aliases = [plain(alias) for row in DOCUMENTS.values() for alias in row.get("aliases", [])]
    assert repeated(aliases) == []


def test_crosswalks_lead_to_items_or_say_why_not() -> None:
    ids = {item["id"] for item in ITEMS}
    for crosswalk in CROSSWALKS.values():
        assert crosswalk["document"] in DOCUMENTS
        for row in crosswalk["rows"]:
            assert {target["item"] for target in row["items"]} <= ids
            assert bool(row["items"]) != ("because" in row), (crosswalk["id"], row["id"])


def test_the_open_catalogue_is_whole() -> None:
    """Its first-level rows are nine, as its note says; within each the numbers leave out none."""
    catalogue = CROSSWALKS["open-catalogue-2019"]
    assert "一级事项九个" in catalogue["note"]
    numbers = [tuple(map(int, row["id"].split("."))) for row in catalogue["rows"]]
    last = dict(numbers)
    assert numbers == [(first, second) for first in range(1, 10) for second in range(1, last[first] + 1)]


def test_only_the_first_three_measures_carry_a_number() -> None:
    measures = CROSSWALKS["measures-2025"]["rows"]
    assert "二十项举措" in CROSSWALKS["measures-2025"]["name"] and len(measures) == 20
    assert [row["number"] for row in measures if "number" in row] == ["1", "2", "3"]
    assert all("number" in row for row in measures[:3])
    # an id with a number in it would say what has not been checked
    assert [row["id"] for row in measures if any(character.isdigit() for character in row["id"])] == []


def test_lists_that_were_not_to_be_had_are_named() -> None:
    notes = "".join(read(EDITION / "edition.yaml")["note"])
    assert "国家基本公共就业服务清单" in notes
    assert "基层公共就业服务基本事项" in notes
    assert "不是基本编码" in notes


def test_what_only_memory_holds_never_stands_as_a_strong_basis() -> None:
    for row in REQUIREMENTS:
        for basis in row["basis"]:
            if basis["seen"] == "none":
                assert basis["evidence"] not in STRONG, row["id"]
            if basis["evidence"] in STRONG:
                assert DOCUMENTS[basis["document"]]["evidence"] != "recalled", row["id"]


def test_the_research_is_all_taken_or_left_out(facts: Path) -> None:
    research = YAML(typ="safe", pure=True).load((facts / "national" / "requirements.yaml").read_text("utf-8"))
    ids = [row["id"] for row in research]
    taken = {id for row in REQUIREMENTS for id in row.get("research", [])}
    left = {row["id"] for row in LEFT_OUT}
    assert ids and [id for id in ids if id not in taken | left] == []
    assert sorted(taken & left) == []


def test_no_requirement_claims_better_evidence_than_the_research(facts: Path) -> None:
    """The best evidence of a requirement is no better than the best of the records it was made of."""
    rank = ["official", "copy", "secondary", "practice", "recalled", "inferred"]
    research = YAML(typ="safe", pure=True).load((facts / "national" / "requirements.yaml").read_text("utf-8"))
    known = {row["id"]: rank.index(row["evidence"]) for row in research}
    for row in REQUIREMENTS:
        ids = row.get("research", [])
        if ids and all(id in known for id in ids) and row["relation"] != "free":
            best = min(rank.index(basis["evidence"]) for basis in row["basis"])
            # an office's own page that prints the rule may stand beside the copies that the research names
            assert best >= min(known[id] for id in ids) or row["id"] == "ALL-R02", row["id"]


def test_the_fixed_requirements_on_unemployment_registration() -> None:
    found = {row["id"]: row for row in REQUIREMENTS}
    members = {
        id: [entry.get("id") for entry in entries(found[id])] for id in ("JY-0401-R01", "JY-0401-R03", "JY-0401-R06")
    }
    assert members == {
        "JY-0401-R01": ["hukou-place", "usual-residence", "workplace", "insured-place"],
        "JY-0401-R03": ["id-document"],
        "JY-0401-R06": ["counter", "online"],
    }
    assert [found[f"JY-0401-R0{n}"]["relation"] for n in range(1, 8)] == [
        "covers", "within", "within", "excludes", "within", "covers", "excludes",
    ]  # fmt: skip
    assert entries(found["JY-0401-R02"])[0]["amount"] == 3
    assert entries(found["JY-0401-R05"])[0]["amount"] == 5
