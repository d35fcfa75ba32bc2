"""The employment guides of Zhejiang's department as of 2018 → items.

The columns of its list of papers stand one off their heads: ``IsRequired`` holds the detailed demand and ``Remark`` the
necessity, with the case in which the paper is needed in brackets below.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from guides import texts
from guides.judging import Judge
from guides.materials import materials

Raw = Mapping[str, Any]
AS_OF = "2018"
PUBLISHER = "浙江省人力资源和社会保障厅"
_TYPES = {"行政许可": "licence", "公共服务事项": "public-service"}
_NOTHING = "本事项无需提交办理材料。"


def identity(raw: Raw) -> str:
    """``ZJ-2018-57``: the number of the record in the source."""
    return f"ZJ-2018-{raw['seq']}"


def item(judge: Judge, raw: Raw) -> dict[str, Any]:
    """One guide as an item of the archived list."""
    judged = judge.of(identity(raw))
    tabs = raw["TabContents"]
    values: dict[str, Any] = {
        "id": identity(raw),
        "name": raw["事项标题"],
        "type": _TYPES[raw["事项类型"]],
        "origin": "" if judged.get("implements") else "province",
        "legal_basis": texts.citations(tabs.get("法定依据") or tabs.get("实施依据")),
        "provider": _provider(raw),
        "audience": [judge.member("audience", each) for each in _audience(raw)],
        "places": [judge.member("place", each) for each in judged.get("places", [])],
        "conditions": [judge.condition(line) for line in judged["conditions"]],
        "materials": _materials(judge, raw, judged),
        "result": _result(raw),
        "channels": _channels(judge, raw),
        "contact": _contact(raw),
        "steps": _steps(tabs["办理流程"]),
        "statutory_limit": [texts.limit(raw["法定期限"])] if raw["法定期限"] else [],
        "promised_limit": [texts.limit(raw["承诺期限"])] if raw["承诺期限"] else [],
        "visits": [{"amount": int(raw["办事者到办事现场次数"].removesuffix("次"))}],
        "fee": {"charged": "no", "text": judged["fee"]} if "fee" in judged else {},
        "complaint": {"phone": raw["监督投诉电话"]},
        "implements": judge.implements(judged.get("implements", [])),
        "source": _source(raw, judged),
        "notes": judged.get("notes", []),
    }
    return {key: each for key, each in values.items() if each not in ({}, [], None, "") or key == "materials"}


def _provider(raw: Raw) -> dict[str, str]:
    columns = {"authority": "主管部门", "accepts": "受理机构", "decides": "决定机构", "power_source": "权力来源"}
    return {key: raw[column] for key, column in columns.items() if raw.get(column)}


def _audience(raw: Raw) -> list[str]:
    """Public services have a column for it; otherwise the last line of the scope repeats it without remarks."""
    printed = raw["服务对象"] or raw["适用范围"].splitlines()[-1]
    return [each.strip() for each in printed.split(",")]


def _materials(judge: Judge, raw: Raw, judged: Raw) -> list[dict[str, Any]]:
    if raw["TabContents"].get("办理材料") == _NOTHING:
        return []
    result = []
    for row in raw["申请材料"]:
        name = row["Name"].split("\n")[0].strip()
        rest = {**_necessity(row, judged.get("when", {}).get(name)), **_particulars(row)}
        if name in judged.get("remarks", {}):
            rest["note"] = judged["remarks"][name]
        result += materials(judge, name, rest, judged.get("any_of", {}))
    return result


def _necessity(row: Raw, when: str | None) -> dict[str, str]:
    degree, _, rest = (row["Remark"] or "").partition("\n")
    if degree == "必要":
        return {"necessity": "required"}
    if degree == "非必要":
        condition = when or rest.strip().strip("()（）").rstrip("。")
        return {"necessity": "conditional", "when": condition} if condition else {"necessity": "optional"}
    return {}


def _particulars(row: Raw) -> dict[str, Any]:
    """Form, number and issuer; the detailed demand is kept as a note where it says more than the number."""
    demand = row["IsRequired"] or ""
    number = texts.copies(demand)
    note = "" if re.fullmatch(r"一份。?", demand) else demand
    values = {"form": row["Detail"], "copies": number, "source": row["Type"], "note": note}
    return {key: each for key, each in values.items() if each}


def _result(raw: Raw) -> dict[str, Any]:
    if not raw["审批结果"]:
        return {}
    result: dict[str, Any] = {"type": raw["审批结果"]}
    match = re.fullmatch(r"送达时限：自作出决定之日起(\d+)个工作日内送达。\n送达方式：(.+)", raw["结果送达"])
    if not match:
        raise SystemExit(f"{identity(raw)}: delivery: {raw['结果送达']}")
    result["delivery"] = match[2].replace(" ", "、")
    result["delivery_limit"] = {"amount": int(match[1]), "unit": "working_day", "start": "decided"}
    return result


def _channels(judge: Judge, raw: Raw) -> list[dict[str, str]]:
    printed = (raw["申请方式"] or "").split()
    return [{"kind": judge.data["channels"][each]["kind"], "name": each} for each in printed]


def _contact(raw: Raw) -> dict[str, str]:
    """Phone, and address and hours, which share a column; the sentence between them says where in the house to go."""
    result = {"phone": raw["咨询电话"]}
    printed = raw["办公地址_时间"] or raw["办理时间"]
    if not printed:
        return result
    match = re.fullmatch(r"办公地址：\s*(.+?)请到该地址的(.+?)办理。\s*办理时间：\s*(.+)", printed)
    if not match:
        raise SystemExit(f"{identity(raw)}: address and hours: {printed}")
    window = match[2].strip()
    return {**result, "address": match[1].strip(), "window": window, "hours": match[3].strip()}


def _steps(printed: str) -> list[dict[str, str]]:
    chain = next((line for line in printed.splitlines() if re.search(r"[-—]", line)), "")
    return [{"name": each} for each in re.split(r"[-—]", chain) if each]


def _source(raw: Raw, judged: Raw) -> dict[str, Any]:
    tabs = raw["TabContents"]
    columns = {"适用范围": raw["适用范围"], "事项审查类型": raw["事项审查类型"], "责任处（科）室": raw["责任处_科_室"],
               "法定依据的条文": tabs.get("法定依据"), "办事者权利和义务": tabs.get("办事者权利和义务")}  # fmt: skip
    left_out = [name for name, text in columns.items() if text] + judged.get("left_out", [])
    result = {
        "title": f"“{raw['事项标题']}”办事指南",
        "publisher": PUBLISHER,
        "as_of": AS_OF,
        "evidence": "copy",
        "seen": "whole",
        "wording": "paraphrase",
    }
    return {**result, "left_out": left_out} if left_out else result
