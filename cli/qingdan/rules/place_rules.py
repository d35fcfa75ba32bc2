"""The records of the rules on places; their functions are in ``places``."""

from __future__ import annotations

from qingdan.rules import place_names, places
from qingdan.rules.record import Rule, Said, Severity
from qingdan.rules.words import pairs

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
LEVELS = pairs("level")
_HEAD = """--- file: catalogue.yaml
schema: catalogue/1
province: "{}"
name: 就业公共服务事项清单
edition: "2025"
kind: list
completeness: partial
source: {{title: 示例, evidence: sample, seen: whole}}
"""
_OLD = _HEAD.format("370000").replace("kind: list", 'kind: archive\nas_of: "2011-05-01"')
_PLACE = """--- file: localities/{0}.yaml
schema: locality/1
area: "{1}"
name: 示例地
level: {2}
items: []
"""
_TWO = _PLACE.format("a", "330100", "prefecture") + _PLACE.format("b", "{}", "prefecture")
_ZONE = "--- file: localities/x.yaml\nschema: locality/1\n{}name: 示例高新区\nlevel: county\nitems: []\n"
_CODES = Said(
    "地区代码错了，事项会挂到别的地方，也无法按地区查找",
    "With a wrong code the items hang under another place and cannot be found by theirs",
)
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
    Rule(
        id="PLC010", severity=_WARNING, scope="catalogue", since="0.1", enforces=_GBT,
        title=Said("代码与名称对不上", "Code and name disagree"),
        message=Said("代码 {code} 是{name_of_code}，名称写的是“{name}”，那是：{others}",
                     "Code {code} is {name_of_code}; the name says '{name}', which is: {others}"),
        advice=Said("核对代码和名称，改正写错的一个", "Check both, and mend the one that is wrong"),
        why=Said("程序按代码找，人按名称找；两个对不上，这里的事项会算到别的地方",
                 "Programs go by the code and people by the name; if they disagree the items count for another place"),
        bad=_HEAD.format("330000") + _PLACE.format("x", "330102", "county").replace("示例地", "西湖区"),
        good=_HEAD.format("330000") + _PLACE.format("x", "330106", "county").replace("示例地", "西湖区"),
        check=place_names.other_place,
    ),
    Rule(
        id="PLC011", severity=Severity.INFO, scope="catalogue", since="0.1", enforces=_GBT,
        title=Said("代码在区划表的年份以外，核对不了", "A code of a day of which the table does not tell"),
        message=Said("区划表里没有 {code}；表只管 {first} 年到 {last} 年，这份文字的日期：{day}",
                     "The table has no {code}; it tells of {first} to {last}, and the day of this text is: {day}"),
        advice=Said("对照文字当日的区划代码核对；当时有效的不用改",
                    "Check it against the codes of that day; keep it if it was valid"),
        why=Said("代码会撤销、会新设，表里没有不等于写错了",
                 "Codes are abolished and made; one that the table lacks need not be wrong"),
        words={"day": {"": Said("没有写", "not stated")}},
        bad=_OLD + _PLACE.format("370284", "370284", "county"),
        good=_OLD + _PLACE.format("370211", "370211", "county"), check=places.outside_the_table,
    ),
    Rule(
        id="PLC012", severity=_WARNING, scope="catalogue", since="0.1", enforces=_GBT,
        title=Said("写的是汇总代码", "A collective code"),
        message=Said("{code} 是“{gathers}”的汇总代码，不是一个地方",
                     "{code} gathers several divisions ({gathers}); it is no place"),
        advice=Said("写具体的区、县的代码；说的是上一级全境的，写 {above}",
                    "Write the code of the district or county; if all of it is meant, {above}"),
        why=_CODES,
        bad=_HEAD.format("330000") + _PLACE.format("330101", "330101", "county"),
        good=_HEAD.format("330000") + _PLACE.format("330102", "330102", "county"), check=places.collective_code,
    ),
    Rule(
        id="PLC013", severity=Severity.INFO, scope="catalogue", since="0.1", enforces=_GBT,
        title=Said("代码像是统计上给开发区用的", "A code as statistics give it to development zones"),
        message=Said("{code} 不在国家标准的代码里；末两位 71 至 79 的代码，统计上用于开发区、高新区等",
                     "{code} is not in the standard; statistics give codes that end in 71 to 79 to development zones"),
        advice=Said('核对；没有标准代码的地方写 zone: {{within: 所在地代码, name: 名称}}，所在地是 {above}',
                    "Check it; for a place without a code of the standard write zone: {{within: CODE, name: NAME}}, "
                    "in {above}"),
        why=Said("实务里有人用这样的代码（凭记忆，未见原文），不能说它写错；按标准的代码找不到它",
                 "Such codes are used in practice (recalled), so it is not called wrong; by codes of the standard it "
                 "is not found"),
        bad=_HEAD.format("340000") + _PLACE.format("340171", "340171", "county"),
        good=_HEAD.format("340000") + _PLACE.format("340102", "340102", "county"), check=places.statistical_code,
    ),
    Rule(
        id="PLC014", severity=_WARNING, scope="catalogue", since="0.1", enforces=_GBT,
        title=Said("乡镇、街道所在的县区代码已经撤销", "A township of a division whose code was abolished"),
        message=Said("{code} 是{name}（{division}）的乡镇、街道；{name}的代码已于 {until} 年撤销，现在是：{successors}",
                     "{code} is a township of {name} ({division}), whose code was abolished in {until}; "
                     "now: {successors}"),
        advice=Said("查这个乡镇、街道现在的 9 位代码；后三位可能另编，不能照抄",
                    "Look up its nine digits of today; the last three may be other ones"),
        why=_CODES,
        bad=_HEAD.format("330000") + _PLACE.format("330103001", "330103001", "township"),
        good=_HEAD.format("330000") + _PLACE.format("330102001", "330102001", "township"),
        check=places.township_of_abolished,
    ),
)  # fmt: skip
