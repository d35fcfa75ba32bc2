"""``qingdan align``: which national items the names of lists are; what is not certain, a person says."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qingdan.app import CLEAN, FOUND
from qingdan.app.day import AS_OF, day_of
from qingdan.app.language import LANG, spoken
from qingdan.app.misuse import NoPlaceForAlignment, NotATerminal
from qingdan.app.outputs import asked, format_option, output_option, write
from qingdan.app.telling import tell
from qingdan.reports.formats import How
from qingdan.words.grammar import Lang
from qingdan.words.said import Phrases

if TYPE_CHECKING:
    from qingdan.aligning.run import AlignedList
    from qingdan.model.item import Implements

_FORMAT, _OUTPUT = format_option("align"), output_option()
_says = Phrases("align")
#: The file in the folder of a list.
_NAME = "alignment.yaml"


def align(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="清单的文件夹，或者表格。Lists, or tables.")],
    province: Annotated[str, typer.Option(help="表格是哪个省的。Whose lists the tables are.")] = "",
    alignment: Annotated[str, typer.Option(metavar="FILE", help="表格用的 alignment.yaml。For the tables.")] = "",
    ask: Annotated[bool, typer.Option("--ask", help="没有定的一个一个问。Ask about the open ones.")] = False,
    to: Annotated[Path | None, typer.Option(metavar="FILE", help="写到哪个 alignment.yaml。The file to write.")] = None,
    in_place: Annotated[bool, typer.Option("--write", help="写进清单的文件夹。Write into the lists.")] = False,
    format: Annotated[str, _FORMAT] = "",
    output: Annotated[list[str] | None, _OUTPUT] = None,
    lang: Annotated[Lang | None, LANG] = None,
    as_of: Annotated[str, AS_OF] = "",
    edition: Annotated[str, typer.Option(help="全国基准的编号或文件夹。An edition's id or folder.")] = "",
) -> None:
    """把清单里的名称对上全国事项；拿不准的由人定。Which national item each name is; people say the rest."""
    import qingdan

    outputs, language = asked("align", format, output, paths), spoken(lang)
    if ask and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NotATerminal("--ask")
    found = qingdan.align(*paths, as_of=day_of(as_of), edition=edition, province=province, alignment=alignment)
    places = _places(found.lists, to, in_place, ask)
    write("align", outputs, found, How(language))
    left = 0
    for each, place in zip(found.lists, places, strict=True):
        said = _asked_of_a_person(each, language) if ask else {}
        left += sum(one.name not in said for one in each.of("open"))
        if place is not None:
            qingdan.write_alignment(each, place, said=said)
            tell(_says("written", language, file=place.as_posix()), err=True)
    raise typer.Exit(FOUND if left else CLEAN)


def _places(lists: tuple[AlignedList, ...], to: Path | None, in_place: bool, ask: bool) -> list[Path | None]:
    """Where the answers of each list are written; ``None`` for nowhere.

    Raises:
        NoPlaceForAlignment: They are to be written, and there is no one place for them.
    """
    if to is not None and len(lists) > 1:
        raise NoPlaceForAlignment("several")
    if to is not None:
        return [to]
    if not in_place and not ask:
        return [None] * len(lists)
    folders = [Path(each.label) for each in lists]
    if not all((folder / "catalogue.yaml").is_file() for folder in folders):
        raise NoPlaceForAlignment("table")
    return [folder / _NAME for folder in folders]


def _asked_of_a_person(found: AlignedList, lang: Lang) -> dict[str, list[Implements]]:
    """What a person says of each name that is open: a number, 0 for none of them, nothing to leave it open."""
    from rich.prompt import Prompt

    from qingdan.reports.align.as_text import because, candidate
    from qingdan.words.showing import visible

    said: dict[str, list[Implements]] = {}
    for each in found.of("open"):
        if each.name in said:
            continue
        candidates = each.decision.candidates
        tell(f"\n{visible(each.name)}  {because(each.decision.reason, lang)}")
        for number, one in enumerate(candidates, 1):
            tell(f"  {number}. {candidate(one, found.edition, lang)}")
        answers = ["", *(str(number) for number in range(len(candidates) + 1)), *found.edition.items]
        answer = Prompt.ask(
            _says("question", lang), choices=answers, default="", show_choices=False, show_default=False
        )
        if answer == "0":
            said[each.name] = []
        elif answer:
            chosen = candidates[int(answer) - 1] if answer.isdigit() else None
            likely = chosen.relation if chosen else "exact"
            relation = Prompt.ask(_says("relation", lang), choices=["exact", "part", "wider"], default=likely)
            item = chosen.item if chosen else answer
            said[each.name] = [{"item": item, "relation": relation}]  # type: ignore[typeddict-item]
    return said
