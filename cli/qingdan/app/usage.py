"""What to say where the words that were typed do not fit: the messages of the command-line library, in two languages.

The library speaks English only, and some of its messages are data in nothing but their text. Each of them has a row
here, and a test walks its source for one that has none.
"""

from __future__ import annotations

import re
from typing import Any

from qingdan.printing.escape import shortened
from qingdan.words.grammar import Lang, joined, reads_chinese
from qingdan.words.said import Phrases

_says = Phrases("app")

#: The message of the library, with a group for each thing it names → Chinese template. English ones stay as they are.
_MESSAGES: dict[str, str] = {
    r"No such command (?P<what>.*)\. Did you mean (?P<choices>.*)\?": "没有命令 {what}；是不是 {choices}",
    r"No such command (?P<what>.*)\.": "没有命令 {what}",
    r"Missing command\.": "没有写命令",
    r"Got unexpected extra argument\(s\) \((?P<what>.*)\)": "多写了 {what}",
    r"No such option: (?P<what>.*)": "没有选项 {what}",
    r"Option (?P<what>.*) does not take a value\.": "选项 {what} 后面不写值",
    r"Option (?P<what>.*) requires an argument\.": "选项 {what} 后面要写一个值",
    r"Option (?P<what>.*) requires (?P<count>\d+) arguments\.": "选项 {what} 后面要写 {count} 个值",
    r"Option (?P<what>.*) requires .*": "选项 {what} 后面要写值",
    r"Argument (?P<what>.*) takes (?P<count>.*) values\.": "{what} 要写 {count} 个值",
    r"Takes (?P<count>.*) values but (?P<given>.*) given\.": "要写 {count} 个值，写了 {given} 个",
    r"(?P<count>.*) values are required, but (?P<given>.*) given\.": "要写 {count} 个值，写了 {given} 个",
    r"Value must be an iterable\.": "要写几个值",
    r"(?P<what>.*) is not one of (?P<choices>.*)\.": "没有 {what} 这个写法，可以写 {choices}",
    r"Choose from:\s*(?P<choices>.*)": "可以写 {choices}",
    r"(?P<what>.*) does not match the formats? (?P<choices>.*)\.": "{what} 要写成 {choices} 这样",
    r"(?P<what>.*) is not a valid boolean\. Recognized values: (?P<choices>.*)": "{what} 不行，可以写 {choices}",
    r"(?P<what>.*) is not a valid (?:integer|float|number|range)\.": "{what} 不是数",
    r"(?P<what>.*) is not a valid (?P<kind>.*)\.": "{what} 不能这样写",
    r"(?P<what>.*) is not in the range (?P<choices>.*)\.": "{what} 不在 {choices} 的范围里",
    r"\S+ (?P<what>.*) does not exist\.": "{what} 不存在",
    r"\S+ (?P<what>.*) is a file\.": "{what} 是文件，要写文件夹",
    r"\S+ (?P<what>.*) is a directory\.": "{what} 是文件夹，要写文件",
    r"\S+ (?P<what>.*) is not readable\.": "{what} 没有权限读",
    r"\S+ (?P<what>.*) is not writable\.": "{what} 没有权限写",
    r"Could not open file (?P<what>.*): .*": "{what} 打不开",
    r"'(?P<what>.*)': .*": "{what} 打不开",
}
_PATTERNS = [(re.compile(pattern, re.DOTALL), zh) for pattern, zh in _MESSAGES.items()]


def said(error: Any, lang: Lang) -> str:
    """What an exception of the command-line library says, and what to do next.

    Args:
        error: One that can format a message.
        lang: ``zh`` or ``en``.
    """
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "qingdan"
    what = _zh(error) if reads_chinese(lang) else error.format_message()
    return _says("bad_words", lang, what=what, path=path)


def _zh(error: Any) -> str:
    name, message = _parameter(error), str(getattr(error, "message", "") or "")
    if type(error).__name__ == "MissingParameter":
        return f"缺少参数 {name}"
    told = in_chinese(message)
    near = getattr(error, "possibilities", None)
    if near:
        told += f"；是不是 {joined(sorted(near), 'zh')}"
    if not name:
        return told or "命令写得不对"
    return f"参数 {name} 写得不对" + (f"：{told}" if told else "")


def in_chinese(message: str) -> str:
    """A message of the library in Chinese; nothing where it is none that is known.

    >>> in_chinese("No such command 'chekc'.")
    '没有命令 chekc'
    """
    for pattern, zh in _PATTERNS:
        match = pattern.fullmatch(message)
        if match:
            return zh.format(**{name: _named(part, name) for name, part in match.groupdict().items()})
    return ""


def _named(part: str, name: str) -> str:
    """What the library puts in quotes, without them; lists as they are read in Chinese."""
    if name == "choices":
        return joined([each.strip(" \t\n'\"") for each in part.split(",")], "zh")
    return shortened(part[1:-1] if len(part) > 1 and part[0] == part[-1] and part[0] in "'\"" else part)


def _parameter(error: Any) -> str:
    """The option, or the argument as the help calls it, of which an exception speaks."""
    parameter = getattr(error, "param", None)
    if parameter is None:
        hint = getattr(error, "param_hint", None)
        return hint if isinstance(hint, str) else " / ".join(hint or ())
    return str(next((name for name in parameter.opts if name.startswith("-")), parameter.human_readable_name))


def empty(option: str, lang: Lang) -> str:
    """An option, or an argument, without a value."""
    what = option if option.startswith("-") else _says("argument", lang)
    return _says("empty", lang, what=what)
