"""``qingdan validate``: check provinces, single files or editions."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from qingdan.app import CLEAN, FOUND, UNREADABLE
from qingdan.app.day import AS_OF, day_of, today
from qingdan.app.failing import FAIL_ON, FailOn, fails
from qingdan.app.language import LANG, spoken
from qingdan.app.outputs import asked, format_option, output_option, write
from qingdan.app.progress import watcher
from qingdan.reports.formats import How
from qingdan.words.grammar import Lang

_FORMAT, _OUTPUT = format_option("validate"), output_option()


def validate(
    paths: Annotated[list[Path], typer.Argument(help="清单文件夹、单个文件或基准文件夹。Folders or files to check.")],
    format: Annotated[str, _FORMAT] = "",
    output: Annotated[list[str] | None, _OUTPUT] = None,
    lang: Annotated[Lang | None, LANG] = None,
    fail_on: Annotated[FailOn, FAIL_ON] = FailOn.error,
    select: Annotated[list[str] | None, typer.Option(help="只运行这些规则或要求。Run only these.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="不运行这些。Leave these out.")] = None,
    as_of: Annotated[str, AS_OF] = "",
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "",
    waivers_from: Annotated[
        str, typer.Option(metavar="REV", help="豁免以这个 git 修订为准。Waivers as they stand at this revision.")
    ] = "",
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="JSON", help="早先的 JSON 报告，只显示新增的。Show what is new since this report."),
    ] = None,
    rules: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="也用这个程序包带的规则。Run its rules, too.")
    ] = None,
    profile: Annotated[
        str, typer.Option(metavar="FILE|NAME", help="检查方案：文件，或清单 profiles/ 里的名称。A profile.")
    ] = "",
    province: Annotated[
        str, typer.Option(help="表格文件（xlsx、csv 等）是哪个省的清单。Whose list a file of tables is.")
    ] = "",
    show_all: Annotated[bool, typer.Option("--all", help="逐条显示全部发现。Show every finding in full.")] = False,
) -> None:
    """检查清单：结构、规则、与全国要求是否相符。Check lists: structure, rules, and the national requirements."""
    import qingdan

    outputs = asked("validate", format, output, [*paths, baseline])
    report = qingdan.validate(
        *paths,
        as_of=day_of(as_of),
        edition=edition,
        select=select or (),
        ignore=ignore or (),
        waivers_from=waivers_from,
        baseline=baseline or "",
        rules=rules or (),
        profile=profile,
        province=province,
        watch=watcher(),
        workers=os.cpu_count() or 1,
    )
    how = How(
        spoken(lang), today=today(), shown=1_000_000 if show_all else None, root=os.environ.get("GITHUB_WORKSPACE", "")
    )
    write("validate", outputs, report, how)
    if not report.complete or (report.baseline and not report.baseline.compared):
        raise typer.Exit(UNREADABLE)
    raise typer.Exit(FOUND if fails(report.findings, fail_on) else CLEAN)
