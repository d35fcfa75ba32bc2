"""Colours of a terminal, by what they mean."""

from __future__ import annotations

from collections.abc import Callable

#: A text and the name of a style → the text as it is shown.
Paint = Callable[[str, str], str]

_STYLES = {"error": "1;31", "warning": "33", "info": "36", "dim": "2", "bold": "1", "good": "32"}


def ansi(text: str, style: str) -> str:
    """Colour a text for a terminal."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def plain(text: str, style: str) -> str:
    """Leave a text as it is, for files and pipes."""
    return text
