"""Small registries for tests of the kinds of value."""

from __future__ import annotations

from qingdan.model import registry
from qingdan.model.registry import Registries, Vocabulary


def small_registries() -> Registries:
    """Papers, criteria and concepts enough to see every branch."""
    papers, kinds = registry.evidence(
        [
            {
                "id": "id-document",
                "name": "有效身份证件",
                "kind": "proof",
                "aliases": ["身份证"],
                "narrower": ["passport"],
            },
            {"id": "passport", "name": "护照", "kind": "proof"},
            {"id": "card", "name": "社会保障卡", "kind": "proof", "aliases": ["社保卡"]},
            {"id": "diploma", "name": "毕业证书", "kind": "proof"},
            {"id": "form", "name": "登记表", "kind": "form"},
        ]
    )
    criteria, stricter = registry.criteria(
        [
            {"id": "insured-months", "wording": "缴费满若干月", "parameter": "月", "stricter": "more"},
            {"id": "registered", "wording": "已登记失业", "implies": ["jobless"]},
            {"id": "jobless", "wording": "无业"},
            {"id": "hukou", "wording": "本地户籍"},
        ]
    )
    places = registry.concepts("place", [{"id": each, "name": each} for each in ("a", "b", "c", "d")])
    audience = registry.concepts(
        "audience",
        [
            {"id": "person", "name": "自然人"},
            {"id": "graduate", "name": "毕业生", "broader": ["person"]},
            {"id": "company", "name": "企业"},
            {"id": "charity", "name": "社会组织"},
            {"id": "legal", "name": "法人", "atoms": ["company", "charity"]},
        ],
    )
    channels = registry.concepts(
        "channel",
        [
            {"id": "online", "name": "网上"},
            {"id": "app", "name": "移动端", "broader": ["online"]},
            {"id": "counter", "name": "窗口"},
        ],
        "narrower",
    )
    case = registry.concepts("case", [{"id": "skill-5", "name": "初级(五级)", "aliases": ["五级", "初级"]}])
    lists = {"places": "place", "audience": "audience", "channels": "channel"}
    concepts: dict[str, Vocabulary] = {"place": places, "audience": audience, "channel": channels, "case": case}
    documents = registry.documents(
        [
            {"id": "old", "title": "办法", "number": "财社〔2017〕164号", "kind": "notice", "status": "replaced", "successor": "new", "evidence": "copy", "seen": "part"},
            {"id": "new", "title": "办法", "number": "财社〔2023〕181号", "kind": "notice", "status": "in_force", "evidence": "copy", "seen": "part"},
            {"id": "law", "title": "就业促进法", "kind": "law", "status": "in_force", "evidence": "copy", "seen": "whole"},
        ]
    )  # fmt: skip
    return Registries(papers, kinds, criteria, stricter, concepts, lists, documents)
