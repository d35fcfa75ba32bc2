"""The day by which lists are judged: as it was typed, or today."""

from __future__ import annotations

import datetime

import typer

from qingdan.app import USAGE
from qingdan.app.language import Language, spoken
from qingdan.app.telling import tell


def day_of(as_of: str, lang: Language | None) -> str:
    """The day asked for.

    Raises:
        Exit: What was typed is no day; it has been said.
    """
    from qingdan.model import dates

    day = as_of or datetime.date.today().isoformat()
    parsed = dates.parse(day)
    if parsed is None or not parsed.full:
        zh, en = f"--as-of {day} 不是一天；请写成 2026-11-22", f"--as-of {day} is no day; write it as 2026-11-22"
        tell(zh if spoken(lang) == "zh" else en, err=True)
        raise typer.Exit(USAGE)
    return day
