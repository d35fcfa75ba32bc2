"""Make ``provinces/`` from the researched guides.

Usage: ``python scripts/import_guides.py FACTS [--out FOLDER] [--check]`` where FACTS is the folder with ``local/``.
Values come from the facts, judgements from ``scripts/guides/judgements.yaml``; the same input always gives the same
bytes. ``--check`` writes nothing and fails where a file differs, lacks or should not be there.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "cli"))

from guides import collected, zhejiang  # noqa: E402
from guides.judging import Judge, load_judge  # noqa: E402

from qingdan.writing.yaml_text import dumped  # noqa: E402

EDITION = "2025"
ZHEJIANG = "330000"
_COMMENT = "由 scripts/import_guides.py 生成：数值改研究资料，判断改 scripts/guides/judgements.yaml"
_COLLECTED = [
    "零散收集的办事指南，不是本省的统一清单；数值照原文，较长的文字经过概括。",
    "官方网页注明网址；转载页不作为出处引用，只说明是转载。",
]
_ARCHIVE = [
    "2018 年公开的办事指南中与就业有关的部分，按当时的规定判断；较长的文字经过概括，未录入的部分逐条列出。",
    "原表的材料各列错位：详细要求和必要性按实际内容归位。",
    "市县的指南是后来零散收集的，各有各的日期。",
]


def read(facts: Path, name: str) -> list[dict[str, Any]]:
    """The records of one file of research."""
    lines = (facts / "local" / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def build(facts: Path, judge: Judge) -> dict[str, str]:
    """Every file under ``provinces/``: its path below that folder and its text."""
    raws = [*read(facts, "county_guides.jsonl"), *read(facts, "guides.jsonl")]
    archive = [raw for raw in read(facts, "zhejiang_hrss_guides_2018.jsonl") if raw["employment_related"]]
    files: dict[str, str] = {}
    for code, province in judge.data["provinces"].items():
        here = [raw for raw in raws if raw["code6"] and raw["code6"][:2] == code[:2]]
        old = archive if code == ZHEJIANG else []
        folder = f"{code}-{province['folder']}"
        for name, value in _province(judge, code, province["name"], here, old).items():
            files[f"{folder}/{name}"] = dumped(value, _COMMENT)
    return files


def _province(
    judge: Judge, code: str, name: str, raws: list[dict[str, Any]], archive: list[dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    files = {"catalogue.yaml": _head(code, name, archived=bool(archive))}
    if archive:
        items = [zhejiang.item(judge, raw) for raw in archive]
        files["items/guides-2018.yaml"] = {"schema": "items/1", "items": items}
    own = [collected.record(judge, raw) for raw in raws if _at_province(judge, raw)]
    if own:
        files["items/collected.yaml"] = {"schema": "items/1", "items": own}
    places: dict[str, list[dict[str, Any]]] = {}
    for raw in raws:
        if not _at_province(judge, raw):
            stem = judge.of(raw["id"]).get("file", raw["code6"])
            places.setdefault(f"localities/{stem}.yaml", []).append(raw)
    files |= {path: _locality(judge, rows) for path, rows in sorted(places.items())}
    return files


def _at_province(judge: Judge, raw: Mapping[str, Any]) -> bool:
    return raw["level"] == "province" and "zone" not in judge.of(raw["id"])


def _head(code: str, name: str, *, archived: bool) -> dict[str, Any]:
    head: dict[str, Any] = {
        "schema": "catalogue/1",
        "province": code,
        "name": f"{name}就业公共服务办事指南",
        "edition": EDITION,
        "kind": "collection",
        "completeness": "partial",
        "source": {"title": f"{name}各级公开的办事指南（出处逐条注明）", "evidence": "secondary", "seen": "part"},
        "note": _COLLECTED,
    }
    if archived:
        head |= {
            "name": f"{name}就业公共服务办事指南（2018年存档）",
            "kind": "archive",
            "as_of": zhejiang.AS_OF,
            "source": {
                "title": f"{zhejiang.PUBLISHER}办事指南",
                "publisher": zhejiang.PUBLISHER,
                "as_of": zhejiang.AS_OF,
                "evidence": "copy",
                "seen": "whole",
                "wording": "paraphrase",
            },
            "note": _ARCHIVE,
        }
    order = ["schema", "province", "name", "edition", "kind", "completeness", "as_of", "source", "note"]
    return {key: head[key] for key in order if key in head}


def _locality(judge: Judge, raws: list[dict[str, Any]]) -> dict[str, Any]:
    first = raws[0]
    zone = judge.of(first["id"]).get("zone")
    where = {"zone": {"within": first["code6"], "name": zone}} if zone else {"area": first["code6"]}
    result = {"schema": "locality/1", **where, "name": collected.place_name(first), "level": first["level"],
              "kind": "collection"}  # fmt: skip
    dates = {raw.get("as_of") or raw.get("published") for raw in raws}
    if len(dates) == 1 and None not in dates:
        result["as_of"] = dates.pop()
    result["items"] = [_row(collected.record(judge, raw)) for raw in raws]
    return result


def _row(record: dict[str, Any]) -> dict[str, Any]:
    """A record as a row that stands alone, since no province's item is at hand to claim."""
    return {"id": record["id"], "status": "own", **record}


def differences(files: Mapping[str, str], out: Path) -> list[str]:
    """Which of the made files differ or lack, and which yaml files nobody makes (waivers are written by people)."""
    found = {path.relative_to(out).as_posix() for path in out.rglob("*.yaml") if path.name != "waivers.yaml"}
    made = {code.split("/")[0] for code in files}
    stale = sorted(path for path in found - set(files) if path.split("/")[0] in made)
    changed = sorted(name for name, text in files.items() if not _same(out / name, text))
    return changed + stale


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def main() -> None:
    """Read the facts, write or check the files."""
    parser = argparse.ArgumentParser(description="Make provinces/ from the researched guides.")
    parser.add_argument("facts", type=Path, help="folder with local/*.jsonl")
    parser.add_argument("--out", type=Path, default=ROOT / "provinces", help="folder to write to")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a file is not current")
    options = parser.parse_args()
    judge = load_judge(ROOT / "catalogue" / EDITION, ROOT / "scripts" / "guides" / "judgements.yaml")
    files = build(options.facts, judge)
    wrong = differences(files, options.out)
    if options.check:
        sys.exit("\n".join(["not current:", *wrong]) if wrong else 0)
    for name in wrong:
        path = options.out / name
        if name in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files[name], encoding="utf-8", newline="\n")
        else:
            path.unlink()
    matched = Counter((name, bool(found)) for name, _, found in judge.asked)
    counts = ", ".join(
        f"{name} {matched[name, True]}/{matched[name, False]}" for name in sorted({n for n, _ in matched})
    )
    print(f"{len(files)} files, {len(wrong)} written; matched/unmatched by id: {counts}")


if __name__ == "__main__":
    main()
