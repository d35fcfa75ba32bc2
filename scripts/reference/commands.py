"""The commands, from their ``--help``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer
from scripts.reference.markdown import fenced, page

from qingdan.app.command import app

#: Columns of the help as it is printed here, whatever the terminal.
WIDTH = 100
_LEAD = (
    "每条命令都可以加 `--help`。命令只是 Python 包里同名函数的外壳，见 [SDK](sdk.md)；"
    "退出码见[退出码](../howto/exit-codes.md)。"
)


def commands() -> dict[str, Any]:
    """Command name → command, in the order of the help."""
    group: Any = typer.main.get_command(app)
    return dict(group.commands)


def help_of(name: str = "") -> str:
    """The help of a command, or of ``qingdan`` itself."""
    group: Any = typer.main.get_command(app)
    top = group.context_class(
        group, info_name="qingdan", terminal_width=WIDTH, max_content_width=WIDTH, **group.context_settings
    )
    if not name:
        return str(group.get_help(top))
    command = group.commands[name]
    below = command.context_class(command, info_name=name, parent=top, terminal_width=WIDTH, max_content_width=WIDTH)
    return str(command.get_help(below))


def _lines() -> Iterator[str]:
    yield from fenced(help_of(), "text")
    for name in commands():
        yield f"## qingdan {name}"
        yield ""
        yield from fenced(help_of(name), "text")


def pages() -> dict[str, str]:
    """The page of the commands."""
    return {"cli.md": page("命令", _LEAD, _lines())}
