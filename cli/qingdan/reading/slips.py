"""Slips of a Chinese keyboard: full-width signs and spaces where YAML wants the plain ones.

The parser notices such a slip only later, at an innocent line. Where it gives up, the lines around are searched for
signs that stand where only structure can stand: a full-width colon behind a key, full-width braces around a value, a
wide space as indentation. Inside a text the same signs are ordinary Chinese, and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qingdan.words.characters import WIDE_SPACES

#: The sign that was typed → the sign that is meant.
MEANT = {
    **dict(zip("：，、；｛｝［］", ":,,,{}[]", strict=True)),
    **dict.fromkeys("“”„‘’＂", '"'),
    **dict.fromkeys("－–—−", "-"),
    **dict.fromkeys("\u3000\u00a0", " "),
    "-": "- ",
    ":": ": ",
}
#: How many lines before the one at which the parser stopped are searched.
LOOK_BACK = 3
#: No line is searched further, so that one line of a hostile file costs no more than another.
_LONGEST = 1000
#: Syntax errors that a slip some lines above can cause.
_DELAYED = frozenset(
    "unexpected_colon missing_colon colon_in_flow expected_key expected_dash expected_value unexpected_dash "
    "unclosed_list unclosed_mapping text_after_end empty_key colon_on_next_line sign_first_in_flow lone_dash "
    "dash_in_flow block_not_indented".split()
)

_WIDE = "".join(WIDE_SPACES)
_START = r"^\s*+(?:-[ \t]*+)*+"
_QUOTES = "“”„‘’＂"
_KEY = rf"[\"'{_QUOTES}]?[a-z_][a-z0-9_]*+[\"'{_QUOTES}]?[ {_WIDE}]*+"
#: Read at every line; each names one sign as ``slip``.
_ALWAYS = (
    rf"^ *+(?P<slip>[{_WIDE}])(?=[ {_WIDE}]*+[^ {_WIDE}#])",
    r"^\s*+(?P<slip>-)(?=[\[{｛［]|[a-z_]++[:：])",
    r"^\s*+(?P<slip>[－–—−])(?=[\s\[{｛［a-z])",
    rf"^\s*+-(?P<slip>[{_WIDE}])",
    rf"{_START}[\[{{｛［]?\s*+{_KEY}(?P<slip>：)",
    rf"{_START}{_KEY}:(?P<slip>[{_WIDE}])",
    rf"(?:^\s*+|-\s*+|{_KEY}[:：]\s*+|[,，\[［]\s*+)(?P<slip>[｛［])",
)
#: Read at lines with a list or mapping in flow style.
_IN_FLOW = (
    rf"[,，、；{{｛]\s*+{_KEY}(?P<slip>：)",
    rf"(?P<slip>[，、；])\s*+{_KEY}[:：]",
    r"(?P<slip>[｝］])(?=\s*+[,，｝}\]］]*+\s*+$)",
)
#: Read only at the line at which the parser stopped.
_WHERE_IT_FAILED = (
    rf"(?:{_KEY}[:：]\s*+|^\s*+-\s++)(?P<slip>[{_QUOTES}])",
    rf"[:：]\s*+[\"{_QUOTES}][^\"{_QUOTES}]*+(?P<slip>[{_QUOTES}])\s*+$",
)
#: Read only at a line that lacks the colon of its key: the key may be Chinese here.
_WITHOUT_COLON = (rf"{_START}[^\s:：#\"'{_QUOTES}{{\[]{{1,12}}?(?P<slip>：)", rf"{_START}{_KEY}(?P<slip>:)(?=[^\s/:])")
#: What a key looks like that has swallowed its value or a sign of structure.
_KEY_WITH_SLIP = tuple(
    map(
        re.compile,
        (
            r"(?P<slip>-)(?=[\[{｛［a-zA-Z_])",
            rf"-(?P<slip>[{_WIDE}])",
            r"(?P<slip>[－–—−])(?=[\s\[{｛［a-z])",
            r"(?P<slip>[｛［])",
            rf"(?P<slip>[{_QUOTES}])[a-z_]++[{_QUOTES}]$",
            r"[a-z_]++(?P<slip>：)",
            r"[a-z_]++(?P<slip>:)(?=[^/])",
        ),
    )
)
_FLOW = re.compile(r"[\[{｛［]")


@dataclass(frozen=True, slots=True)
class Slip:
    """One sign at an offset, and the sign that is meant."""

    offset: int
    found: str
    write: str

    def edit(self, text: str) -> tuple[int, int, str]:
        """Start, end and new text; a blank follows a colon, and a wide space is as wide as two."""
        new = self.write
        behind = text[self.offset + 1 : self.offset + 2]
        if self.found in "：，、；－–—−" and behind not in ("", " ", "\n", "\r", *WIDE_SPACES):
            new += " "
        start, end = _line_at(text, self.offset)
        if self.found == "\u3000" and start < end and not text[start : self.offset].strip():
            new = "  "
        return self.offset, self.offset + 1, new


def slips_near(text: str, problem: str, offset: int, begun: int | None) -> list[Slip]:
    """The slips of the line that most likely made the parser stop; none where it was something else.

    Args:
        text: The whole text.
        problem: The word of the syntax error.
        offset: Where the parser stopped.
        begun: Where the construct began.
    """
    failing = _line_at(text, offset)
    lines = [failing]
    if problem in _DELAYED:
        if begun is not None:
            lines.append(_line_at(text, begun))
        start = failing[0]
        for _ in range(LOOK_BACK):
            if start:
                lines.append(_line_at(text, start - 1))
                start = lines[-1][0]
    for line in dict.fromkeys(lines):
        patterns = _ALWAYS + (_IN_FLOW if _FLOW.search(text, *line) else ())
        if line == failing:
            patterns += _WHERE_IT_FAILED + (_WITHOUT_COLON if problem == "missing_colon" else ())
        found = list(_found(text, line, patterns))
        if found:
            return found
    return []


def slips_in_key(text: str, name: str, start: int) -> list[Slip]:
    """The slips around a plain key that was read but cannot be what was meant, such as ``-{id`` or ``id：A-1``."""
    match = next(filter(None, (pattern.match(name) for pattern in _KEY_WITH_SLIP)), None)
    if match is None:
        return []
    line = _line_at(text, start)
    patterns = _ALWAYS + (_IN_FLOW if _FLOW.search(text, *line) else ())
    places = [match.start("slip")] + ([len(name) - 1] if match["slip"] in _QUOTES else [])
    alone = [Slip(start + index, name[index], MEANT[name[index]]) for index in places]
    return list(_found(text, line, patterns)) or alone


def slip_in_text(value: str) -> tuple[str, str] | None:
    """The slip in a text that stands where a mapping is meant, such as ``id：A-1``: the sign and what is meant."""
    match = re.match(r"[｛{]?\s*+[a-z_]++\s*+(?P<slip>[：:])", value) or re.match(r"(?P<slip>[｛［])", value)
    return (match["slip"], MEANT[match["slip"]]) if match else None


def indentation(text: str, start: int) -> list[Slip]:
    """The wide spaces that indent the line on which a key begins; none where other text stands before the key."""
    line = _line_at(text, start)
    return list(_found(text, line, _ALWAYS[:1])) if not text[line[0] : start].strip() else []


def _found(text: str, line: tuple[int, int], patterns: tuple[str, ...]) -> Iterator[Slip]:
    """The slips of one line, in order; a comment has none."""
    start, end = line
    shown = text[start:end]
    if shown.lstrip().startswith("#"):
        return
    places = {match.start("slip") for pattern in patterns for match in re.finditer(pattern, shown)}
    blank = re.match(rf"[ {_WIDE}]*+", shown)
    if blank and places & set(range(blank.end())):
        places.update(index for index in range(blank.end()) if shown[index] in WIDE_SPACES)
    for index in sorted(places):
        yield Slip(start + index, shown[index], MEANT[shown[index]])


def _line_at(text: str, offset: int) -> tuple[int, int]:
    """Start and end of the line that holds an offset; nothing of a line that is unreasonably long before it."""
    least = max(offset - _LONGEST, 0)
    start = text.rfind("\n", least, offset) + 1
    if not start and least:
        return offset, offset
    end = text.find("\n", offset, start + _LONGEST)
    return start, min(len(text), start + _LONGEST) if end < 0 else end
