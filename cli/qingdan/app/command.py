"""The command with its subcommands, and what happens when something goes wrong."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from qingdan.app import FAULT, UNREADABLE, explain, init, rules, schema, validate
from qingdan.app.language import spoken

app = typer.Typer(
    name="qingdan",
    help="清单：以文件维护就业公共服务事项清单，对照全国基准校验。Lists of employment public services, checked.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("validate")(validate.validate)
app.command("explain")(explain.explain)
app.command("rules")(rules.rules)
app.command("schema")(schema.schema)
app.command("init")(init.init)


@app.callback()
def about(
    version: Annotated[bool, typer.Option("--version", "-V", help="显示版本。Show the version.")] = False,
) -> None:
    """清单：以文件维护就业公共服务事项清单，对照全国基准校验。Lists of employment public services, checked."""
    if version:
        from qingdan import __version__

        typer.echo(f"qingdan {__version__}")
        raise typer.Exit()


def run(words: Sequence[str]) -> int:
    """Run the command; the exit code."""
    _speak_any_console()
    gc.disable()  # what is read holds no cycles: counting references frees it, and looking for cycles costs a twentieth
    try:
        app(list(words))
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0
    except OSError as error:
        return _unreadable(error)
    except Exception as error:
        return _fault(error)
    finally:
        gc.enable()
    return 0


def _speak_any_console() -> None:
    """A console that cannot show a character gets its escape instead of a crash (GBK on Windows, ASCII in a pipe)."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def _unreadable(error: OSError) -> int:
    name = f"{error.filename}: " if error.filename else ""
    zh, en = f"读写失败：{name}{error.strerror}", f"cannot read or write: {name}{error.strerror}"
    typer.echo(zh if spoken() == "zh" else en, err=True)
    return UNREADABLE


def _fault(error: Exception) -> int:
    """A fault of the tool is told apart from findings, and says how it can be reported."""
    if os.environ.get("QINGDAN_DEBUG"):
        raise error
    what = f"{type(error).__name__}: {error}"
    zh = f"qingdan 自身出错：{what}\n数据没有被改动。设 QINGDAN_DEBUG=1 再运行一次，把输出附在问题报告里。"
    en = f"qingdan itself failed: {what}\nNo data was changed. Run again with QINGDAN_DEBUG=1 and attach the output."
    typer.echo(zh if spoken() == "zh" else en, err=True)
    return FAULT
