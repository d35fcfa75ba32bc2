"""The words of the structural check. The findings are made by ``qingdan.loading``."""

from __future__ import annotations

from qingdan.rules.record import Rule, Said, Severity
from qingdan.rules.words import CHOICES, ENTRY_KINDS, FORM_HINTS, FORMS, LIMITS, STRAYS, TYPE_HINTS, TYPES, pairs

_ITEM = "schema: items/1\nitems:\n  - id: SL-01\n    name: 失业登记\n"
_ERROR = Severity.ERROR
_SKIPPED = Said(
    "不合格式的事项这次不检查，其余事项照常检查",
    "An item that does not hold is left out of this check; the others are checked",
)
_SHAPE = Said(
    "格式一致，别的省、别的工具才能直接使用", "Only with one format can other places and other tools use the file"
)

RULES: tuple[Rule, ...] = (
    Rule(
        id="STR001", severity=_ERROR, scope="structure", since="0.1",
        title=Said("没有写明这是哪种文件", "The kind of file is not stated"),
        message=Said("{problem}{found}；应当有一行 schema: {wanted}",
                     "{problem}{found}; there should be a line schema: {wanted}"),
        advice=Said("把这一行写在文件开头；文件放错了文件夹的，移到它该在的地方",
                    "Write this line at the top, or move the file to where it belongs"),
        why=Said("不知道是哪种文件、哪个版本的格式，就没法检查", "Without it nobody knows what the file should hold"),
        words={"problem": pairs("schema_line")},
        bad="schema: item/1\nitems: []\n", good="schema: items/1\nitems: []\n",
    ),
    Rule(
        id="STR002", severity=_ERROR, scope="structure", since="0.1",
        title=Said("不认识的字段", "An unknown key"),
        message=Said("这里没有名为 {key} 的字段{hint}", "There is no key {key} here{hint}"),
        advice=Said("核对拼写和缩进；用 qingdan explain 加中文名查字段，如 qingdan explain 受理条件；"
                    "有不认识的字段，这一项就不检查",
                    "Check spelling and indentation, look the key up with qingdan explain; "
                    "what holds an unknown key is not checked"),
        why=Said("不认识的字段没有人检查，写着它的事项（或要素）这次也不检查",
                 "Nobody checks an unknown key, and the item or element that holds it is not checked either"),
        words={"hint": {"": Said("", ""), "outer": Said("；外面一层才有这个字段，看看是不是缩进多了",
                                                        "; there is one further out, is this indented too far?")}},
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
        message=Said("这里应当是{wanted}，写的是{shape}{found}{hint}{example}",
                     "This should be {wanted} and is {shape}{found}{hint}{example}"),
        advice=Said("改成应当的写法；一个要素怎么写，用 qingdan explain 加要素名查，如 qingdan explain materials",
                    "Write it in the right form; qingdan explain materials shows how that element is written"),
        why=_SHAPE,
        words={"wanted": TYPES, "hint": TYPE_HINTS,
               "shape": {"scalar": Said(" ", ""), "list": Said("列表", "a list"),
                         "mapping": Said("一组字段", "a mapping")}},
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
        message=Said("{found} 不在允许的值之内：{allowed}{hint}{meant}", "{found} is none of {allowed}{hint}{meant}"),
        advice=Said("从中选一个，照英文的写；都不合适的，把这个字段删去，不要编一个",
                    "Choose one of them; if none fits, remove the key"),
        why=_SHAPE, words={"allowed": CHOICES, "hint": {
            "": Said("", ""), "meant": Said("；是不是想写 ", "; did you mean "),
            "truth": Said("；没有引号的 yes、no、on、off，别的工具会读成真假值；是不是想写带引号的 ",
                          "; without quotes other tools read it as a truth value; did you mean, in quotes, ")}},
        bad=_ITEM + "    case_type: instantly\n", good=_ITEM + "    case_type: instant\n",
    ),
    Rule(
        id="STR007", severity=_ERROR, scope="structure", since="0.1",
        title=Said("写法、长短或大小不合规定", "Wrong form, length or range"),
        message=Said("写的是 {found}，{keyword}{limit}{hint}", "{found} {keyword} {limit}{hint}"),
        advice=Said("照上面说的写法改；不知道的，把整个字段删去",
                    "Write it in that form, or remove the key if it is not known"),
        why=_SHAPE, words={"found": {"": Said("空的文字",
                                              "an empty text")}, "keyword": LIMITS, "limit": FORMS, "hint": FORM_HINTS},
        bad=_ITEM + "    effective_on: 2024年12月9日\n", good=_ITEM + '    effective_on: "2024-12-09"\n',
    ),
    Rule(
        id="STR008", severity=Severity.WARNING, scope="structure", since="0.1",
        title=Said("没有读的文件", "A file that was passed over"),
        message=Said("{file} {kind}，没有读", "{file} {kind}; it was passed over"),
        advice=Said("事项写成 YAML 放进 items/，地方文件放进 localities/；与清单无关的文件移走",
                    "Put items as YAML below items/ and localities below localities/; move other files elsewhere"),
        why=Said("没有读到的事项会被当作没有", "Items that are not read would count as missing"),
        words={"kind": STRAYS},
    ),
    Rule(
        id="STR009", severity=Severity.WARNING, scope="structure", since="0.1",
        title=Said("有一项没有检查", "An entry that was not checked"),
        message=Said("因为上面的错误，{kind} {entry} 这次没有检查",
                     "Because of the errors above, {kind} {entry} was not checked"),
        advice=Said("先改正写在这一项里的错误，再检查一次", "Mend the errors in this entry and check again"),
        why=Said("没有检查的事项不能算通过", "What was not checked has not passed"),
        words={"kind": ENTRY_KINDS},
        bad=_ITEM + "    promise_limit: []\n", good=_ITEM + "    promised_limit: []\n",
    ),
    Rule(
        id="STR010", severity=Severity.WARNING, scope="structure", since="0.1",
        title=Said("有的字段没有检查", "Keys that were not checked"),
        message=Said("因为上面的错误，{kind} {entry} 的字段 {fields} 没有检查，其余照常检查",
                     "Because of the errors above, {fields} of {kind} {entry} was not checked; the rest was"),
        advice=Said("先改正这个字段里的错误，再检查一次", "Mend the errors in this key and check again"),
        why=Said("没有检查的字段不能算通过", "What was not checked has not passed"),
        words={"kind": ENTRY_KINDS},
        bad=_ITEM + "    case_type: instantly\n", good=_ITEM + "    case_type: instant\n",
    ),
    Rule(
        id="STR011", severity=_ERROR, scope="structure", since="0.1",
        title=Said("读不了的文件", "A file that cannot be read"),
        message=Said("{file} {kind}，没有读", "{file} {kind}; it was not read"),
        advice=Said("表格文件加 --province 省 检查，或者用 qingdan import 变成清单；"
                    "别的照格式写成 .yaml，新建一份用 qingdan init",
                    "Check a table with --province, or make a list of it with qingdan import; "
                    "write other files as .yaml"),
        why=Said("什么也没有检查，不能算通过", "Checking nothing is no pass"),
        words={"kind": STRAYS},
    ),
    Rule(
        id="STR020", severity=_ERROR, scope="structure", since="0.1",
        title=Said("看起来是别的标准的文件", "It looks like a file of another standard"),
        message=Said("这个文件看起来是{standard}，不是清单里的文件，没有读",
                     "This file looks like {standard}; it is no file of a list and was not read"),
        advice=Said("qingdan 不读别的格式：把内容照清单的写法写，样子看 qingdan init 新建的；"
                    "反过来，qingdan export 能把清单导出为 CPSV-AP、CSV 和 JSON",
                    "qingdan reads no other format: write the content as in a list, such as qingdan init begins; "
                    "the other way round, qingdan export writes lists as CPSV-AP, CSV and JSON"),
        why=Said("别的格式里没有“对应哪个全国事项”这些内容，照字面转换说不准",
                 "Other formats do not say which national item is implemented; a mere conversion would be a guess"),
        words={"standard": pairs("standard")},
        bad="openapi: 3.1.0\ninfo: {title: x, version: '1'}\npaths: {}\n", good="schema: items/1\nitems: []\n",
    ),
)  # fmt: skip
