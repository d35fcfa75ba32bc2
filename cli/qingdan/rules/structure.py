"""The words of the structural check. The findings are made by ``qingdan.loading``."""

from __future__ import annotations

from qingdan.rules.record import Rule, Said, Severity
from qingdan.rules.words import LIMITS, TYPES

_ITEM = "schema: items/1\nitems:\n  - id: SL-01\n    name: 失业登记\n"
_ERROR = Severity.ERROR
_SKIPPED = Said("不合格式的事项这次不检查，其余事项照常检查",
                "An item that does not hold is left out of this check; the others are checked")  # fmt: skip
_SHAPE = Said("格式一致，别的省、别的工具才能直接使用",
              "Only with one format can other places and other tools use the file")  # fmt: skip

RULES: tuple[Rule, ...] = (
    Rule(
        id="STR001", severity=_ERROR, scope="structure", since="0.1",
        title=Said("没有写明这是哪种文件", "The kind of file is not stated"),
        message=Said("schema 写的是“{found}”，这里应当是 {wanted}", "schema is '{found}'; it should be {wanted}"),
        advice=Said("在文件开头写上 schema，或把文件移到它该在的文件夹",
                    "State schema at the top, or move the file to where it belongs"),
        why=Said("不知道是哪种文件、哪个版本的格式，就没法检查", "Without it nobody knows what the file should hold"),
        bad="schema: item/1\nitems: []\n", good="schema: items/1\nitems: []\n",
    ),
    Rule(
        id="STR002", severity=_ERROR, scope="structure", since="0.1",
        title=Said("不认识的字段", "An unknown key"),
        message=Said("这里没有名为 {key} 的字段", "There is no key {key} here"),
        advice=Said("核对拼写和缩进；确实没有合适的字段，写进 notes",
                    "Check spelling and indentation; what has no key can go into notes"),
        why=_SKIPPED,
        bad=_ITEM + "    promise_limit: []\n", good=_ITEM + "    promised_limit: []\n",
    ),
    Rule(
        id="STR003", severity=_ERROR, scope="structure", since="0.1",
        title=Said("缺少字段", "A key is missing"),
        message=Said("这里缺少字段 {missing}", "The key {missing} is missing here"),
        advice=Said("补上 {missing}", "Add {missing}"), why=_SKIPPED,
        bad="schema: items/1\nitems:\n  - name: 失业登记\n", good=_ITEM,
    ),
    Rule(
        id="STR004", severity=_ERROR, scope="structure", since="0.1",
        title=Said("值的类型不对", "A value of the wrong type"),
        message=Said("这里应当是{wanted}，写的是 {found}", "This should be {wanted} and is {found}"),
        advice=Said("编码、日期、电话要加引号，才是文字；开头的 0 才不会丢；列表每项前写“- ”",
                    "Quote codes, dates and phone numbers so that they stay text; begin list entries with '- '"),
        why=_SHAPE, words={"wanted": TYPES, "found": {"": Said("列表或一组字段", "a list or a mapping")}},
        bad=_ITEM + "    codes: {basic: 001100}\n", good=_ITEM + '    codes: {basic: "001100"}\n',
    ),
    Rule(
        id="STR005", severity=_ERROR, scope="structure", since="0.1",
        title=Said("字段后面是空的", "A key without a value"),
        message=Said("这个字段后面没有内容，应当是{wanted}", "Nothing stands behind this key; it should be {wanted}"),
        advice=Said("写上内容；不知道的，把整个字段删去", "Write a value, or remove the key if it is not known"),
        why=Said("空着分不清是“没有”还是“还没填”；不写就是“原文没有说明”",
                 "An empty value may mean none or not yet known; an absent key means not stated"),
        words={"wanted": TYPES},
        bad=_ITEM + "    everyday_name:\n", good=_ITEM,
    ),
    Rule(
        id="STR006", severity=_ERROR, scope="structure", since="0.1",
        title=Said("不在允许的值之内", "Not one of the allowed values"),
        message=Said("{found} 不在允许的值之内：{allowed}", "{found} is none of {allowed}"),
        advice=Said("从中选一个", "Choose one of them"), why=_SHAPE,
        bad=_ITEM + "    case_type: instantly\n", good=_ITEM + "    case_type: instant\n",
    ),
    Rule(
        id="STR007", severity=_ERROR, scope="structure", since="0.1",
        title=Said("写法、长短或大小不合规定", "Wrong form, length or range"),
        message=Said("“{found}”{keyword}（规定：{limit}）", "'{found}' {keyword} (limit: {limit})"),
        advice=Said("按规定的写法改；日期写成 2024-12-09，编号用大写字母、数字和短横",
                    "Write dates as 2024-12-09 and ids with capital letters, digits and hyphens"),
        why=_SHAPE, words={"keyword": LIMITS},
        bad=_ITEM + "    effective_on: 2024年12月9日\n", good=_ITEM + '    effective_on: "2024-12-09"\n',
    ),
    Rule(
        id="STR008", severity=Severity.WARNING, scope="structure", since="0.1",
        title=Said("文件放错了地方", "A stray file"),
        message=Said("{file} 不在清单认得的位置，没有读", "{file} is in no place that is read; it was passed over"),
        advice=Said("事项放进 items/，地方文件放进 localities/；与清单无关的文件移走",
                    "Put items below items/ and localities below localities/; move other files elsewhere"),
        why=Said("没有读到的事项会被当作没有", "Items that are not read would count as missing"),
    ),
)  # fmt: skip
