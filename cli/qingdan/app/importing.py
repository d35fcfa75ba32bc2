"""``qingdan import``: a table that people keep becomes a list, and every cell of it is accounted for."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qingdan.app import CLEAN, FOUND
from qingdan.app.day import AS_OF, day_of
from qingdan.app.language import LANG, spoken
from qingdan.app.outputs import asked, format_option, output_option, write
from qingdan.app.telling import tell
from qingdan.reports.formats import How
from qingdan.words.grammar import Lang
from qingdan.words.said import Phrases

_FORMAT, _OUTPUT = format_option("import"), output_option()
_says = Phrases("imports")


def import_table(
    table: Annotated[Path, typer.Argument(metavar="FILE", help="表格文件：xlsx、xls、ods、csv、html、docx。A table.")],
    province: Annotated[str, typer.Option(help="省的代码或名称。Code or name of the province.")],
    to: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="清单写到哪个新文件夹；不写只看看。New folder of the list; none: only look."),
    ] = None,
    mapping: Annotated[str, typer.Option(metavar="FILE", help="表头对照 mapping.yaml。Where columns go.")] = "",
    header: Annotated[int, typer.Option(min=0, help="表头从第几行起，认不出时写。First row of the headings.")] = 0,
    whole: Annotated[bool, typer.Option("--whole", help="表里是全部事项，缺的要报。All matters.")] = False,
    format: Annotated[str, _FORMAT] = "",
    output: Annotated[list[str] | None, _OUTPUT] = None,
    lang: Annotated[Lang | None, LANG] = None,
    as_of: Annotated[str, AS_OF] = "",
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "2025",
) -> None:
    """从表格导入清单，逐格说明去向。Make a list of a table; every cell is accounted for."""
    import qingdan

    outputs, language = asked("import", format, output, [table]), spoken(lang)
    found = qingdan.import_table(
        table, province=province, as_of=day_of(as_of), edition=edition, mapping=mapping, header=header, whole=whole
    )
    if to is not None:
        qingdan.write_imported(found, to)
    write("import", outputs, found, How(language))
    said = (
        _says("written" if found.mapping else "written_again", language, folder=to.as_posix())
        if to is not None
        else _says("not_written", language)
    )
    tell(said, err=True)  # the account alone is what a pipe is given
    counts = found.account.counts
    raise typer.Exit(FOUND if counts["noted"] + counts["left_out"] else CLEAN)
