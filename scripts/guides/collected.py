"""The 85 collected guides → rows of localities, or items where the guide is a province's.

Every column of the research is either taken here or is an error, so that nothing is dropped unseen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from guides import texts
from guides.judging import Judge
from guides.materials import materials, necessity

Raw = Mapping[str, Any]
_UNITS = {"工作日": "working_day", "日": "day", "即时": "immediate"}
#: Where the research gives no limit but says how the page words it instead.
_NO_LIMIT = {"按月", "日历节点"}
_TIME_CHANNELS = {"网上": "online", "现场": "counter"}
_CASE_TYPES = {"即办件": "instant", "承诺件": "promised"}
_FREE = {"无需收费", "不收费", "免费", "免费服务", "否"}
_PAGES = {"official": "官方网页", "secondary": "转载页", "practice": "公开代码文件"}
_KINDS = {"official": "official", "mirror": "secondary", "code-file": "practice"}
_TAKEN = {
    "id", "place", "code6", "level", "item_name_local", "canonical", "source", "complete", "kind", "as_of",
    "province_code6", "note", "materials", "conditions", "standard", "service_object", "steps", "channels", "basis",
    "time", "phone", "address", "fee", "hours", "window", "org", "complaint", "published", "places", "item_type",
    "materials_text", "scope", "result", "result_notice", "delivery", "materials_by_case", "project_type",
    "visits_text", "conflicts", "task_code", "standards", "validity", "applicant", "honour_level", "policy_window",
    "case_type", "visits", "exercise_level", "power_source", "item_version", "item_state", "basic_code", "impl_code",
    "biz_code",
}  # fmt: skip


#: What of a source was inferred → how the notes say it.
_INFERRED = {"place": "由[^;；]*推定", "date": "日期取自链接"}


def identity(raw: Raw) -> str:
    """The id of a row: the record's own, in capitals."""
    return str(raw["id"]).upper()


def place_name(raw: Raw) -> str:
    """The place as printed; that it was inferred from an address stands in the notes, not in the name."""
    return str(raw["place"]).removesuffix("(由域名推定)")


def record(judge: Judge, raw: Raw) -> dict[str, Any]:
    """One guide as a record: what an item and a row of a locality have in common."""
    unknown = set(raw) - _TAKEN
    if unknown:
        raise SystemExit(f"{raw['id']}: columns nobody takes: {sorted(unknown)}")
    judged = judge.of(raw["id"])
    values: dict[str, Any] = {
        "id": identity(raw),
        "name": judged.get("name", raw["item_name_local"]),
        **_identity(judge, raw, judged),
        **_who(judge, raw, judged),
        **_papers(judge, raw, judged),
        **_handling(judge, raw, judged),
        **_times(judge, raw, judged),
        **_benefit(raw, judged),
    }
    values["implements"] = judge.implements(judged.get("implements", judge.data["canonical"].get(raw["canonical"], [])))
    values["source"] = source(raw, judged)
    values["known_in_part"] = judged.get("known_in_part", []) if raw.get("complete") else ["all"]
    values["notes"] = _notes(raw, judged)
    return {key: each for key, each in values.items() if each not in ({}, [], None, "") or key == "materials"}


def _identity(judge: Judge, raw: Raw, judged: Raw) -> dict[str, Any]:
    codes = {"implementation": raw.get("task_code") or raw.get("impl_code"), "basic": raw.get("basic_code"),
             "handling": raw.get("biz_code")}  # fmt: skip
    codes = {key: each for key, each in codes.items() if each}
    kind = judge.member("item-type", raw["item_type"]).get("id") if "item_type" in raw else None
    return {
        "type": kind,
        "codes": {"scheme": "c0109", **codes} if codes else None,
        "legal_basis": [texts.citation(each) for each in raw.get("basis") or []],
        "standards": [{"number": each} for each in raw.get("standards", [])],
    }


def _who(judge: Judge, raw: Raw, judged: Raw) -> dict[str, Any]:
    def members(name: str, printed: list[str]) -> list[dict[str, str]]:
        return [judge.member(name, each) for each in printed]

    points = [judge.data["channels"][each].get("point") for each in raw.get("channels") or []]
    levels = judged.get("levels") or ([raw["exercise_level"]] if "exercise_level" in raw else [])
    return {
        "provider": {key: raw[column] for key, column in (("name", "org"), ("power_source", "power_source"))
                     if raw.get(column)},
        "levels": members("level", levels),
        "accepted_at": members("accepting-point", judged.get("accepted_at") or [each for each in points if each]),
        "decided_at": members("level", judged.get("decided_at", [])),
        "audience": members("audience", judged.get("audience") or raw.get("service_object", [])),
        "places": members("place", judged.get("places") or raw.get("places") or []),
        "conditions": [judge.condition(line) for line in judged.get("conditions", [])],
        "applicant_deadline": [{**each, "text": each.get("text", raw.get("window"))}
                               for each in judged.get("applicant_deadline", [])],
    }  # fmt: skip


def _papers(judge: Judge, raw: Raw, judged: Raw) -> dict[str, Any]:
    if "materials" in judged:
        return {"materials": judged["materials"]}
    if "materials" not in raw:
        return {}
    result = []
    for printed in raw["materials"]:
        rest = {key: printed[key] for key in ("case", "form", "copies", "source", "note") if key in printed}
        rest = {**necessity(judge, printed.get("necessity")), **rest}
        result += materials(judge, printed["name"], rest, judged.get("any_of", {}))
    return {"materials": result}


