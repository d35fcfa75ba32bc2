"""Make text from a file harmless at the place where it comes out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Literal

from qingdan.words.characters import STEERING, needed
from qingdan.words.showing import visible


def shortened(text: str, most: int = 200) -> str:
    """What somebody typed, as a message shows it: the middle of what is too long is left out.

    >>> shortened("a" * 100, 11)
    'aaaaa…aaaaa'
    """
    half = most // 2
    return text if len(text) <= most else f"{text[:half]}…{text[-half:]}"


def steers(text: str) -> bool:
    """Whether a text holds a character that ``visible`` would write out."""
    return any(not needed(text, match.start()) for match in STEERING.finditer(text))


def harmless(value: object) -> object:
    r"""A value for a data file: in its texts only line feeds and tabs are left of what steers.

    >>> harmless({"name": "a\u202eb"})
    {'name': 'a\\u202eb'}
    """
    if isinstance(value, str):
        return "\n".join(visible(line) for line in value.split("\n")) if steers(value) else value
    if isinstance(value, Mapping):
        return {harmless(key): harmless(each) for key, each in value.items()}
    return [harmless(each) for each in value] if isinstance(value, Iterable) else value


#: What the runner of a pipeline takes for a command: at the start of a line, behind blanks too (GitHub), or anywhere in
#: it (Azure, the older form of GitHub, TeamCity, GitLab, Travis).
_COMMAND = re.compile(
    r"^([^\S\n]*)(:)(?=:)|()(#(?=#(?:vso|teamcity)?\[)|s(?=ection_(?:start|end):)|t(?=ravis_(?:fold|time):))",
    re.MULTILINE | re.IGNORECASE,
)
#: Looked for first: most texts hold none of them.
_SIGNS = ("::", "##", "ection_", "ECTION_", "ravis_", "RAVIS_")

#: How a format writes a character by its number, so that its reader gets the character and a runner sees none.
Written = Literal["escape", "entity"]


def no_command(text: str, written: Written = "escape", own: bool = False) -> str:
    r"""What is to be printed, without anything that a runner (GitHub, Azure, TeamCity, GitLab) would carry out.

    Args:
        text: Any number of lines.
        written: ``escape`` writes a character as ``\u003a``, ``entity`` as ``&#58;``.
        own: The lines are themselves commands for GitHub; only those of others are taken away.

    >>> no_command("::error::x")
    '\\u003a:error::x'
    """
    if not any(sign in text for sign in _SIGNS):
        return text

    def spelt(match: re.Match[str]) -> str:
        if own and match[2]:
            return match[0]
        mark = ord(match[2] or match[4])
        return (match[1] or "") + (f"&#{mark};" if written == "entity" else f"\\u{mark:04x}")

    return _COMMAND.sub(spelt, text)


def json_text(text: str) -> str:
    r"""A JSON text in which the same values stand, but nothing that steers, and no command.

    Half a character, as a folder name that is no UTF-8 leaves it, becomes the six characters ``\udce9``: no JSON could
    hold it, and what is read back is what a report shows.
    """
    if steers(text.replace("\n", "")):
        text = "\n".join(STEERING.sub(_as_json, line) for line in text.split("\n"))
    return no_command(text)


def _as_json(match: re.Match[str]) -> str:
    written = json.dumps(match[0])[1:-1]
    return f"\\{written}" if "\ud800" <= match[0] <= "\udfff" else written


def command_data(text: str) -> str:
    """The message of a GitHub workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def command_property(text: str) -> str:
    """A property (file, title) of a GitHub workflow command."""
    return command_data(text).replace(":", "%3A").replace(",", "%2C")


#: A cell that begins so is taken for a formula; the full-width forms are, too, where Chinese is typed.
_FORMULA = tuple("=+-@\t\r＝＋－＠")


def spreadsheet_cell(text: str) -> str:
    r"""A text for a cell of a spreadsheet: never a formula, and no characters that steer.

    >>> spreadsheet_cell("=1+1")
    "'=1+1"
    """
    return "'" + visible(text) if text.lstrip(" \u3000\n").startswith(_FORMULA) else visible(text)


#: What Markdown, the HTML inside it, or GitHub (links, mentions) would read as more than text.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]|~$])|^(\s*)([>+-]|[0-9]{1,9}(?=[.)]))|([#@]|(?<=\w):(?=//)|(?<=\b[wW]{3})\.)")


def markdown(text: str) -> str:
    r"""A text for one line or one cell of a Markdown page: nothing in it is markup, and it stays on its line.

    >>> markdown("<b>|*x*")
    '&lt;b&gt;\\|\\*x\\*'
    """
    safe = visible(text.replace("\t", " ")).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKDOWN.sub(lambda match: f"\\{match[1]}" if match[1] else _literal(match), safe)


def _literal(match: re.Match[str]) -> str:
    mark = match[3] or match[4]
    return f"{match[2] or ''}&#{ord(mark[0])};{mark[1:]}"
