"""The catalogues under ``provinces/``: they are valid, whole against the research, and current with their script."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from qingdan.loading.catalogue import load_catalogue
from qingdan.model import registry
from qingdan.model.files import MODELS
from qingdan.reading import FolderTree, read_document

REPO = Path(__file__).resolve().parents[2]
PROVINCES = REPO / "provinces"
EDITION = REPO / "catalogue" / "2025"
SCRIPT = REPO / "scripts" / "import_guides.py"
#: The real ones: the fictional example province is written by hand and has tests of its own.
FILES = sorted(
    path for path in PROVINCES.glob("*/**/*.yaml") if not path.relative_to(PROVINCES).parts[0].startswith("99")
)
#: The elements whose members are concepts, and the list that holds them.
LISTS = {"levels": "level", "accepted_at": "accepting-point", "decided_at": "level", "audience": "audience",
         "places": "place"}  # fmt: skip


@cache
def read(path: Path) -> Any:
    return read_document(path.name, path.read_bytes()).value


def name_of(path: Path) -> str:
    return path.relative_to(PROVINCES).as_posix()


def records() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every item and every row, with the folder of its province."""
    for path in FILES:
        for record in read(path).get("items", []):
            yield name_of(path).split("/")[0], record


def by_id(id: str) -> Mapping[str, Any]:
    return next(record for _, record in records() if record["id"] == id)


def concepts(name: str) -> registry.Vocabulary:
    data = read(EDITION / "concepts" / f"{name}.yaml")
    return registry.concepts(name, data["concepts"], data.get("covered_by", "broader"))


def papers() -> registry.Vocabulary:
    return registry.evidence(read(EDITION / "evidence.yaml")["evidence"])[0]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_file_is_valid(path: Path) -> None:
    data = read(path)
    TypeAdapter(MODELS[data["schema"].split("/")[0]]).validate_python(data)


def test_the_loader_finds_nothing_to_say_and_every_guide() -> None:
    folders = [folder for folder in sorted(PROVINCES.iterdir()) if not folder.name.startswith("99")]
    lists = [load_catalogue(FolderTree(folder)) for folder in folders if folder.is_dir()]
    assert [finding for each in lists for finding in each.files.findings] == []
    told = [guide.record["id"] for each in lists for guide in each.effective()]
    assert Counter(told) == Counter(record["id"] for _, record in records())


def test_a_broken_file_would_not_be_valid() -> None:
    data = {**read(PROVINCES / "430000-hunan" / "catalogue.yaml"), "unheard_of": "x"}
    with pytest.raises(ValueError, match="unheard_of"):
        TypeAdapter(MODELS["catalogue"]).validate_python(data)


def test_every_folder_is_a_province_with_its_head() -> None:
    folders = sorted(path for path in PROVINCES.iterdir() if path.is_dir() and not path.name.startswith("99"))
    assert folders
    for folder in folders:
        assert read(folder / "catalogue.yaml")["province"] == folder.name[:6]


def test_ids_are_unique_in_a_province() -> None:
    count = Counter((province, record["id"]) for province, record in records())
    assert [key for key, times in count.items() if times > 1] == []


def test_localities_lie_in_their_province_and_have_known_codes() -> None:
    known = {line.split(",")[0] for line in (REPO / "catalogue" / "divisions" / "divisions.csv").read_text().split()}
    for path in FILES:
        data = read(path)
        if data["schema"] == "locality/1":
            code = data.get("area") or data["zone"]["within"]
            assert code[:6] in known, name_of(path)
            assert code[:2] == name_of(path)[:2], name_of(path)
            assert path.stem.startswith(code), name_of(path)


def test_papers_resolve_and_text_agrees_with_id() -> None:
    known = papers()
    for _, record in records():
        for material in record.get("materials", []):
            for each in [material, *material.get("any_of", [])]:
                text = each.get("name") or each["text"]
                found = known.resolve(None, text)
                assert each.get("id", "") in ("", found), f"{record['id']}: {text}"
                assert "any_of" in each or each.get("id", "") == found, f"{record['id']}: {text} is {found}"


def test_criteria_and_concepts_resolve() -> None:
    criteria, _ = registry.criteria(read(EDITION / "criteria.yaml")["criteria"])
    channels, events = concepts("channel"), concepts("event")
    for _, record in records():
        for line in record.get("conditions", []):
            assert {each["id"] for each in line["any_of"] if "id" in each} <= set(criteria.names), record["id"]
        for element, name in LISTS.items():
            ids = {each["id"] for each in record.get(element, []) if "id" in each}
            assert ids <= set(concepts(name).names), record["id"]
        assert {each["kind"] for each in record.get("channels", [])} <= set(channels.names), record["id"]
        for element in ("promised_limit", "statutory_limit", "applicant_deadline"):
            for limit in record.get(element, []):
                assert limit.get("channel", "counter") in channels.names
                assert limit.get("start", "accepted") in events.names


def test_registries_have_one_owner_a_text() -> None:
    tables = [
        ("name", read(EDITION / "evidence.yaml")["evidence"]),
        ("wording", read(EDITION / "criteria.yaml")["criteria"]),
    ]
    tables += [("name", read(path)["concepts"]) for path in sorted((EDITION / "concepts").glob("*.yaml"))]
    for key, rows in tables:
        texts = Counter(registry.plain(text) for row in rows for text in (row[key], *row.get("aliases", [])))
        assert [text for text, times in texts.items() if times > 1] == []
        ids = [row["id"] for row in rows]
        assert len(ids) == len(set(ids))
        for row in rows:
            for link in ("narrower", "implies", "broader", "atoms"):
                assert set(row.get(link, [])) <= set(ids), row["id"]


