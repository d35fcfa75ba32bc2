"""Words for the codes that stand in findings: syntax errors, types, limits, elements."""

from __future__ import annotations

from qingdan.loading import repairs
from qingdan.loading.meanings import SAID
from qingdan.model.base import Language, Prose, Text
from qingdan.model.declarations import elements
from qingdan.model.own import RuleId
from qingdan.model.parts import Code
from qingdan.rules.record import Said

#: The elements of an item: ``field`` and ``elements`` of several rules.
ELEMENTS = {name: Said(words.title, name.replace("_", " ")) for name, words in elements().items()}
#: What is wrong with the syntax of a file: ``problem`` of RED004.
SYNTAX = {
    "bad_anchor": Said("& 或 * 后面不是名字；是文字的话要加引号", "no name after & or *; quote it if it is text"),
    "bad_tag": Said("! 后面不是标签；是文字的话要加引号", "no tag after !; quote it if it is text"),
    "undefined_tag": Said("标签没有定义", "a tag that is not defined"),
    "unclosed_quote": Said("引号没有闭合", "a quote that is not closed"),
    "bad_escape": Said("双引号里的反斜杠用得不对；写成 \\\\ 或改用单引号", "a wrong escape in double quotes"),
    "text_after_end": Said("内容结束后还有文字，多半是缩进不对", "text after the end; most likely a wrong indentation"),
    "bad_directive": Said(
        "以 % 开头的行不对；是文字的话要加引号", "a wrong line that begins with %; quote it if it is text"
    ),
    "block_scalar_header": Said("| 或 > 后面写得不对", "something wrong behind | or >"),
    "unexpected_colon": Said(
        "这里不该有冒号；文字里有“: ”的要加引号", "an unexpected colon; quote text that holds ': '"
    ),
    "colon_in_flow": Said(
        "花括号或方括号里，冒号后面紧接着逗号或括号；冒号是文字的一部分的，要给这段文字加英文引号",
        "inside braces or brackets a colon right before a comma or bracket; quote the text if the colon belongs to it",
    ),
    "sign_first_in_flow": Said(
        "花括号或方括号里的文字以冒号或问号开头；要加英文引号",
        "text inside braces or brackets that begins with a colon or question mark; quote it",
    ),
    "dash_in_flow": Said(
        "方括号里的各项用逗号分开，不写“- ”；是文字的话要加英文引号",
        "entries inside brackets are separated by commas, without '- '; quote it if it is text",
    ),
    "lone_dash": Said(
        "单独一个“-”是列表的符号，不是文字；没有内容的，把整个字段删去，是文字的加英文引号",
        "a '-' alone is the sign of a list and no text; remove the key if there is nothing, quote it if it is text",
    ),
    "empty_key": Said("冒号前面没有字段名", "no key before the colon"),
    "colon_on_next_line": Said("字段名和它后面的冒号要写在同一行", "a key and its colon should stand on one line"),
    "block_not_indented": Said(
        "上一行以 | 或 > 结尾，下面的文字要比那一行多缩进两格",
        "the line above ends with | or >; the text below it should be indented by two more blanks",
    ),
    "early_end": Said(
        "单独成行的“...”表示文件到此为止，前面却没有内容；删去这一行",
        "a line '...' says that the document ends here, but nothing stands before it; remove the line",
    ),
    "unexpected_dash": Said("这里不该有“- ”，多半是缩进不对", "an unexpected '- '; most likely a wrong indentation"),
    "unexpected_question_mark": Said("这里不该有“? ”", "an unexpected '? '"),
    "missing_colon": Said("字段名后面没有冒号和空格", "no colon and space after the key"),
    "reserved_character": Said(
        "文字以 @ 或 ` 等保留字符开头；要加引号", "text begins with a reserved character; quote it"
    ),
    "expected_key": Said("这里应当是字段名，多半是缩进不对", "a key is expected; most likely a wrong indentation"),
    "expected_dash": Said("这里应当以“- ”开头，多半是缩进不对", "'- ' is expected; most likely a wrong indentation"),
    "unclosed_list": Said("方括号没有闭合，或者少了逗号", "a list that is not closed, or a missing comma"),
    "unclosed_mapping": Said(
        "花括号没有闭合，或者少了逗号；字段名和它的冒号要写在一行",
        "braces that are not closed, or a missing comma; a key stands on one line with its colon",
    ),
    "bracketed_year": Said(
        "方括号在这里是格式符号；文号写成〔2021〕，或者给整个文号加上英文引号",
        "square brackets mean a list here; write the number with 〔2021〕, or put it in plain quotes",
    ),
    "trailing_comma": Said("最后一项后面多了逗号", "a comma after the last entry"),
    "expected_value": Said("这里应当有内容", "a value is expected"),
    "bad_character": Said("这里有不许出现的字符", "a character that is not allowed"),
    "exhausted": Said("内容太复杂，读不下去", "the content is too complex to be read"),
    "other": Said("写法不合语法", "this is not valid syntax"),
}
#: What a hidden character does: ``what`` of RED015.
HIDDEN = {
    "invisible": Said("看不见的字符", "the invisible character"),
    "control": Said("控制字符", "the control character"),
    "direction": Said("改变书写方向的字符", "a mark that turns the direction of writing,"),
    "private": Said(
        "专用区的字符（各台机器显示得不一样，常是自造字或 PDF 里的图标）",
        "a private character (each machine shows it otherwise; often a made-up glyph, or an icon of a PDF file),",
    ),
}
#: Where a tab stands in the place of blanks: ``where`` of RED005.
TABS = {
    "tab_indents": Said("这一行用制表符（Tab）缩进", "this line is indented with a tab"),
    "tab_behind_sign": Said(
        "“-”、“?”或“:”后面用了制表符（Tab），应当是空格", "a tab stands behind '-', '?' or ':', where a blank is meant"
    ),
    "tab_in_block": Said(
        "| 或 > 下面的文字以制表符（Tab）开头；先用空格缩进，文字本身也不以制表符开头",
        "the text below | or > begins with a tab; indent it with blanks, and begin the text itself with something else",
    ),
}
#: What a key is that is no plain text: ``reason`` of RED009.
KEYS = {
    "question_mark": Said(
        "前面有 ?，是复杂字段名的写法；去掉 ?，写成“名: 值”；名字本来以 ? 开头的，整个加英文引号",
        "follows a ?, the sign of complex keys; write 'name: value' without it, or quote a name that begins with ?",
    ),
    "number": Said("是数字，不是文字；加英文引号", "is a number and no text; quote it"),
    "boolean": Said("是真假值，不是文字；加英文引号", "is a truth value and no text; quote it"),
    "null": Said("是空值，不是文字；写上名字，或者加英文引号", "is null and no text; write a name, or quote it"),
    "list": Said("是一个列表，不是文字；字段名写成一个词", "is a list and no text; write one word as the key"),
    "mapping": Said("是一组字段，不是文字；字段名写成一个词", "is a mapping and no text; write one word as the key"),
}
#: Why a path was not read: ``kind`` of RED010.
KINDS_OF_PATH = {
    "symlink": Said("符号链接", "a symbolic link"),
    "special": Said("设备或管道，不是普通文件", "a device or pipe, no regular file"),
    "unreadable": Said("没有权限或者读不出来的文件", "a file that cannot be read"),
}
#: Types of value: ``wanted`` of STR004 and STR005.
TYPES = {
    "string": Said("文字", "text"),
    "integer": Said("整数", "a whole number"),
    "number": Said("数字", "a number"),
    "array": Said("列表（每项以“- ”开头）", "a list"),
    "object": Said("一组字段（“名: 值”）", "a mapping"),
    "boolean": Said("true 或 false", "true or false"),
}
#: What a limit of a value is called: ``keyword`` of STR007, followed by the limit.
LIMITS = {
    "pattern": Said("写法不对，应当", "does not have the right form; it should"),
    "maxLength": Said("太长，最多的字数：", "is too long; most characters:"),
    "minLength": Said("太短，最少的字数：", "is too short; fewest characters:"),
    "maximum": Said("太大，最大：", "is too large; at most"),
    "minimum": Said("太小，最小：", "is too small; at least"),
    "maxItems": Said("条数太多，最多：", "has too many entries; at most"),
    "minItems": Said("条数太少，最少：", "has too few entries; at least"),
}
_ONE_LINE = Said("写成一行，没有换行、制表符和控制字符", "be one line without tabs and control characters")
_AREA = Said(
    "是 6 位数字的行政区划代码（乡镇 9 位），加英文引号", "be an area code of 6 digits, 9 for a township, in quotes"
)
#: Pattern of a schema → the form it stands for: ``limit`` of STR007. A pattern itself is never shown.
FORMS = {
    repairs.expression(Text): _ONE_LINE,
    repairs.expression(Prose): Said("没有控制字符（可以换行）", "be without control characters (line breaks may be)"),
    repairs.ID: Said(
        "是登记表里的编号：小写字母、数字，用短横连接，如 id-document",
        "be an id of a registry: lower-case letters and digits joined by hyphens, such as id-document",
    ),
    repairs.expression(RuleId): Said(
        "是规则编号：三个大写字母、三位数字，如 ZJX001",
        "be the id of a rule: three capital letters and three digits, such as ZJX001",
    ),
    repairs.ITEM_ID: Said(
        "是事项编号：大写字母、数字，用短横连接，如 P33-0401",
        "be the id of an item: capital letters and digits joined by hyphens, such as P33-0401",
    ),
    repairs.DATE: Said(
        "写成 2024-12-09、2024-12 或 2024，加英文引号", "be written as 2024-12-09, 2024-12 or 2024, in quotes"
    ),
    repairs.AREA: _AREA,
    repairs.FRACTION: Said("写成分数，如 2/3、50/100", "be a fraction such as 2/3 or 50/100"),
    repairs.expression(Code): Said(
        "是代码：字母和数字，可以有短横和下划线", "be a code: letters and digits, with hyphens and underscores"
    ),
    repairs.expression(Language): Said(
        "是语言的标签，如 ug、kk、mn、bo、ii、ko", "be the tag of a language, such as ug, kk, mn, bo, ii or ko"
    ),
    "^[0-9]{6}$": Said(
        '是 6 位数字的省级行政区划代码，加英文引号，如 "330000"',
        "be the area code of a province: six digits, in quotes",
    ),
    "^[0-9a-f]{16}$": Said(
        "是报告里的指纹：16 位数字和小写字母 a 到 f", "be a fingerprint of a report: 16 hexadecimal digits"
    ),
    "^[A-Z0-9]+(-[A-Z0-9]+)*-R[0-9]{2}$": Said(
        "是要求的编号，如 JY-0401-R01", "be the id of a requirement, such as JY-0401-R01"
    ),
}
#: Why a value has the form it has: ``hint`` of STR007.
FORM_HINTS = {
    "": Said("", ""),
    "quotes": Said(
        '；中文引号会当成文字的一部分，要加引号就用英文的 "',
        "; Chinese quotes count as part of the text, use plain ones",
    ),
    "excel": Said(
        "；这像是 Excel、WPS 表格里日期的天数，先在表格里核对是哪一天",
        "; this looks like the number by which a spreadsheet keeps a day, look the day up there",
    ),
    "line": Said("；分成几段的，拆成几条或改用允许换行的字段", "; split what has several paragraphs"),
}
#: What to do about a value of the wrong type: ``hint`` of STR004.
TYPE_HINTS = {
    "": Said("", ""),
    "quote": Said("；编码、日期、电话要加英文引号，开头的 0 才不会丢", "; quote codes, dates and phone numbers"),
    "number": Said("；只写数字，不加引号，不带单位", "; write the number alone, without quotes and unit"),
    "example": Said("；照这样写：", "; write it like this: "),
}
#: Value of a field → itself with its Chinese word: ``allowed`` of STR006.
CHOICES = {value: Said(f"{value}（{said[0]}）", value) for value, said in SAID.items()}
#: Signs that are typed by mistake: ``found`` of RED019.
TYPED = {
    "：": Said("中文冒号“：”", "the full-width colon '：'"),
    "，": Said("中文逗号“，”", "the full-width comma '，'"),
    "、": Said("顿号“、”", "the enumeration comma '、'"),
    "；": Said("中文分号“；”", "the full-width semicolon '；'"),
    "｛": Said("全角花括号“｛”", "the full-width brace '｛'"),
    "｝": Said("全角花括号“｝”", "the full-width brace '｝'"),
    "［": Said("全角方括号“［”", "the full-width bracket '［'"),
    "］": Said("全角方括号“］”", "the full-width bracket '］'"),
    **{sign: Said("中文引号" + sign, "the Chinese quote " + sign) for sign in "“”„‘’＂"},
    **{sign: Said(f"全角短横“{sign}”", f"the wide dash '{sign}'") for sign in "－–—−"},
    "\u3000": Said("全角空格", "a full-width space"),
    "\u00a0": Said("不间断空格（多从网页复制来）", "a no-break space"),
    "-": Said("短横后面没有空格", "a hyphen without a blank"),
    ":": Said("冒号后面没有空格", "a colon without a blank"),
}
#: What is meant instead: ``write`` of RED019.
MEANT = {
    ":": Said("改成英文冒号“:”，后面空一格", "should be ':' and a blank"),
    ",": Said("改成英文逗号“,”", "should be ','"),
    **{sign: Said(f"改成英文的“{sign}”", f"should be '{sign}'") for sign in "{}[]"},
    '"': Said('改成英文引号 "', 'should be a plain "'),
    "-": Said("改成英文短横“-”，后面空一格", "should be '-' and a blank"),
    " ": Said("改成半角空格", "should be plain blanks"),
    "": Said("删去", "should be removed"),
    "- ": Said(
        "写成“- ”，短横后面空一格；名字本来以短横开头的，整个加英文引号",
        "should be '- ', with a blank; quote a name that begins with a hyphen",
    ),
    ": ": Said("写成“: ”，冒号后面空一格", "should be ': ', with a blank"),
}
#: Why a file was not read: ``kind`` of STR008 and STR011.
STRAYS = {
    "place": Said("不在清单认得的位置", "is in no place that is read"),
    "extension": Said("的扩展名不对，应当是 .yaml", "does not end with .yaml"),
    "spreadsheet": Said(
        "是 Excel 或 WPS 表格文件；这里只读 YAML 和 JSON，读不了表格文件", "is a spreadsheet, which cannot be read"
    ),
    "document": Said(
        "是 Word、WPS 文字或版式文件；这里只读 YAML 和 JSON", "is a word processor's document, which cannot be read"
    ),
    "linked": Said(
        "是关联数据（如 CPSV-AP、schema.org），不是清单；这里只读自己格式的 YAML 和 JSON",
        "is linked data (such as CPSV-AP or schema.org) and no list",
    ),
    "archive": Said("是压缩包；这里只读 YAML 和 JSON", "is an archive, which cannot be read"),
    "text": Said("是普通文本文件，不是 YAML", "is a plain text file, no YAML"),
    "other": Said("不是 YAML 或 JSON 文件", "is no YAML or JSON file"),
}
#: What an entry of a file is: ``kind`` of STR009 and STR010.
ENTRY_KINDS = {
    "items": Said("事项", "the item"),
    "locality": Said("地方的事项", "the locality's item"),
    "waivers": Said("豁免", "the waiver"),
    "own-rules": Said("规则", "the rule"),
    "national-items": Said("全国事项", "the national item"),
    "requirements": Said("全国要求", "the requirement"),
    "evidence": Said("证明材料", "the paper"),
    "criteria": Said("条件", "the criterion"),
    "concepts": Said("概念", "the concept"),
    "documents": Said("文件", "the document"),
    "groups": Said("重点群体", "the group"),
    "crosswalk": Said("对照行", "the row"),
    "left-out": Said("研究记录", "the record"),
    "ambiguous": Said("一名多义的名称", "the ambiguous name"),
    "gaps": Said("没有全国事项的服务", "the gap"),
}
