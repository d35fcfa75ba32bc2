"""``qingdan validate``: check provinces, single files or editions."""

from __future__ import annotations

import datetime
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qingdan.app import CLEAN, FOUND, UNREADABLE, USAGE
from qingdan.app.language import Language, spoken
from qingdan.app.progress import watcher


class Format(StrEnum):
    """How the report is written."""

    text = "text"
    concise = "concise"
    json = "json"
    github = "github"


class FailOn(StrEnum):
    """From which severity on the exit code is 1."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


def validate(
    paths: Annotated[list[Path], typer.Argument(help="清单文件夹、单个文件或基准文件夹。Folders or files to check.")],
    format: Annotated[Format, typer.Option("--format", "-f", help="输出格式。Output format.")] = Format.text,
    lang: Annotated[Language | None, typer.Option("--lang", help="语言 zh 或 en。Language.")] = None,
    fail_on: Annotated[FailOn, typer.Option(help="从哪一级起算失败。Exit 1 from this severity on.")] = FailOn.error,
    select: Annotated[list[str] | None, typer.Option(help="只运行这些规则或要求。Run only these.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="不运行这些。Leave these out.")] = None,
    as_of: Annotated[str, typer.Option(help="以哪一天为准，默认今天。The day to judge by; today.")] = "",
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "",
    show_all: Annotated[bool, typer.Option("--all", help="逐条显示全部发现。Show every finding in full.")] = False,
) -> None:
    """检查清单：结构、规则、与全国要求是否相符。Check lists: structure, rules, and the national requirements."""
    import qingdan
    from qingdan.model import dates
    from qingdan.sdk import NothingThere, UnknownEdition

    language = spoken(lang)
    zh = language == "zh"
    day = as_of or datetime.date.today().isoformat()
    parsed = dates.parse(day)
    if parsed is None or not parsed.full:
        typer.echo(
            f"--as-of {day}：不是一天，请写成 2026-11-22" if zh else f"--as-of {day}: write a day, 2026-11-22", err=True
        )
        raise typer.Exit(USAGE)
    try:
        report = qingdan.validate(
            *paths, as_of=day, edition=edition, select=select or (), ignore=ignore or (), watch=watcher()
        )
    except NothingThere as error:
        there = error.path.exists()
        _say_nothing_there(error.path, there, zh)
        raise typer.Exit(UNREADABLE) from None
    except UnknownEdition as error:
        known = "、".join(error.known)
        said = f"没有全国基准“{error.name}”；现有：{known}；也可以写一个含 edition.yaml 的文件夹"
        typer.echo(
            said if zh else f"No edition '{error.name}'; known: {known}; or name a folder with edition.yaml", err=True
        )
        raise typer.Exit(USAGE) from None
    typer.echo(_rendered(report, format, language, show_all), nl=False)
    if not report.complete:
        raise typer.Exit(UNREADABLE)
    levels = [FailOn.info, FailOn.warning, FailOn.error]
    worst = max((finding.severity for finding in report.findings), default=0)
    failed = fail_on is not FailOn.never and worst > levels.index(fail_on)
    raise typer.Exit(FOUND if failed else CLEAN)


def _say_nothing_there(path: Path, there: bool, zh: bool) -> None:
    if zh:
        what = "里没有 catalogue.yaml，也没有 edition.yaml" if there else "不存在"
        typer.echo(f"{path} {what}。\n下一步：指到清单文件夹，或用 qingdan init 新建一份。", err=True)
    else:
        what = "holds no catalogue.yaml and no edition.yaml" if there else "does not exist"
        typer.echo(f"{path} {what}.\nNext: name the folder of a list, or start one with qingdan init.", err=True)


def _rendered(report: object, format: Format, language: str, show_all: bool) -> str:
    from qingdan.findings import Report
    from qingdan.reporting import json_report, lines, text

    assert isinstance(report, Report)
    lang = "zh" if language == "zh" else "en"
    if format is Format.json:
        return json_report.render(report, lang)  # type: ignore[arg-type]
    if format is Format.concise:
        return lines.concise(report, lang)  # type: ignore[arg-type]
    if format is Format.github:
        return lines.github(report, lang)  # type: ignore[arg-type]
    paint = text.ansi if sys.stdout.isatty() else text.plain
    return text.render(report, lang, paint, shown=1_000_000 if show_all else text.SHOWN)  # type: ignore[arg-type]
