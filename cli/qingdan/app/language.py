"""Which language to speak: ``--lang``, then ``QINGDAN_LANG``, then the locale; Chinese if nothing is said."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qingdan.words.grammar import Lang


class Language(StrEnum):
    """What ``--lang`` takes."""

    zh = "zh"
    en = "en"


def spoken(option: Language | None = None) -> Lang:
    """The language of this run."""
    if option is not None:
        return "en" if option is Language.en else "zh"
    for name in ("QINGDAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value and not value.startswith(("C", "POSIX")):
            return "en" if value.startswith("en") else "zh"
    return "zh"
