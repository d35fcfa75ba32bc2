"""Make text from a file harmless at the place where it comes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from qingdan.reading.characters import STEERING, escaped, needed


def visible(text: str) -> str:
    r"""Text for a terminal or a Markdown page: what steers, turns the reading or shows nothing becomes ``\u202e``.

    Marks that the script around them needs stay: the table is that of the reader.

    >>> visible("a\x1b[31mb")
    'a\\u001b[31mb'
    """
    return STEERING.sub(lambda match: match[0] if needed(text, match.start()) else escaped(match[0]), text)


def steers(text: str) -> bool:
    """Whether a text holds a character that ``visible`` would write out."""
    return any(not needed(text, match.start()) for match in STEERING.finditer(text))


def harmless(value: Any) -> Any:
    r"""A value for a data file: in its texts only line feeds and tabs are left of what steers.

    >>> harmless({"name": "a\u202eb"})
    {'name': 'a\\u202eb'}
    """
    if isinstance(value, str):
        return "\n".join(visible(line) for line in value.split("\n")) if steers(value) else value
    if isinstance(value, Mapping):
        return {harmless(key): harmless(each) for key, each in value.items()}
    return [harmless(each) for each in value] if isinstance(value, Iterable) else value


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
