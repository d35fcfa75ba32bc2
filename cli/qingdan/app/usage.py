"""What to say where the words that were typed do not fit: the messages of the command-line library, in two languages.

The library speaks English only, and some of its messages are data in nothing but their text. Each of them has a row
in ``usage.yaml``, and a test walks its source for one that has none.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from qingdan.printing.escape import shortened
from qingdan.words.grammar import Lang, joined, reads_chinese
from qingdan.words.said import Phrases

_says = Phrases("app")


@cache
def _messages() -> list[tuple[re.Pattern[str], str]]:
    """A message of the library, with a group for each thing it names, and the Chinese template; English ones stay."""
    from qingdan.reading import read_document

    file = Path(__file__).with_name("usage.yaml")
    rows = read_document(file.name, file.read_bytes()).value.items()
    return [(re.compile(pattern, re.DOTALL), zh) for pattern, zh in rows]


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
    for pattern, zh in _messages():
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
