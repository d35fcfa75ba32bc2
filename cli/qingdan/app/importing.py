"""``qingdan import``: a table that people keep becomes a list, and every cell of it is accounted for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qingdan.app import CLEAN, FOUND
from qingdan.app.day import AS_OF, day_of
from qingdan.app.failing import FAIL_ON, FailOn, fails
from qingdan.app.language import LANG, spoken
from qingdan.app.outputs import asked, format_option, output_option, write
from qingdan.app.progress import watcher
from qingdan.app.recovered import told_in
from qingdan.app.telling import tell
from qingdan.reports.formats import How
from qingdan.words.grammar import Lang
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

if TYPE_CHECKING:
    from qingdan.importing.updating import Updated

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
    alignment: Annotated[
        str, typer.Option(metavar="FILE", help="名称对应表 alignment.yaml。Which national items names are.")
    ] = "",
    header: Annotated[int, typer.Option(min=0, help="表头从第几行起，认不出时写。First row of the headings.")] = 0,
    whole: Annotated[bool, typer.Option("--whole", help="表里是全部事项，缺的要报。All matters.")] = False,
    fail_on: Annotated[FailOn, FAIL_ON] = FailOn.warning,
    update: Annotated[
        bool, typer.Option("--update", help="DIR 已有清单：按编号、名称更新，先看改动。Update the list in DIR.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="不再问，直接写。Write without asking.")] = False,
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
        table,
        province=province,
        as_of=day_of(as_of),
        edition=edition,
        mapping=mapping,
        alignment=alignment,
        header=header,
        whole=whole,
        watch=watcher(),
    )
    if to is not None and not update:
        qingdan.write_imported(found, to)
    write("import", outputs, found, How(language))
    if to is None or not update:
        key = "not_written" if to is None else "written" if found.mapping else "written_again"
        said = _says(key, language, folder=to.as_posix() if to else "")
        tell(said, err=True)  # the account alone is what a pipe is given
    else:
        _update(qingdan.update_list(found, to, told=told_in(language)), to, yes, language)
    raise typer.Exit(FOUND if fails(found.findings, fail_on) else CLEAN)


def _update(changes: Updated, to: Path, yes: bool, lang: Lang) -> None:
    """Show what changes, and write it where a person says so."""
    for text in changes.diffs.values():
        tell("\n".join(map(visible, text.splitlines())), err=True)
    counts = {"changed": len(changes.changed), "added": len(changes.added), "untouched": len(changes.untouched)}
    tell(_says("update", lang, folder=to.as_posix(), same=changes.same, **counts), err=True)
    if not changes.files:
        return
    if yes or (sys.stdin.isatty() and typer.confirm(_says("confirm", lang), err=True)):
        changes.write()
        tell(_says("updated", lang, folder=to.as_posix()), err=True)
    else:
        tell(_says("not_updated", lang), err=True)
