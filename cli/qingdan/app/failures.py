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
from qingdan.words.said import Phrases
from qingdan.words.system import why

_says = Phrases("app")


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
        return _says("no_memory", lang), UNREADABLE
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
        return _says("stdout", lang, what=what)
    name = f"{shortened(error.filename)}: " if isinstance(error.filename, str) else ""
    return _says("system", lang, name=name, what=what)


def _fault(error: Exception, lang: Lang) -> str:
    """A fault of the tool is told apart from findings, and says how it can be reported."""
    if os.environ.get("QINGDAN_DEBUG"):
        raise error
    return _says("fault", lang, what=f"{type(error).__name__}: {shortened(str(error), 600)}")
