"""What became of an exception: what is said, and the exit code."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from qingdan.app import FAULT, UNREADABLE, USAGE, streams
from qingdan.app.telling import tell
from qingdan.printing.escape import shortened
from qingdan.problems import Problem
from qingdan.words.grammar import Lang
from qingdan.words.system import why


def told(error: Exception, words: Sequence[str], lang: Lang) -> int:
    """Say what an exception means.

    Args:
        error: What ended the command.
        words: What was typed; where it is long, messages show the ends of it.
        lang: ``zh`` or ``en``.

    Returns:
        The exit code.
    """
    text, code = _said(error, lang)
    for word in words:
        for typed in (word, str(Path(word)), *re.split(r"[=,，\s]", word)):
            if typed != shortened(typed):
                text = text.replace(typed, shortened(typed))
    tell(text, err=True)
    return code


def _said(error: Exception, lang: Lang) -> tuple[str, int]:
    if isinstance(error, Problem):
        return error.said(lang), error.exit_code
    from qingdan.app import extras, usage

    if hasattr(error, "format_message"):
        return usage.said(error, lang), USAGE
    if isinstance(error, OSError):
        return _of_the_system(error, lang), UNREADABLE
    if isinstance(error, MemoryError):
        return _no_memory(lang), UNREADABLE
    if isinstance(error, ModuleNotFoundError):
        return extras.missing(error, lang), USAGE
    return _fault(error, lang), FAULT


def unwritable(error: OSError, lang: Lang) -> int:
    """Say that the standard output could not be written; the exit code."""
    tell(_of_the_system(error, lang), err=True)
    return UNREADABLE


def _of_the_system(error: OSError, lang: Lang) -> str:
    what = why(error, lang)
    if error.filename == streams.NAME:
        zh = f"标准输出写不进去：{what}，结果没有写全。\n下一步：腾出空间或换个地方，再运行一次。"
        en = f"The standard output cannot be written: {what}; not all was told.\nNext: make room, and run it again."
        return zh if lang == "zh" else en
    name = f"{shortened(error.filename)}: " if isinstance(error.filename, str) else ""
    if lang == "zh":
        return f"读写失败：{name}{what}\n下一步：看看路径和权限对不对、磁盘满不满，再运行一次。"
    return f"cannot read or write: {name}{what}\nNext: look at the path, the rights and the room, and try again."


def _no_memory(lang: Lang) -> str:
    zh = "内存不够，没有查完，这一次不能当作通过。\n下一步：一次少给几份清单，或者换一台内存大些的机器。"
    en = "Out of memory: not everything was looked at, and this is no pass.\nNext: name fewer lists at once."
    return zh if lang == "zh" else en


def _fault(error: Exception, lang: Lang) -> str:
    """A fault of the tool is told apart from findings, and says how it can be reported."""
    if os.environ.get("QINGDAN_DEBUG"):
        raise error
    what = f"{type(error).__name__}: {shortened(str(error), 600)}"
    zh = f"qingdan 自身出错：{what}\n数据没有被改动。设 QINGDAN_DEBUG=1 再运行一次，把输出附在问题报告里。"
    en = f"qingdan itself failed: {what}\nNo data was changed. Run again with QINGDAN_DEBUG=1 and attach the output."
    return zh if lang == "zh" else en
