"""The command with its subcommands, and what happens when something goes wrong."""

from __future__ import annotations

import gc
import signal
import sys
import threading
from collections.abc import Sequence
from itertools import pairwise
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from qingdan.app import (
    CLEAN,
    INTERRUPTED,
    USAGE,
    align,
    changelog,
    coverage,
    diff,
    documents,
    explain,
    export,
    failures,
    git_diff,
    impact,
    importing,
    init,
    items,
    publish,
    rules,
    schema,
    streams,
    upgrade,
    validate,
)
from qingdan.app.language import spoken
from qingdan.app.telling import tell
from qingdan.words.grammar import LANGS

if TYPE_CHECKING:
    from qingdan.words.grammar import Lang

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
app.command("documents", short_help="文件还有没有效。Documents and their state.")(documents.documents)
app.command("explain", short_help="说明编号、要素或名称。Explain an id or a name.")(explain.explain)
app.command("items", short_help="列出全国事项。List national items.")(items.items)
app.command("rules", short_help="列出规则或全国要求。List rules or requirements.")(rules.rules)
app.command("schema", short_help="写出格式文件。Write the JSON Schemas.")(schema.schema)
app.command("init", short_help="新建清单。Start a list.")(init.init)
app.command("import", short_help="从表格导入。Make a list of a table.")(importing.import_table)
app.command("align", short_help="名称对上全国事项。Which national items names are.")(align.align)
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

        streams.text([f"qingdan {__version__}\n"])
        raise typer.Exit()


#: ``kill``, and a terminal that is closed. Ctrl-C is an exception of its own.
_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


def run(words: Sequence[str]) -> int:
    """Run the command; the exit code."""
    streams.prepare()
    empty = _empty(words)
    if empty:
        from qingdan.app import usage

        tell(usage.empty(empty, _language(words)), err=True)
        return USAGE
    if threading.current_thread() is threading.main_thread():
        for number in _ENDING:
            if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup wants it
                signal.signal(number, _terminated)
    gc.disable()  # what is read holds no cycles: counting references frees it, and looking for cycles costs a twentieth
    try:
        code = _ran(words)
    finally:
        gc.enable()
        failed = streams.settle()
    return failures.unwritable(failed, _language(words)) if failed else code


def _ran(words: Sequence[str]) -> int:
    try:
        code = app(list(words) or ["--help"], prog_name="qingdan", standalone_mode=False)
        return code if isinstance(code, int) else CLEAN
    except SystemExit:
        # the library of the command line turns a closed pipe into 1, which here would mean findings
        if type(sys.stdout).__name__ != "PacifyFlushWrapper":
            raise
        streams.silence(sys.stdout)
        return CLEAN
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception as error:
        return failures.told(error, words, _language(words))


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
    asked = [word.removeprefix("--lang=") for word in words if word.startswith("--lang=")]
    asked += [after for word, after in pairwise(words) if word == "--lang"]
    return spoken(next((lang for each in asked for lang in LANGS if lang == each), None))
