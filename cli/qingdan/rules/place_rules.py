"""The records of the rules on places; their functions are in ``places``."""

from __future__ import annotations

from qingdan.rules import places
from qingdan.rules.record import Rule, Said, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
LEVELS = {
    "province": Said("省级", "province"), "prefecture": Said("市级", "prefecture"), "county": Said("县级", "county"),
    "township": Said("乡级", "township"), "village": Said("村级", "village"),
}  # fmt: skip
_HEAD = """--- file: catalogue.yaml
schema: catalogue/1
province: "{}"
name: 就业公共服务事项清单
edition: "2025"
kind: list
completeness: partial
source: {{title: 示例, evidence: sample, seen: whole}}
"""
_PLACE = """--- file: localities/{0}.yaml
schema: locality/1
area: "{1}"
name: 示例地
level: {2}
items: []
"""
_TWO = _PLACE.format("a", "330100", "prefecture") + _PLACE.format("b", "{}", "prefecture")
_ZONE = "--- file: localities/x.yaml\nschema: locality/1\n{}name: 示例高新区\nlevel: county\nitems: []\n"
_CODES = Said("地区代码错了，事项会挂到别的地方，也无法按地区查找",
              "With a wrong code the items hang under another place and cannot be found by theirs")  # fmt: skip
_GBT = "GB/T 2260"

RULES = (
    Rule(
        id="PLC001", severity=_ERROR, scope="catalogue", since="0.1", enforces=_GBT,
        title=Said("行政区划代码查不到", "The division code is not known"),
        message=Said("区划表里没有 {code}", "The table of divisions has no {code}"),
        advice=Said("核对代码；功能区等没有代码的地方写 zone；新设的地方等区划表更新后再写代码",
                    "Check the code; for places without one write zone"),
        why=_CODES,
        bad=_HEAD.format("980000"), good=_HEAD.format("330000"), check=places.unknown_code,
    ),
    Rule(
        id="PLC002", severity=_WARNING, scope="catalogue", since="0.1", enforces=_GBT,
        title=Said("行政区划代码已经撤销", "The division code was abolished"),
        message=Said("{code}（{name}）已于 {until} 年撤销；现在是：{successors}",
                     "{code} ({name}) was abolished in {until}; in its place: {successors}"),
        advice=Said("改用记录当日有效的代码；旧文字存档的，写明 as_of",
                    "Use the code in force on the day of the record; state as_of for an old text"),
        why=_CODES,
        bad=_HEAD.format("330000") + _PLACE.format("330103", "330103", "county"),
        good=_HEAD.format("330000") + _PLACE.format("330102", "330102", "county"), check=places.abolished_code,
    ),
    Rule(
        id="PLC003", severity=_ERROR, scope="catalogue", since="0.1",
        title=Said("province 写的不是省级代码", "province is not the code of a province"),
        message=Said("{code}（{name}）不是省级行政区划代码", "{code} ({name}) is not the code of a province"),
        advice=Said("写省级代码，如 330000；兵团写 660000", "Write the code of the province, such as 330000"),
        why=Said("一省一清单；市县的内容写在 localities/ 里",
                 "One list a province; localities have files of their own"),
        bad=_HEAD.format("330100"), good=_HEAD.format("330000"), check=places.no_province,
    ),
    Rule(
        id="PLC004", severity=_ERROR, scope="catalogue", since="0.1",
        title=Said("地方文件属于别的省", "A locality of another province"),
        message=Said("{code} 属于{lies_in}，这份清单是{province}的",
                     "{code} lies in {lies_in}; this list is of {province}"),
        advice=Said("核对代码，或把文件移到那个省的文件夹",
                    "Check the code, or move the file to that province"), why=_CODES,
        bad=_HEAD.format("330000") + _PLACE.format("430100", "430100", "prefecture"),
        good=_HEAD.format("330000") + _PLACE.format("330100", "330100", "prefecture"), check=places.other_province,
    ),
    Rule(
        id="PLC005", severity=_WARNING, scope="catalogue", since="0.1",
        title=Said("文件名与代码不一致", "The file name says another code"),
        message=Said("文件或文件夹名为 {name}，里面写的代码是 {code}", "The name is {name}, the code inside {code}"),
        advice=Said("核对后改成一致", "Make them agree"),
        why=Said("人按文件名找，程序按代码找，两边应当找到同一个地方",
                 "People look by name and programs by code; both should find the same place"),
        bad=_HEAD.format("330000") + _PLACE.format("330200", "330100", "prefecture"),
        good=_HEAD.format("330000") + _PLACE.format("330100", "330100", "prefecture"), check=places.other_name,
    ),
    Rule(
        id="PLC006", severity=_WARNING, scope="catalogue", since="0.1",
        title=Said("层级与代码不一致", "The level is not that of the code"),
        message=Said("层级写的是{level}，代码 {code} 是{level_of_code}",
                     "The level is {level}, code {code} is a {level_of_code}"),
        advice=Said("核对层级和代码；乡镇街道用 9 位代码",
                    "Check both; townships have codes of nine digits"), why=_CODES,
        words={"level": LEVELS, "level_of_code": LEVELS},
        bad=_HEAD.format("330000") + _PLACE.format("330100", "330100", "county"),
        good=_HEAD.format("330000") + _PLACE.format("330100", "330100", "prefecture"), check=places.wrong_level,
    ),
    Rule(
        id="PLC007", severity=_WARNING, scope="catalogue", since="0.1",
        title=Said("一个地方有两份文件", "Two files for one place"),
        message=Said("{name}（{code}）已经有一份地方文件", "There is a file for {name} ({code}) already"),
        advice=Said("合成一份；是功能区的，写 zone 和它的名称", "Join them; for a zone write zone with its name"),
        why=Said("同一个地方的内容分在两处，谁也说不准哪份算数", "Nobody can tell which of the two counts"),
        bad=_HEAD.format("330000") + _TWO.format("330100"),
        good=_HEAD.format("330000") + _TWO.format("330200"),
        check=places.same_area_twice,
    ),
    Rule(
        id="PLC008", severity=_WARNING, scope="catalogue", since="0.1",
        title=Said("地方文件没有写明在哪里", "A locality that does not say where it is"),
        message=Said("{name} 没有写行政区划代码，也没有写所在地", "{name} has neither a code nor the place it lies in"),
        advice=Said("写 area；没有代码的地方写 zone: {{within: 所在地代码, name: 名称}}",
                    "Write area, or for places without a code zone: {{within: CODE, name: NAME}}"),
        why=_CODES,
        bad=_HEAD.format("330000") + _ZONE.format(""),
        good=_HEAD.format("330000") + _ZONE.format('zone: {within: "330100", name: 示例高新区}\n'),
        check=places.no_area,
    ),
    Rule(
        id="PLC009", severity=_ERROR, scope="catalogue", since="0.1",
        title=Said("用了留给示例的代码", "A code that is kept for examples"),
        message=Said("{code} 是留给虚构示例的代码", "{code} is kept for fictional examples"),
        advice=Said("写真实的代码；这份清单是示例的，把 kind 写成 sample", "Write a real code, or kind: sample"),
        why=Said("示例不能混进真实的统计和页面", "Examples must not mix with real figures and pages"),
        bad=_HEAD.format("990000"), good=_HEAD.format("330000"), check=places.fiction,
    ),
)  # fmt: skip
