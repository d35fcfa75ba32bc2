"""How a language puts words together: lists, brackets, colons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)


def colon(lang: Lang) -> str:
    """Between a title and what it introduces."""
    return "：" if lang == "zh" else ": "


def bracketed(text: str, lang: Lang) -> str:
    """A text in the brackets of the language."""
    return f"（{text}）" if lang == "zh" else f" ({text})"


def joined(values: Sequence[object], lang: Lang) -> str:
    """A list as a person would read it aloud."""
    return ("、" if lang == "zh" else ", ").join(str(value) for value in values)