def test_national_items_are_there() -> None:
    items = {item["id"] for path in (EDITION / "items").glob("*.yaml") for item in read(path)["items"]}
    linked = {link["item"] for _, record in records() for link in record.get("implements", [])}
    assert linked and linked <= items


def test_who_has_no_national_item_says_why() -> None:
    rows = [record for _, record in records() if record.get("status") == "own" and not record.get("implements")]
    assert rows and [row["id"] for row in rows if "全国事项" not in "".join(row["notes"])] == []


def test_only_official_pages_are_named_by_address() -> None:
    for _, record in records():
        source = record["source"]
        assert source["evidence"] in {"official", "copy", "secondary", "practice"}
        assert "url" not in source or source["evidence"] == "official", record["id"]
        assert source["seen"] == "whole" or record["known_in_part"] == ["all"], record["id"]


def test_jishou_differs_by_channel_and_its_form_is_a_form() -> None:
    row = by_id("HN-JISHOU-SHIYEDENGJI")
    limits = {limit["channel"]: (limit.get("amount"), limit["unit"]) for limit in row["promised_limit"]}
    assert limits == {"online": (5, "working_day"), "counter": (None, "immediate")}
    kinds = registry.evidence(read(EDITION / "evidence.yaml")["evidence"])[1]
    assert [kinds[material["id"]] for material in row["materials"]] == ["proof", "form"]
    assert [place["id"] for place in row["places"]] == ["hukou-place", "usual-residence"]


def test_figures_of_other_guides() -> None:
    assert {"number": "财社〔2017〕164号"} in by_id("YN-CHENGGONG-SHEBAOBUTIE")["legal_basis"]
    (zhengzhou,) = by_id("HA-ZHENGZHOU-JIUYEKUNNAN-2")["promised_limit"]
    assert (zhengzhou["amount"], zhengzhou["unit"]) == (7, "working_day")
    (longgang,) = by_id("ZJ-LONGGANG-JIANXI")["promised_limit"]
    assert (longgang["amount"], longgang["includes"][0]["amount"]) == (23, 3)
    (haikou,) = by_id("HI-HAIKOU-ZHAOYONG-JIANGLI")["promised_limit"]
    assert (haikou["amount"], haikou["excludes"][0]["amount"]) == (7, 5)
    assert by_id("HI-HAIKOU-GONGYIGANG")["contact"]["phone"] == "65231579"
    assert by_id("AH-LIESHAN-CHUANGYE")["materials"] == []


def test_zhejiang_columns_are_put_right() -> None:
    licence, file = by_id("ZJ-2018-7"), by_id("ZJ-2018-57")
    assert licence["type"] == "licence"
    assert [(limit["amount"], limit["unit"]) for limit in licence["statutory_limit"]] == [(90, "day")]
    assert [(limit["amount"], limit["unit"]) for limit in licence["promised_limit"]] == [(60, "working_day")]
    agent = file["materials"][1]
    assert (agent["id"], agent["necessity"], agent["form"]) == ("agent-id-document", "conditional", "原件")
    assert agent["when"]
    assert by_id("ZJ-2018-67")["materials"] == []


def test_every_record_of_the_research_is_there(facts: Path) -> None:
    here = {record["id"] for _, record in records()}
    collected = [raw for name in ("county_guides", "guides") for raw in lines(facts, name)]
    missing = {raw["id"] for raw in collected if raw["id"].upper() not in here}
    assert missing == {raw["id"] for raw in collected if raw["code6"] is None} == {"sx-mirror-shiyedengji"}
    archived = {
        f"ZJ-2018-{raw['seq']}" for raw in lines(facts, "zhejiang_hrss_guides_2018") if raw["employment_related"]
    }
    assert archived and archived <= here


def test_every_judgement_is_about_a_record(facts: Path) -> None:
    raws = [raw["id"] for name in ("county_guides", "guides") for raw in lines(facts, name)]
    raws += [f"ZJ-2018-{raw['seq']}" for raw in lines(facts, "zhejiang_hrss_guides_2018")]
    judged = read(SCRIPT.parent / "guides" / "judgements.yaml")
    assert set(judged["records"]) - set(raws) == set()


def test_committed_files_are_current(facts: Path) -> None:
    run = subprocess.run(
        [sys.executable, SCRIPT, facts, "--check"], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_check_sees_a_changed_a_missing_and_a_stray_file(facts: Path, tmp_path: Path) -> None:
    def run(*options: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(SCRIPT), str(facts), "--out", str(tmp_path), *options]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)

    assert run().returncode == 0
    assert run("--check").returncode == 0
    (tmp_path / "430000-hunan" / "catalogue.yaml").write_text("schema: catalogue/1\n", encoding="utf-8")
    (tmp_path / "110000-beijing" / "localities" / "110102.yaml").unlink()
    (tmp_path / "110000-beijing" / "localities" / "110199.yaml").write_text("schema: locality/1\n", encoding="utf-8")
    found = run("--check")
    assert found.returncode == 1
    assert [line for line in found.stderr.splitlines() if line.endswith(".yaml")] == [
        "110000-beijing/localities/110102.yaml", "430000-hunan/catalogue.yaml", "110000-beijing/localities/110199.yaml",
    ]  # fmt: skip


def lines(facts: Path, name: str) -> list[dict[str, Any]]:
    text = (facts / "local" / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]
