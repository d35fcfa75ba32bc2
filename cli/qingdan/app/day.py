"""The day by which lists are judged: as it was typed, or today in Beijing, wherever the machine stands."""

from __future__ import annotations

import datetime

import typer

from qingdan.app.misuse import NoDay
from qingdan.printing.escape import shortened

#: All of China keeps this time, the whole year.
_BEIJING = datetime.timezone(datetime.timedelta(hours=8))

#: The option of every command that judges.
AS_OF = typer.Option(help="以哪一天为准，默认北京时间的今天。The day to judge by; today in Beijing.")


def today() -> str:
    """The day that it is in Beijing."""
    return datetime.datetime.now(_BEIJING).date().isoformat()


def day_of(as_of: str, option: str = "--as-of") -> str:
    """The day asked for; ``option`` is what it was typed after.

    Raises:
        NoDay: What was typed is no day.
    """
    from qingdan.model import dates

    day = as_of or today()
    parsed = dates.parse(day)
    if parsed is None or not parsed.full:
        raise NoDay(option, shortened(day))
    return day
