"""A package that is not installed: which part of the tool wants it, and how it comes, with a network and without."""

from __future__ import annotations

import traceback

from qingdan.problems.of_packages import not_installed
from qingdan.words.grammar import Lang

#: Room of the package → the extra with which what it imports is installed. The other rooms need no extra.
ROOMS = {"publishing": "site", "sources": "tables"}


def missing(error: ModuleNotFoundError, lang: Lang) -> str:
    """What to install where an import failed: the room in which it failed says to which extra the package belongs."""
    return not_installed(_extra(error), (error.name or "").partition(".")[0], lang)


def _extra(error: ModuleNotFoundError) -> str:
    """The extra of the innermost room that wanted the package; empty where a plain install has it."""
    found = ""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        name = str(frame.f_globals.get("__name__", ""))
        if name.startswith("qingdan."):
            found = ROOMS.get(name.split(".")[1], "")
    return found
