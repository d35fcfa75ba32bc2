"""The rules, from their records, and what became of the rules that were proposed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.reference.markdown import code, fenced, page, table, text

import qingdan
from qingdan.printing.words import SEVERITY
from qingdan.reading import read_document
from qingdan.rules import all_rules
from qingdan.rules.record import Rule

FATES = Path(qingdan.__file__).parent / "rules" / "fates.yaml"
_LEAD = (
    "规则检查清单本身写得对不对；与全国要求是否相符，用[全国要求](requirements.md)自己的编号报告。编号不变、不再用。"
    "`qingdan explain 编号` 显示同样的内容。"
)
_FATES = {"requirement": "全国要求", "row": "表中的一行", "rule": "规则", "not_built": "没有做"}
_SCOPES = {
    "reading": "读文件时", "structure": "查结构时", "table": "导入表格时", "item": "事项",
    "catalogue": "整份清单", "edition": "全国基准", "waiver": "豁免",
}  # fmt: skip


def _rule(rule: Rule) -> Iterator[str]:
    yield f"## {rule.id} {text(rule.title.zh)}"
    yield ""
    yield text(rule.title.en)
    yield ""
    by = f"，由 {rule.successor} 代替" if rule.successor else ""
    status = "" if rule.status == "active" else f"；已停用{by}"
    whole = "；只用于收齐的清单" if rule.needs_whole else ""
    yield (
        f"- 级别：{SEVERITY(rule.severity.word, 'zh')}；检查：{_SCOPES[rule.scope]}{whole}；始于 {rule.since}{status}"
    )
    if rule.enforces:
        yield f"- 依据：{text(rule.enforces)}"
    for label, said, show in (
        ("为什么", rule.why, text),
        ("怎么说", rule.message, code),
        ("怎么办", rule.advice, code),
    ):
        yield f"- {label}：{show(said.zh)}"
        yield f"    - {show(said.en)}"
    yield ""
    for label, example in (("不好的例子：", rule.bad), ("好的例子：", rule.good)):
        if example:
            yield label
            yield ""
            yield from fenced(example, "yaml")


def _overview(groups: dict[str, list[Rule]]) -> Iterator[str]:
    yield from table(
        ("编号", "级别", "标题", "Title"),
        (
            (f"[{rule.id}](rules-{group}.md#{_anchor(rule)})", SEVERITY(rule.severity.word, "zh"), text(rule.title.zh),
             text(rule.title.en))
            for group, rules in groups.items()
            for rule in rules
        ),
    )  # fmt: skip


def _anchor(rule: Rule) -> str:
    """The anchor that MkDocs gives the heading of a rule: of a Chinese title hardly anything is left."""
    plain = unicodedata.normalize("NFKD", f"{rule.id} {rule.title.zh}").encode("ascii", "ignore").decode()
    kept = "".join(each for each in plain if each.isalnum() or each in " _-").strip().lower()
    return "-".join(part for part in kept.replace(" ", "-").split("-") if part)


def _fates() -> dict[str, str]:
    if not FATES.is_file():
        return {}
    value: Any = read_document(FATES.name, FATES.read_bytes()).value
    rows = [
        (text(row["candidate"]), _FATES.get(row["fate"], text(row["fate"])),
         "、".join(_linked(id) for id in row.get("by", [])), text(row.get("because", "")))
        for row in value["fates"]
    ]  # fmt: skip
    lead = "研究时提出过的每条规则成了什么：哪条规则、哪项要求，或者为什么没有做。"
    return {"fates.md": page("候选规则的去向", lead, table(("候选", "去向", "规则或要求", "原因"), rows))}


def _linked(id: str) -> str:
    """A rule or a requirement with a link to where it is described."""
    rule = all_rules().get(id)
    where = f"rules-{rule.group}.md#{_anchor(rule)}" if rule else f"requirements.md#{id.lower()}"
    return f"[{id}]({where})"


def pages() -> dict[str, str]:
    """An overview, a page for each group of rules, and the table of fates."""
    groups: dict[str, list[Rule]] = {}
    for rule in all_rules().values():
        groups.setdefault(rule.group, []).append(rule)
    groups = {group: sorted(rules, key=lambda rule: rule.id) for group, rules in sorted(groups.items())}
    fates = _fates()
    lead = f"{_LEAD}研究时提出过的规则各自成了什么，见[候选规则的去向](fates.md)。" if fates else _LEAD
    made = {"rules.md": page("规则", lead, _overview(groups)), **fates}
    for group, rules in groups.items():
        lines = [line for rule in rules for line in _rule(rule)]
        made[f"rules-{group}.md"] = page(f"规则 {group}", "[全部规则](rules.md)", lines)
    return made