def _handling(judge: Judge, raw: Raw, judged: Raw) -> dict[str, Any]:
    channels = [{"kind": judge.data["channels"][each]["kind"], "name": each} for each in raw.get("channels") or []]
    columns = [(judged.get("result_as", "name"), "result"), ("notice", "result_notice"), ("delivery", "delivery")]
    result = {key: raw[column] for key, column in columns if raw.get(column)}
    contact = {key: raw[key] for key in ("phone", "address", "hours") if raw.get(key)}
    scope = {"scope": judged["scope"], "text": raw["scope"]} if "scope" in judged else {}
    return {
        "result": result,
        "channels": channels,
        "online": {"available": "yes", "text": judged["online"]} if "online" in judged else {},
        "contact": contact,
        "steps": [{"name": each} for each in raw.get("steps", [])],
        "cross_region": scope,
        "complaint": {"phone": raw["complaint"]} if raw.get("complaint") else {},
    }


def _times(judge: Judge, raw: Raw, judged: Raw) -> dict[str, Any]:
    promised: list[dict[str, Any]] = []
    statutory: list[dict[str, Any]] = []
    for printed in raw.get("time", []):
        value = _limit(printed, judged.get("limit_start", {}))
        if value:
            (statutory if printed.get("kind") == "法定" else promised).append(value)
    kind = raw.get("case_type") or raw.get("project_type")
    return {
        "case_type": _CASE_TYPES[kind] if kind else None,
        "statutory_limit": statutory,
        "promised_limit": promised,
        "visits": _visits(raw),
        "fee": _fee(raw),
    }


def _limit(printed: Raw, starts: Mapping[str, str]) -> dict[str, Any] | None:
    """One limit; a cell that is empty or holds no length of time gives none."""
    text, unit = printed.get("text", ""), printed.get("unit", "")
    if unit in _NO_LIMIT or not (unit or text):
        return None
    value: dict[str, Any] = {"unit": _UNITS[unit]}
    if value["unit"] != "immediate":
        value = {"amount": printed["days"], **value}
    if "channel" in printed:
        value["channel"] = _TIME_CHANNELS[printed["channel"]]
    if "step" in printed:
        value["step"] = printed["step"]
    if text in starts:
        value["start"] = starts[text]
    if "includes_publicity_days" in printed:
        days = printed["includes_publicity_days"]
        value["includes"] = [{"what": "publicity", "amount": days, "unit": "working_day"}]
    if "excludes" in printed:
        match = re.fullmatch(r"公示期(\d+)个工作日", printed["excludes"])
        if not match:
            raise SystemExit(f"what is left out of a limit: {printed['excludes']}")
        value["excludes"] = [{"what": "publicity", "amount": int(match[1]), "unit": "working_day"}]
    return {**value, "text": text} if text else value


def _visits(raw: Raw) -> list[dict[str, Any]]:
    if "visits" in raw:
        return [{"amount": raw["visits"]}]
    if raw.get("visits_text") == "只跑一次":
        return [{"amount": 1, "text": raw["visits_text"]}]
    return []


def _fee(raw: Raw) -> dict[str, str]:
    if not raw.get("fee"):
        return {}
    if raw["fee"] not in _FREE:
        raise SystemExit(f"{raw['id']}: charged or not? {raw['fee']}")
    return {"charged": "no", "text": raw["fee"]}


def _benefit(raw: Raw, judged: Raw) -> dict[str, Any]:
    without = judged.get("without", [])
    window = {"window": raw.get("window") or raw.get("policy_window")}
    return {
        **{key: judged[key] for key in ("amount", "ratio", "months") if key in judged},
        "benefit_text": None if "standard" in without else raw.get("standard"),
        "guide": {key: each for key, each in window.items() if each},
    }


def evidence_of(raw: Raw) -> str:
    """How good the page is: official page, repost, or a public code file."""
    if raw.get("kind") in _KINDS:
        return _KINDS[raw["kind"]]
    host = re.match(r"https?://([^/]+)", raw.get("source", ""))
    if not host:
        return "practice"
    return "official" if re.search(r"\.gov\.cn$", host[1]) else "secondary"


def source(raw: Raw, judged: Raw) -> dict[str, Any]:
    """Where a guide was read. Only an official page is named by its address."""
    evidence = evidence_of(raw)
    day = raw.get("as_of") or raw.get("published")
    result: dict[str, Any] = {"title": f"{place_name(raw)}“{raw['item_name_local']}”（{_PAGES[evidence]}）"}
    if raw.get("published"):
        result["date"] = raw["published"]
    if day:
        result["as_of"] = day
    if evidence == "official":
        result["url"] = raw["source"]
    result |= {"evidence": evidence, "seen": "whole" if raw.get("complete") else "part"}
    prose = [key for key in ("conditions", "standard", "materials_text", "note") if raw.get(key)]
    result["wording"] = "paraphrase" if prose else "printed"
    left_out = list(judged.get("left_out", []))
    if raw.get("conditions") and not {"conditions", "places"} & set(judged):
        left_out.append("受理条件")
    notes = " ".join(_notes(raw, judged))
    inferred = [part for part, pattern in _INFERRED.items() if re.search(pattern, notes)]
    return {**result, **({"left_out": left_out} if left_out else {}), **({"inferred": inferred} if inferred else {})}


def _notes(raw: Raw, judged: Raw) -> list[str]:
    printed = re.split(r"[;；]", raw.get("note") or "")
    notes = list(judged.get("notes", [each.strip() for each in printed if each.strip()]))
    if "由域名推定" in raw["place"]:
        notes.append("地名由域名推定")
    return notes
