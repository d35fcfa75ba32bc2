"""Events of a YAML text from libyaml, and what its errors mean.

The C parser of ruamel.yaml is 19 times faster than the one written in Python; where it is missing the slow one is used.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

#: A part of a message of libyaml, in the order in which they are tried, and the word that stands for it here.
_PROBLEMS = (
    ("while scanning an alias", "bad_anchor"),
    ("while scanning an anchor", "bad_anchor"),
    ("while scanning a tag", "bad_tag"),
    ("undefined tag handle", "undefined_tag"),
    ("found unexpected end of stream", "unclosed_quote"),
    ("found unexpected document indicator", "unclosed_quote"),
    ("escape", "bad_escape"),
    ("hexdecimal", "bad_escape"),
    ("did not find expected <document start>", "text_after_end"),
    ("directive", "bad_directive"),
    ("version", "bad_directive"),
    ("tab character", "tab"),
    ("while scanning a block scalar", "block_scalar_header"),
    ("mapping values are not allowed", "unexpected_colon"),
    ("found unexpected ':'", "colon_in_flow"),
    ("sequence entries are not allowed", "unexpected_dash"),
    ("mapping keys are not allowed", "unexpected_question_mark"),
    ("could not find expected ':'", "missing_colon"),
    ("that cannot start any token", "reserved_character"),
    ("expected key", "expected_key"),
    ("<block end>", "expected_key"),
    ("expected '-' indicator", "expected_dash"),
    ("',' or ']'", "unclosed_list"),
    ("',' or '}'", "unclosed_mapping"),
    ("expected node content", "expected_value"),
    ("not allowed", "bad_character"),
)
#: Problems whose cause stands where the construct began, not where the parser gave up.
_BEGUN_EARLIER = ("missing_colon", "unclosed_quote")


@dataclass(frozen=True, slots=True)
class Problem:
    """A syntax error: a stable word, the words of the parser, where it is, and where the construct began."""

    word: str
    text: str
    offset: int
    begun: int | None


def c_parser_missing() -> bool:
    """Whether only the slow parser is installed: ``ruamel.yaml[oldlibyaml]`` brings the fast one."""
    return find_spec("_ruamel_yaml") is None


def events_of(text: str) -> Callable[[], Any]:
    """A function that returns the next event of the text at each call."""
    if c_parser_missing():
        from ruamel.yaml import YAML

        stream = YAML(typ="safe", pure=True).parse(text)
        return lambda: next(stream, None)
    from _ruamel_yaml import CParser  # type: ignore[import-not-found]

    next_event: Callable[[], Any] = CParser(text).get_event
    return next_event


#: A year as document numbers have it, with the brackets of a keyboard: 人社厅发[2020]79号.
_YEAR = re.compile(r"\[(?:19|20)[0-9]{2}\]")


def problem_of(error: Exception, text: str) -> Problem:
    """What a syntax error of either parser means, with offsets inside the text."""
    context = getattr(error, "context", None) or ""
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error).partition("\n")[0]
    message = f"{context}: {said}" if context else str(said)
    word = next((word for part, word in _PROBLEMS if part in message), "other")
    offset = _index(getattr(error, "problem_mark", None))
    if offset is None:
        offset = getattr(error, "position", None) or 0
    begun = _index(getattr(error, "context_mark", None))
    offset = min(offset, len(text))
    if word in ("tab", "reserved_character") and _tab_indents(text, offset):
        return Problem("tab", message, offset, None)
    year = next((at for at in (offset, offset - 6) if at >= 0 and _YEAR.match(text, at)), None)
    if year is not None:
        return Problem("bracketed_year", message, year, None)
    if word in _BEGUN_EARLIER and begun is not None:
        return Problem(word, message, begun, None)
    return Problem(word, message, offset, begun if begun != offset else None)


def _index(mark: Any) -> int | None:
    """The offset of a mark of either parser."""
    index = getattr(mark, "index", None)
    return index if isinstance(index, int) else None


def _tab_indents(text: str, offset: int) -> bool:
    """Whether the character at the offset is a tab with nothing but blanks before it on its line."""
    begin = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    return text[offset : offset + 1] == "\t" and not text[begin:offset].strip(" \t")
