"""The fictional edition 2099 of the tutorial: the edition 2025 with a few invented changes.

``scripts/generate.py`` writes it. It exists so that ``qingdan upgrade`` and ``qingdan diff`` can be tried. Nothing in
it was ever decided by anybody. Its invented items have high numbers (``JY-0494``), out of the way of those that go on
counting.
"""

from __future__ import annotations

import re
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent
SOURCE = REPO / "catalogue" / "2025"
TARGET = "docs/tutorial/edition-2099/"

_COPIED = (
    "items/*.yaml", "requirements/*.yaml", "concepts/*.yaml", "documents.yaml", "evidence.yaml", "criteria.yaml",
    "groups.yaml", "ways.yaml",
)  # fmt: skip
_NOTICE = "# 虚构的教学用版本（2099），不是任何国家规定：由 2025 版改动几处而成，只用来试 upgrade 和 diff。\n"
_HEAD = """\
schema: edition/1
id: "2099"
name: 虚构的教学用基准 2099（不是国家规定）
kind: sample
as_of: "2026-11-22"
succeeds: "2025"
source:
  title: 虚构的教学用基准 2099（不是国家规定）
  publisher: 清单项目
  as_of: "2026-11-22"
  evidence: sample
  seen: whole
note:
  - 全部改动都是虚构的，只用来试 qingdan upgrade 和 qingdan diff；任何人都不要据此办事。
  - 没有改动的内容照抄 2025 版；改动的地方都写着“虚构”。
"""
_SAMPLE = "basis: [{document: fictional-2099, evidence: sample, seen: whole}]\n"
#: File → the passages that are changed; each stands there exactly once, unless a count says more.
_CHANGES: dict[str, list[tuple[str, str]]] = {
    "documents.yaml": [
        # the document on which all invented changes rest
        ("documents:\n",
         "documents:\n"
         "  - {id: fictional-2099, title: 关于试验升级的通知（虚构）, kind: notice, status: in_force,\n"
         "     evidence: sample, seen: whole}\n"),
    ],
    "items/04-registration.yaml": [
        # tightened: 3 → 2 working days, 5 → 2 working days, and no paper at all
        ("limits: [{amount: 3, unit: working_day, start: application-received}]",
         "limits: [{amount: 2, unit: working_day, start: application-received}]"),
        ("失业登记最长三个工作日办结，窗口和网上都一样。", "失业登记最长两个工作日办结（虚构）。"),
        ("limits: [{amount: 5, unit: working_day, start: registered}]",
         "limits: [{amount: 2, unit: working_day, start: registered}]"),
        ("登记以后五个工作日内要联系本人，打电话、发短信等都可以。", "登记以后两个工作日内要联系本人（虚构）。"),
        ("asks: [{id: id-document, name: 有效身份证件}]", "asks: []"),
        ("办失业登记只能要身份证件；登记表和书面承诺由本人填写，不算证明。",
         "办失业登记不要任何证明，身份由系统核验（虚构）。"),
        # renamed, with one deadline changed
        ("  - id: JY-0402\n    name: 就业登记\n",
         "  - id: JY-0495\n    moved: [JY-0402]\n    name: 就业登记和变更（虚构）\n"),
        ("JY-0402-R01", "JY-0495-R01"), ("JY-0402-R02", "JY-0495-R02"), ("JY-0402-R03", "JY-0495-R03"),
        ("limits: [{amount: 30, unit: day, start: hired, case: 用人单位招用}]",
         "limits: [{amount: 15, unit: day, start: hired, case: 用人单位招用}]"),
        ("用人单位招用人员，自招用之日起三十日内办就业登记。",
         "用人单位招用人员，自招用之日起十五日内办就业登记（虚构）。"),
        # added
        ("  - id: JY-0403\n",
         "  - id: JY-0494\n    name: 零工服务登记（虚构）\n    theme: registration\n    evidence: sample\n"
         "    audience: [{id: natural-person}]\n    requirements:\n      - id: JY-0494-R01\n        element: fee\n"
         f'        relation: within\n        value:\n          fee: {{charged: "no"}}\n        {_SAMPLE}'
         "        explains: 零工服务登记不收费（虚构）。\n\n  - id: JY-0403\n"),
    ],
    "requirements/all.yaml": [
        ("JY-0401, JY-0402,", "JY-0401, JY-0495,"), ("JY-0102, JY-0402, JY-0603", "JY-0102, JY-0495, JY-0603"),
    ],
    "items/05-startup.yaml": [
        # split in two
        ("  - id: JY-0502\n    name: 创业担保贷款申请\n",
         "  - id: JY-0594\n    moved: [JY-0502]\n    name: 小微企业创业担保贷款申请（虚构）\n    theme: startup\n"
         "    evidence: sample\n    audience: [{id: small-micro-enterprise}]\n\n"
         "  - id: JY-0593\n    moved: [JY-0502]\n    name: 个人创业担保贷款申请（虚构）\n"),
        ("audience: [{id: natural-person}, {id: small-micro-enterprise}]", "audience: [{id: natural-person}]"),
        ("aliases: [创业担保贷款, 我要申请创业担保贷款,", "aliases: [我要申请创业担保贷款, 个人创业担保贷款,"),
        ("      - {text: 个人创业担保贷款, relation: part, seen_in: guides, note: 只办个人的}\n"
         "      - {text: 小微企业创业担保贷款, relation: part, note: 只办小微企业的}\n", ""),
        *((f"JY-0502-R0{number}", f"JY-0593-R0{number}") for number in range(1, 6)),
    ],
    "items/02-placement.yaml": [
        # cancelled, with a successor
        ("  - id: JY-0202\n",
         "  - id: JY-0202\n    state: cancelled\n    cancelled_on: \"2099-01-01\"\n    successor: JY-0201\n"),
    ],
    "items/09-foreign.yaml": [
        # cancelled, without one
        ("  - id: JY-0902\n", "  - id: JY-0902\n    state: cancelled\n    cancelled_on: \"2099-01-01\"\n"),
    ],
    "items/10-files.yaml": [
        # tightened: one place more
        ("            - {id: employer-place, text: 现工作单位所在地}\n",
         "            - {id: employer-place, text: 现工作单位所在地}\n"
         "            - {id: usual-residence, text: 常住地}\n"),
        ("档案可以存户籍地，也可以存现工作单位所在地，由本人选。",
         "档案可以存户籍地、现工作单位所在地或者常住地，由本人选（虚构）。"),
    ],
    "items/11-insurance.yaml": [
        # loosened: 10 → 15 working days; tightened for the office: 12 → 24 months to apply
        ("      - id: JY-1103-R01\n        element: promised_limit\n        relation: within\n        value:\n"
         "          limits: [{amount: 10,",
         "      - id: JY-1103-R01\n        element: promised_limit\n        relation: within\n        value:\n"
         "          limits: [{amount: 15,"),
        ("技能提升补贴自收到申请之日起，最长十个工作日办完。",
         "技能提升补贴自收到申请之日起，最长十五个工作日办完（虚构）。"),
        ("limits: [{amount: 12, unit: month, start: certificate-issued}]",
         "limits: [{amount: 24, unit: month, start: certificate-issued}]"),
        ("证书核发之日起十二个月内可以申领，不得比这更短。", "证书核发之日起二十四个月内可以申领（虚构）。"),
    ],
    "requirements/subsidies.yaml": [
        # loosened: 12 → 18 months
        ("months: [{amount: 12, bound: max}]", "months: [{amount: 18, bound: max}]"),
        ("就业见习最长十二个月。", "就业见习最长十八个月（虚构）。"),
    ],
    "ways.yaml": [
        # the ways lead to what was renamed, and to both that were one
        ("{item: JY-0402, words", "{item: JY-0495, words"), ("[JY-0402, JY-0403,", "[JY-0495, JY-0403,"),
        ("JY-0402, JY-1105", "JY-0495, JY-1105"), ("JY-0502, JY-1201", "JY-0593, JY-0594, JY-1201"),
        ("  - {item: JY-0502, words: [创业贷款, 创业贴息贷款, 开店贷款, 小额担保贷款]}\n",
         "  - {item: JY-0593, words: [创业贷款, 创业贴息贷款, 开店贷款, 小额担保贷款]}\n"
         "  - {item: JY-0594, words: [创业贷款, 创业贴息贷款, 开店贷款, 小额担保贷款]}\n"),
    ],
}  # fmt: skip


