"""``qingdan changelog``: the annex that goes with a public notice, and the short version for citizens."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from qingdan.app import CLEAN, UNREADABLE
from qingdan.app.day import day_of
from qingdan.app.language import LANG, spoken
from qingdan.app.misuse import EditionForCitizens
from qingdan.app.outputs import asked, format_option, output_option, write
from qingdan.reports.formats import How
from qingdan.words.grammar import Lang

_FORMAT, _OUTPUT = format_option("changelog"), output_option()


class Readers(StrEnum):
    """Whom it is written for."""

    office = "office"
    citizens = "citizens"


def changelog(
    before: Annotated[str, typer.Argument(help="旧版，如 修订:路径。The older version, such as REVISION:path.")],
    after: Annotated[str, typer.Argument(help="新版，如清单文件夹。The newer version, such as a folder.")],
    readers: Annotated[
        Readers, typer.Option("--for", help="给谁看：office 公示附件，citizens 群众版。Whom it is for.")
    ] = Readers.office,
    format: Annotated[str, _FORMAT] = "",
    output: Annotated[list[str] | None, _OUTPUT] = None,
    lang: Annotated[Lang | None, LANG] = None,
    as_of: Annotated[
        str, typer.Option(help="整理日期，默认北京时间的今天。The day it is made on; today in Beijing.")
    ] = "",
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "",
) -> None:
    """同一份清单两个版本之间的公示附件，或给群众看的说明。The annex of a public notice of what changed in a list."""
    import qingdan

    report = "changelog for citizens" if readers is Readers.citizens else "changelog"
    outputs = asked(report, format, output, [before, after])
    found = qingdan.changelog(before, after, as_of=day_of(as_of), edition=edition)
    if readers is Readers.citizens and found.of == "edition":
        raise EditionForCitizens()
    write(report, outputs, found, How(spoken(lang)))
    raise typer.Exit(CLEAN if found.complete else UNREADABLE)
