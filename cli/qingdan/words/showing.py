"""What steers a terminal, turns the reading or shows nothing is shown as what it is."""

from __future__ import annotations

from qingdan.words.characters import STEERING, escaped, needed


def visible(text: str) -> str:
    r"""Text for a terminal or a Markdown page: what steers, turns the reading or shows nothing becomes ``\u202e``.

    Marks that the script around them needs stay: the table is that of the reader.

    >>> visible("a\x1b[31mb")
    'a\\u001b[31mb'
    """
    return STEERING.sub(lambda match: match[0] if needed(text, match.start()) else escaped(match[0]), text)
