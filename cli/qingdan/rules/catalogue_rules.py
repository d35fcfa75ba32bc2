"""The records of the rules on a list as a whole; their functions are in ``catalogue``."""

from __future__ import annotations

from qingdan.rules import catalogue, catalogue_examples
from qingdan.rules.record import Rule, Said, Severity

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
_ITEMS = "--- file: items/a.yaml\nschema: items/1\nitems:\n"
_ROW = (
    '--- file: localities/990100.yaml\nschema: locality/1\narea: "990100"\nname: 示例市\nlevel: prefecture\n'
    "items:\n  - {{id: SL-A, item: SL-01, status: not_claimed{}}}\n"
)

RULES = (
    Rule(
        id="CAT001", severity=_ERROR, scope="catalogue", since="0.1",
        title=Said("编号重复", "An id is used twice"),
        message=Said("编号 {id} 已经用过", "The id {id} is used already"),
        advice=Said("给其中一个新编号；是同一事项的，合成一条",
                    "Give one of them a new id, or join them if they are one"),
        why=Said("编号是链接、豁免和变更记录的依据，一个编号只能代表一个事项",
                 "Links, waivers and change logs rest on ids; one id stands for one thing"),
        bad=_ITEMS + "  - {id: SL-01, name: 失业登记}\n  - {id: SL-01, name: 就业登记}\n",
        good=_ITEMS + "  - {id: SL-01, name: 失业登记}\n  - {id: SL-02, name: 就业登记}\n",
        check=catalogue.duplicate_id,
    ),
    Rule(
        id="CAT002", severity=_ERROR, scope="catalogue", since="0.1",
        title=Said("没有任何事项", "There is no item"),
        message=Said("清单里没有任何事项，什么也没有检查", "The list holds no item; nothing was checked"),
        advice=Said("核对路径；事项写在 items/ 里", "Check the path; items belong below items/"),
        why=Said("什么也没检查不能算通过", "Checking nothing is no pass"),
        bad="--- file: items/a.yaml\nschema: items/1\nitems: []\n",
        good=_ITEMS + "  - {id: SL-01, name: 失业登记}\n", check=catalogue.nothing_to_check,
    ),
    Rule(
        id="CAT003", severity=_WARNING, scope="catalogue", since="0.1", needs_whole=True,
        enforces="《关于进一步健全就业公共服务体系的意见》（人社部发〔2025〕21号）",
        title=Said("全国事项没有对应", "A national item is not covered"),
        message=Said("没有事项对应全国事项 {item} {name}", "No item implements the national item {item} {name}"),
        advice=Said("已有这项服务的，在事项里写 implements: [{{item: {item}}}]；没有的，请核实后补充；"
                    "清单只收了一部分的，把 completeness 写成 partial",
                    "If it is offered, write implements: [{{item: {item}}}]; if the list is partial, say so"),
        why=Said("省级清单应当涵盖全国的基本事项；这里的全国基准据公开文件整理，不是官方清单，缺项请先核实",
                 "A province's list should contain the national items; this edition is not the official list, so "
                 "check"),
        bad=catalogue_examples.WHOLE.format(""),
        good=catalogue_examples.WHOLE.format("  - {id: SL-99, name: 个人档案服务, implements: [{item: JY-0403}]}\n"),
        check=catalogue.uncovered_item,
    ),
    Rule(
        id="CAT004", severity=_ERROR, scope="catalogue", since="0.1", needs_whole=True,
        enforces="《中华人民共和国就业促进法》第三十五条",
        title=Said("就业促进法第三十五条的服务没有对应", "A service of article 35 is not covered"),
        message=Said("没有事项对应法定免费服务“{name}”", "No item offers the free service '{name}'"),
        advice=Said("已有这项服务的，在事项里用 implements 写明对应 {items}；没有的，请核实后补充",
                    "If it is offered, link the item to {items} with implements"),
        why=Said("这几类服务由法律规定，县级以上公共就业服务机构免费提供",
                 "The law asks public employment agencies to offer these services free of charge"),
        bad=catalogue_examples.without("JY-0101"), good=catalogue_examples.without(""),
        check=catalogue.uncovered_service,
    ),
    Rule(
        id="CAT005", severity=_WARNING, scope="catalogue", since="0.1",
        enforces="《关于进一步健全就业公共服务体系的意见》（人社部发〔2025〕21号）",
        title=Said("既没有对应全国事项，也没有写明来源", "Neither a national item nor an origin"),
        message=Said("“{name}”没有对应全国事项，也没有写明由哪一级增设",
                     "'{name}' implements no national item and does not say who added it"),
        advice=Said("是全国事项的写 implements；是地方特色的写 origin: province（或 prefecture、county）",
                    "Write implements, or origin: province (prefecture, county) for a local item"),
        why=Said("特色事项要与基本事项分得清，也不能代替基本事项",
                 "Local items must be told from the basic ones and cannot replace them"),
        bad=_ITEMS + "  - {id: SL-01, name: 人才公寓申请}\n",
        good=_ITEMS + "  - {id: SL-01, name: 人才公寓申请, origin: province}\n", check=catalogue.no_origin,
    ),
    Rule(
        id="CAT006", severity=_INFO, scope="catalogue", since="0.1",
        title=Said("两个事项同名", "Two items with one name"),
        message=Said("“{name}”与事项 {other} 同名", "'{name}' is also the name of item {other}"),
        advice=Said("是同一事项的合成一条；不是的，名称里写出差别", "Join them, or tell them apart by name"),
        why=Said("补充的事项不应与已有的交叉重叠，办事人也分不清该选哪个",
                 "Items should not overlap, and readers cannot tell which one to choose"),
        bad=_ITEMS + "  - {id: SL-01, name: 失业登记, implements: [{item: JY-0401}]}\n"
                     "  - {id: SL-02, name: 失业登记, implements: [{item: JY-0401}]}\n",
        good=_ITEMS + "  - {id: SL-01, name: 失业登记, implements: [{item: JY-0401}]}\n"
                      "  - {id: SL-02, name: 失业登记注销, implements: [{item: JY-0401}]}\n", check=catalogue.same_name,
    ),
    Rule(
        id="CAT007", severity=_INFO, scope="catalogue", since="0.1", needs_whole=True, from_grade="whole",
        enforces="《关于进一步健全就业公共服务体系的意见》（人社部发〔2025〕21号）",
        title=Said("有的事项没有写业务规程", "Items without an operating rule"),
        message=Said("{total} 个事项里有 {count} 个没有写业务规程，如 {items}",
                     "{count} of {total} items name no operating rule, such as {items}"),
        advice=Said("在 guide.operating_rule 写业务规程的名称或文号", "Name it in guide.operating_rule"),
        why=Said("办事指南和业务规程是清单的配套，经办人员照它办理",
                 "Guide and operating rule belong to each item; staff work by the latter"),
        bad=_ITEMS + "  - {id: SL-01, name: 失业登记}\n",
        good=_ITEMS + "  - {id: SL-01, name: 失业登记, guide: {operating_rule: 失业登记业务规程}}\n",
        check=catalogue.no_operating_rule,
    ),
    Rule(
        id="CAT008", severity=_WARNING, scope="catalogue", since="0.1",
        title=Said("未承接而没有写原因", "Not claimed, without a reason"),
        message=Said("事项 {item} 写明未承接，没有写原因", "Item {item} is not claimed here, and no reason is given"),
        advice=Said("用 because 写明原因，以及办事人可以去哪里办",
                    "Give the reason in because, and where people can go"),
        why=Said("办事人需要知道这里不办、该去哪里", "People need to know where to go instead"),
        bad=_ITEMS + "  - {id: SL-01, name: 失业登记}\n" + _ROW.format(""),
        good=_ITEMS + "  - {id: SL-01, name: 失业登记}\n" + _ROW.format(", because: 由上级市统一办理"),
        check=catalogue.not_claimed_without_reason,
    ),
)  # fmt: skip