#: The requirements with an invented value: they rest on the invented document alone.
_INVENTED = (
    "JY-0401-R02", "JY-0401-R03", "JY-0401-R05", "JY-0495-R01", "JY-1001-R01", "JY-1103-R01", "JY-1103-R07",
    "TRAINEE-R01",
)  # fmt: skip
_BASIS = r"( +)basis:\n(?:\1  +.*\n)+"


def _rebased(text: str, id: str) -> str:
    """The text with the bases of one requirement replaced."""
    start = text.index(f"- id: {id}\n")
    return text[:start] + re.sub(_BASIS, lambda found: found[1] + _SAMPLE, text[start:], count=1)


def made() -> dict[str, str]:
    """Every file of the edition: path below the repository → text."""
    head = (SOURCE / "edition.yaml").read_text("utf-8")
    files = {f"{TARGET}edition.yaml": _NOTICE + _HEAD + head[head.index("themes:\n") :]}
    for path in sorted(path for pattern in _COPIED for path in SOURCE.glob(pattern)):
        name = path.relative_to(SOURCE).as_posix()
        text = path.read_text("utf-8")
        for old, new in _CHANGES.get(name, []):
            if text.count(old) != 1:
                raise SystemExit(f"{name}: stands there {text.count(old)} times, not once: {old!r}")
            text = text.replace(old, new)
        for id in _INVENTED:
            text = _rebased(text, id) if f"- id: {id}\n" in text else text
        files[f"{TARGET}{name}"] = _NOTICE + text
    return files
