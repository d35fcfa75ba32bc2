"""The command with its subcommands, and what happens when something goes wrong."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Sequence
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from qingdan.app import (
    FAULT,
    INTERRUPTED,
    UNREADABLE,
    USAGE,
    changelog,
    coverage,
    diff,
    explain,
    export,
    git_diff,
    impact,
    init,
    publish,
    rules,
    schema,
    upgrade,
    validate,
)
from qingdan.app.language import Language, spoken
from qingdan.app.system import why
from qingdan.app.telling import tell

if TYPE_CHECKING:
    from qingdan.reporting.words import Lang

app = typer.Typer(
    name="qingdan",
    help="清单：以文件维护就业公共服务事项清单，对照全国基准校验。Lists of employment public services, checked.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("validate", short_help="检查清单。Check lists.")(validate.validate)
app.command("diff", short_help="比较两方。Compare two sides.")(diff.diff)
app.command("changelog", short_help="公示附件。The annex of a notice.")(changelog.changelog)
app.command("explain", short_help="说明编号、要素或名称。Explain an id or a name.")(explain.explain)
app.command("rules", short_help="列出规则或全国要求。List rules or requirements.")(rules.rules)
app.command("schema", short_help="写出格式文件。Write the JSON Schemas.")(schema.schema)
app.command("init", short_help="新建清单。Start a list.")(init.init)
app.command("coverage", short_help="覆盖全国事项的情况。What lists cover.")(coverage.coverage)
app.command("impact", short_help="换用基准的影响。What another edition changes.")(impact.impact)
app.command("export", short_help="导出为数据。Lists as data.")(export.export)
app.command("publish", short_help="生成网站。Build the public site.")(publish.publish)
app.command("upgrade", short_help="把清单升级到新一版全国基准。Bring a list to a newer edition.")(upgrade.upgrade)
app.command(
    "git-diff",
    short_help="供 git 调用：按编号比较清单。Called by git to compare lists.",
    context_settings={"ignore_unknown_options": True},  # a path may begin with a dash
)(git_diff.git_diff)


@app.callback()
def about(
    version: Annotated[bool, typer.Option("--version", "-V", help="显示版本。Show the version.")] = False,
) -> None:
    """清单：以文件维护就业公共服务事项清单，对照全国基准校验。Lists of employment public services, checked."""
    if version:
        from qingdan import __version__

        typer.echo(f"qingdan {__version__}")
        raise typer.Exit()


#: ``kill``, and a terminal that is closed. Ctrl-C is an exception of its own.
_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


def run(words: Sequence[str]) -> int:
    """Run the command; the exit code."""
    _speak_any_console()
    if _empty(words):
        from qingdan.app import problems

        tell(problems.empty(_empty(words), _language(words)), err=True)
        return USAGE
    if threading.current_thread() is threading.main_thread():
        for number in _ENDING:
            if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup wants it
                signal.signal(number, _terminated)
    gc.disable()  # what is read holds no cycles: counting references frees it, and looking for cycles costs a twentieth
    try:
        code = app(list(words) or ["--help"], standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except BrokenPipeError:
        return _nobody_reads(sys.stdout.fileno())
    except SystemExit:
        # the library of the command line turns a closed pipe into 1, which here would mean findings
        if type(sys.stdout).__name__ != "PacifyFlushWrapper":
            raise
        return _nobody_reads(sys.stdout.fileno())
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except OSError as error:
        return _unreadable(error, _language(words))
    except Exception as error:
        return _explained(error, _language(words))
    finally:
        gc.enable()


def _nobody_reads(output: int) -> int:
    """Whoever read the pipe has gone; what is left in the buffer has nowhere to go either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), output)
    return 0


def _terminated(number: int, frame: FrameType | None) -> None:
    """Stopped from outside: leave by an exception, so that what was begun is cleared away; once is enough."""
    for each in _ENDING:
        signal.signal(each, signal.SIG_IGN)
    raise SystemExit(128 + number)


def _empty(words: Sequence[str]) -> str:
    """The first option that is given an empty value: a variable that was never set must not switch a check off."""
    if words[:1] == ["git-diff"]:  # git says what it hands over
        return ""
    for before, word in zip(["", *words], words, strict=False):
        name, equals, value = word.partition("=")
        if (equals and not value and name.startswith("--")) or not word:
            return name or before
    return ""


def _language(words: Sequence[str]) -> Lang:
    """The language of messages about the words themselves, before any option was understood."""
    after = next((words[at + 1] for at, word in enumerate(words[:-1]) if word == "--lang"), "")
    return spoken(Language(after)) if after in Language.__members__ else spoken()


def _explained(error: Exception, lang: Lang) -> int:
    """Say what an exception means; the exit code."""
    from qingdan.app import problems

    found = problems.said(error, lang)
    if found:
        tell(found[0], err=True)
        return found[1]
    if hasattr(error, "format_message"):
        tell(problems.usage(error, lang), err=True)
        return USAGE
    return _fault(error, lang)


def _speak_any_console() -> None:
    """A console that cannot show a character gets its escape instead of a crash (GBK on Windows, ASCII in a pipe)."""
    if sys.stdout is None:  # closed by whoever started us: there is nobody to tell
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def _unreadable(error: OSError, lang: Lang) -> int:
    name = f"{error.filename}: " if isinstance(error.filename, str) else ""
    what = why(error, lang)
    tell(f"读写失败：{name}{what}" if lang == "zh" else f"cannot read or write: {name}{what}", err=True)
    return UNREADABLE


def _fault(error: Exception, lang: Lang) -> int:
    """A fault of the tool is told apart from findings, and says how it can be reported."""
    if os.environ.get("QINGDAN_DEBUG"):
        raise error
    what = f"{type(error).__name__}: {error}"
    zh = f"qingdan 自身出错：{what}\n数据没有被改动。设 QINGDAN_DEBUG=1 再运行一次，把输出附在问题报告里。"
    en = f"qingdan itself failed: {what}\nNo data was changed. Run again with QINGDAN_DEBUG=1 and attach the output."
    tell(zh if lang == "zh" else en, err=True)
    return FAULT
