"""The committed reports: what validation says of every real province, so that a change of it is seen in the diff.

The JSON keeps findings, counts and judgements. Hashes of files, the version of the tool and the list of rules change
without any change in what is said, and stand in none of them; the rules that ran are listed once, in the overview.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.reference.markdown import codes, page, table, text

from qingdan.checking.run import validate
from qingdan.findings import Report, Severity
from qingdan.loading.workspace import Workspace
from qingdan.reports.validate import as_json as json_report
from qingdan.reports.validate import as_text as text_report
from qingdan.selecting import Options

_DATE = re.compile(r"以 ([0-9]{4}-[0-9]{2}-[0-9]{2}) 为准")
_LEFT_OUT = ("inputs", "not_applicable")
_NEVER_CUT = 1_000_000


def provinces(repo: Path) -> list[str]:
    """The folders of all provinces, fictional ones too, as a person at the root of the repository writes them."""
    return sorted(head.parent.relative_to(repo).as_posix() for head in repo.glob("provinces/*/catalogue.yaml"))


def reports(repo: Path, as_of: str) -> dict[str, str]:
    """A JSON and a text report for every real province, and an overview."""
    made: dict[str, str] = {}
    kept: list[Report] = []
    with contextlib.chdir(repo):
        for folder in provinces(repo):
            report = validate([Path(folder)], Options(as_of), Workspace())
            if report.sections[0].kind == "sample":
                continue
            kept.append(report)
            name = Path(folder).name
            made[f"reports/{name}.json"] = as_json(report)
            made[f"reports/{name}.txt"] = text_report.render(report, "zh", text_report.plain, shown=_NEVER_CUT)
    made["reports/README.md"] = _overview(kept, as_of)
    return made


def committed_date(repo: Path) -> str:
    """The day of the committed reports; ``""`` where there are none."""
    overview = repo / "reports" / "README.md"
    found = _DATE.search(overview.read_text("utf-8")) if overview.is_file() else None
    return found[1] if found else ""


def as_json(report: Report) -> str:
    """What is said of one province, one finding or judgement after the other."""
    whole: dict[str, Any] = json_report.value(report, "zh")
    kept = {name: whole[name] for name in ("as_of", "complete")}
    sections = [{key: each for key, each in part.items() if key not in _LEFT_OUT} for part in whole["sections"]]
    return json.dumps({**kept, "edition": report.edition, "sections": sections}, ensure_ascii=False, indent=1) + "\n"


def _overview(kept: list[Report], as_of: str) -> str:
    heads = ("清单", "事项", "错误", "警告", "提示", "已判断", "未定", "没有写")
    rows = list(_rows(kept))
    lead = (
        f"`provinces/` 里每份真实清单的校验结果，以 {as_of} 为准。这些发现在意料之中，照实保留；"
        "`make` 只在结果与这里不同时失败。.txt 给人看，.json 给程序看。"
        "存档和收集的指南说的是它们自己那一天的文字，不是今天的做法。"
    )
    rules = kept[0].rules_run if kept else ()
    return page("校验报告", lead, [*table(heads, rows), f"运行的规则（{len(rules)} 条）：{codes(rules)}"])


def _rows(kept: list[Report]) -> Iterator[tuple[str, ...]]:
    for report in kept:
        section = report.sections[0]
        levels = (Severity.ERROR, Severity.WARNING, Severity.INFO)
        counts = [section.items, *(report.count(level) for level in levels)]
        counts += [section.pairs.get(word, 0) for word in ("decided", "unsettled", "not_stated")]
        link = f"[{text(section.name)}]({Path(section.label).name}.txt)"
        yield (link, *map(str, counts))
