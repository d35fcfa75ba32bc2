"""``qingdan export``: lists as data, in the forms that the site offers, too."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qingdan.app import CLEAN, UNREADABLE
from qingdan.app.day import AS_OF, day_of
from qingdan.app.language import LANG, spoken
from qingdan.app.misuse import NeedsFormat, TemplateOrLists
from qingdan.app.outputs import Output, asked, format_option, output_option, write
from qingdan.app.telling import tell
from qingdan.reports.formats import How
from qingdan.words.grammar import Lang, joined
from qingdan.words.said import Phrases

_FORMAT, _OUTPUT = format_option("export"), output_option()

_says = Phrases("app")


def export(
    paths: Annotated[list[Path] | None, typer.Argument(help="清单文件夹或单个文件。Folders or files of lists.")] = None,
    format: Annotated[str, _FORMAT] = "",
    output: Annotated[list[str] | None, _OUTPUT] = None,
    lang: Annotated[Lang | None, LANG] = None,
    as_of: Annotated[str, AS_OF] = "",
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "",
    findings: Annotated[bool, typer.Option("--findings", help="xlsx：发现写在格子上。Findings at cells.")] = False,
    template: Annotated[bool, typer.Option("--template", help="xlsx：一份空白的清单。A list to fill in.")] = False,
    province: Annotated[str, typer.Option(help="空白的清单是哪个省的。Province of --template.")] = "",
    items: Annotated[str, typer.Option(help="空白的清单列哪些全国事项。National items of --template.")] = "",
) -> None:
    """把清单导出为数据：一个地方的一个事项一条，带出处、日期、证据等级。Lists as data, a guide each."""
    import qingdan

    language = spoken(lang)
    outputs = asked("export", format, output, paths or ())
    _look_over(outputs, paths or [], findings, template, province, items)
    if template:
        found = qingdan.template(province, as_of=day_of(as_of), edition=edition, items=items)
    else:
        found = qingdan.export(*(paths or ()), as_of=day_of(as_of), edition=edition, findings=findings)
    write("export", outputs, found, How(language))
    if found.unread:
        names = joined(found.unread, language)
        tell(_says("missing", language, names=names), err=True)
    raise typer.Exit(UNREADABLE if found.unread else CLEAN)


def _look_over(
    outputs: list[Output], paths: list[Path], findings: bool, template: bool, province: str, items: str
) -> None:
    """See that what was asked for goes together, before anything is read."""
    for option, given in (("--template", template), ("--findings", findings)):
        if given and any(output.format != "xlsx" for output in outputs):
            raise NeedsFormat(option, "xlsx")
    if template and (paths or findings):
        raise TemplateOrLists("lists")
    if template and not province:
        raise TemplateOrLists("province")
    if not template and (province or items):
        raise TemplateOrLists("items")
    if not template and not paths:
        raise TemplateOrLists("neither")
