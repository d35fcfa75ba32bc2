"""Rules on papers that people cannot bring, or should not have to: abolished ones, and those of one bank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from qingdan.loading.catalogue import Effective
from qingdan.model import dates
from qingdan.model.division_names import short_names
from qingdan.model.divisions import Divisions
from qingdan.model.parts import Material
from qingdan.rules.paths import Below
from qingdan.rules.record import Hit, Rule, RuleContext, Said, Severity
from qingdan.rules.tables import hit
from qingdan.rules.words import pairs

#: Evidence of a fact that carries no more than a remark.
_WEAK = ("recalled", "inferred")
#: Banks of the whole country, and those whose names hold no place; banks of a place are known by the place.
_BANKS = tuple(
    "工商 农业 中国 建设 交通 邮政储蓄 邮储 招商 浦发 浦东发展 中信 光大 华夏 民生 兴业 广发 平安 浙商 渤海 恒丰"
    " 农村商业 农商 农村合作 村镇 徽商 龙江 晋商 齐鲁 中原 长安 富滇 泰隆 民泰 稠州 华润 南粤"
    " 蒙商 盛京 威海市商业".split()
)
_BANK = re.compile(r"[\u4e00-\u9fff]{0,12}?(?=银行)")
_SHORT = re.compile("工行|农行|中行|建行|交行|邮储卡|招行|农信社?|农商行|信用社|信用联社")
_ACCOUNT = re.compile("卡|存折|账|帐|户")


def papers(subject: Effective) -> Iterator[tuple[Below, Material, str]]:
    """Every paper that people are to bring: where it stands, the material it belongs to, its name."""
    for index, material in enumerate(subject.layers[-1].record.get("materials", [])):
        if material.get("by") == "agency":
            continue
        options = material.get("any_of", [])
        for number, option in enumerate(options):
            if "text" in option:
                yield ("materials", index, "any_of", number, "text"), material, option["text"]
        if not options:
            yield ("materials", index, "name"), material, material["name"]


def abolished_paper(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A paper that was no longer issued on the day of the text; undated texts kept as printed are not judged."""
    if context.printed and not subject.as_of:
        return
    registries, day = context.edition.registries, context.day_of(subject)
    for below, _, name in papers(subject):
        for id in dict.fromkeys(paper.id for paper in registries.evidence.printed(name).papers):
            gone = registries.abolished.get(id)
            if gone is None or not dates.known_before(gone["since"], day):
                continue
            names = registries.evidence.names
            said = {"since": gone["since"], "document": gone["document"], "grade": gone["evidence"]}
            successor = names.get(gone.get("successor", ""), "")
            extra = {"paper": names[id], **said, "scope": gone.get("scope", ""), "successor": successor}
            severity = Severity.INFO if gone["evidence"] in _WEAK else None
            yield hit(subject, below, args={"name": name, "id": id}, extra=extra, severity=severity)


@lru_cache(maxsize=4)
def _places(divisions: Divisions) -> frozenset[str]:
    return frozenset(short for division in divisions for short in short_names(division.name))


def bank_of(name: str, divisions: Divisions) -> str:
    """The one bank whose card or account a name asks for; empty where it names none, or lets people choose.

    A bank is named by a word of the table, or by a place: 哈尔滨银行卡; 开户银行账号 names none.
    """
    if not _ACCOUNT.search(name):
        return ""
    found = {match[0] for match in _SHORT.finditer(name)}
    for match in _BANK.finditer(name):
        word = next((bank for bank in _BANKS if match[0].endswith(bank)), "") or _place_before(match[0], divisions)
        if word:
            found.add(f"{word}银行")
    return next(iter(found)) if len(found) == 1 else ""


def _place_before(text: str, divisions: Divisions) -> str:
    places = _places(divisions)
    return next((text[-size:] for size in (4, 3, 2) if text[-size:] in places), "")


def one_bank(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A card or account of one bank and no other is asked for."""
    for below, material, name in papers(subject):
        bank = bank_of(name, context.divisions)
        if bank and len(material.get("any_of", [])) < 2:
            yield hit(subject, below, args={"name": name}, extra={"bank": bank})


_ITEM = "schema: items/1\nitems:\n  - id: SL-01\n    name: 一次性创业补贴申领\n    materials:\n"
_GRADES = pairs("grade")

RULES = (
    Rule(
        id="MAT010", severity=Severity.WARNING, scope="item", since="0.1", reads=("materials",),
        title=Said("要的证件已经不再发放", "A paper that is no longer issued"),
        message=Said("“{paper}”自 {since} 起不再发放（{document}，{grade}）；范围：{scope}；现在用：{successor}",
                     "'{paper}' is no longer issued since {since} ({document}; {grade}); for whom: {scope}; "
                     "used instead: {successor}"),
        advice=Said("核对这份证件现在还有没有；没有的改成现在用的，或者删去这一项",
                    "Check whether it still exists; if not, name what is used now, or remove it"),
        why=Said("办事人拿不出已经取消的证件", "Nobody can bring a paper that is no longer issued"),
        words={"grade": _GRADES, "scope": {"": Said("没有区分", "everybody")},
               "successor": {"": Said("没有记录", "not recorded")}},
        bad=_ITEM + "      - {name: 税务登记证}\n", good=_ITEM + "      - {name: 营业执照}\n", check=abolished_paper,
    ),
    Rule(
        id="MAT011", severity=Severity.INFO, scope="item", since="0.1", reads=("materials",),
        title=Said("只要一家银行的卡或账户", "A card or account of one bank only"),
        message=Said("“{name}”写的是一家银行（{bank}）的卡或账户",
                     "'{name}' asks for a card or account of one bank ({bank})"),
        advice=Said("本人的社会保障卡或别家银行的账户也可以的，照此写；只能用这一家的，写明依据",
                    "Say so if the social security card or another bank will do; if not, state the basis"),
        why=Said("没有这家银行账户的人要另外去开户", "Whoever has no account there must open one first"),
        bad=_ITEM + "      - {name: 北京银行借记卡}\n", good=_ITEM + "      - {name: 本人银行卡}\n", check=one_bank,
    ),
)  # fmt: skip
