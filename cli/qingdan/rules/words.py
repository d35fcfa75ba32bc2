"""Words for the codes that stand in findings: syntax errors, types, limits, elements."""

from __future__ import annotations

from qingdan.model.declarations import elements
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
    "tab": Said("用制表符缩进", "a tab as indentation"),
    "block_scalar_header": Said("| 或 > 后面写得不对", "something wrong behind | or >"),
    "unexpected_colon": Said(
        "这里不该有冒号；文字里有“: ”的要加引号", "an unexpected colon; quote text that holds ': '"
    ),
    "colon_in_flow": Said("花括号或方括号里的冒号不对", "a wrong colon inside braces or brackets"),
    "unexpected_dash": Said("这里不该有“- ”，多半是缩进不对", "an unexpected '- '; most likely a wrong indentation"),
    "unexpected_question_mark": Said("这里不该有“? ”", "an unexpected '? '"),
    "missing_colon": Said("字段名后面没有冒号和空格", "no colon and space after the key"),
    "reserved_character": Said(
        "文字以 @ 或 ` 等保留字符开头；要加引号", "text begins with a reserved character; quote it"
    ),
    "expected_key": Said("这里应当是字段名，多半是缩进不对", "a key is expected; most likely a wrong indentation"),
    "expected_dash": Said("这里应当以“- ”开头，多半是缩进不对", "'- ' is expected; most likely a wrong indentation"),
    "unclosed_list": Said("方括号没有闭合，或者少了逗号", "a list that is not closed, or a missing comma"),
    "unclosed_mapping": Said("花括号没有闭合，或者少了逗号", "braces that are not closed, or a missing comma"),
    "trailing_comma": Said("最后一项后面多了逗号", "a comma after the last entry"),
    "expected_value": Said("这里应当有内容", "a value is expected"),
    "bad_character": Said("这里有不许出现的字符", "a character that is not allowed"),
    "exhausted": Said("内容太复杂，读不下去", "the content is too complex to be read"),
    "other": Said("写法不合语法", "this is not valid syntax"),
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
#: Limits of a value: ``keyword`` of STR007.
LIMITS = {
    "pattern": Said("写法不合规定", "does not have the right form"),
    "maxLength": Said("太长", "is too long"),
    "minLength": Said("是空的", "is empty"),
    "maximum": Said("太大", "is too large"),
    "minimum": Said("太小", "is too small"),
    "maxItems": Said("条数太多", "has too many entries"),
    "minItems": Said("条数太少", "has too few entries"),
}
