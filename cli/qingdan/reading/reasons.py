"""Why the parser stopped: from its words to the word for what is wrong with the text.

libyaml says where its grammar ended, not what a person did. It also refuses some texts that YAML 1.2 allows; then the
word names what it cannot read, so that the message can say how to write it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

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
_BEGUN_EARLIER = ("missing_colon", "unclosed_quote", "bad_directive", "bad_anchor")
#: Problems of a text that lies where the structure of the document should go on.
_OUT_OF_STRUCTURE = ("missing_colon", "expected_key", "expected_dash", "text_after_end")
_UNCLOSED = ("unclosed_list", "unclosed_mapping")
#: Problem, what stands at its place, and what is really wrong there.
_AT_ITS_PLACE = (
    ("expected_key", re.compile(r":(?=[ \t\r\n]|\Z)"), "empty_key"),
    ("expected_value", re.compile(r":(?=[ \t\r\n,\]}]|\Z)"), "empty_key"),
    ("expected_value", re.compile(r"-(?=[ \t\r\n,\]}]|\Z)"), "dash_in_flow"),
    ("expected_value", re.compile(r"[:?]"), "sign_first_in_flow"),
    ("expected_value", re.compile(r"\.\.\.(?=[ \t\r\n]|\Z)"), "early_end"),
    ("unexpected_dash", re.compile(r"-[ \t]*(?=[\r\n]|\Z)"), "lone_dash"),
    ("text_after_end", re.compile("---"), "text_after_end"),
)
#: A year as document numbers have it, with the brackets of a keyboard: 人社厅发[2020]79号.
_YEAR = re.compile(r"\[(?:19|20)[0-9]{2}\]")
#: What may stand before a tab that takes the place of a blank: nothing, or signs of structure.
_STRUCTURE = re.compile(r"[ \t]*(?:[-?:][ \t]+)*[-?:]?[ \t]*")
#: The end of a line behind which a text block follows.
_BLOCK_HEADER = re.compile(r"(?:^|[\s:\-])[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$")
#: A line is looked at no further back than this, so that a hostile file costs no more than another.
_LOOK_BACK = 1000


@dataclass(frozen=True, slots=True)
class Problem:
    """A syntax error: a stable word, the words of the parser, where it is, and where the construct began."""

    word: str
    text: str
    offset: int
    begun: int | None


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
    if word in ("tab", "reserved_character") and text[offset : offset + 1] == "\t":
        return Problem(_tab(text, offset, message) or word, message, offset, None)
    year = next((at for at in (offset, offset - 6) if at >= 0 and _YEAR.match(text, at)), None)
    if year is not None:
        return Problem("bracketed_year", message, year, None)
    at = begun if word in _BEGUN_EARLIER and begun is not None else offset
    true = _true_reason(text, word, at)
    if true != word:
        return Problem(true, message, at, None)
    return Problem(word, message, at, begun if begun != at else None)


def _true_reason(text: str, word: str, offset: int) -> str:
    """The word for what stands at the place of a problem; the word of the parser where that says it already."""
    for problem, pattern, true in _AT_ITS_PLACE:
        if problem == word and pattern.match(text, offset):
            return true
    begins = not _before(text, offset).strip()
    if begins and word in _UNCLOSED and text[offset : offset + 1] == ":":
        return "colon_on_next_line"
    if begins and word in _OUT_OF_STRUCTURE:
        above = _line_before(text, offset)
        if word == "text_after_end" and above.rstrip() == "...":
            return "second_document"
        if _BLOCK_HEADER.search(above):
            return "block_not_indented"
    return word


def _index(mark: object) -> int | None:
    """The offset of a mark of either parser."""
    index = getattr(mark, "index", None)
    return index if isinstance(index, int) else None


def _tab(text: str, offset: int, message: str) -> str:
    """Where a tab stands that takes the place of a blank; ``""`` where it is something else that is wrong."""
    before = _before(text, offset)
    if "block scalar" in message:
        return "tab_in_block"
    if not before.strip(" \t"):
        return "tab_indents"
    return "tab_behind_sign" if _STRUCTURE.fullmatch(before) else ""


def _before(text: str, offset: int) -> str:
    """What stands on the line before an offset."""
    least = max(offset - _LOOK_BACK, 0)
    return text[max(text.rfind("\n", least, offset), text.rfind("\r", least, offset), least - 1) + 1 : offset]


def _line_before(text: str, offset: int) -> str:
    """The nearest line above that of an offset which is neither blank nor a comment."""
    end = offset - len(_before(text, offset))
    for _ in range(_LOOK_BACK):
        if end <= 0:
            break
        line = _before(text, end - 1)
        if line.strip() and not line.lstrip().startswith("#"):
            return line
        end -= len(line) + 1
    return ""
