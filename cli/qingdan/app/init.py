"""``qingdan init``: start a list in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from qingdan.app.language import LANG, spoken
from qingdan.app.recovered import told_in
from qingdan.app.telling import tell
from qingdan.words.grammar import Lang
from qingdan.words.said import Phrases

_says = Phrases("app")

_DRAFT = Phrases("app.draft")


def init(
    folder: Annotated[
        Path,
        typer.Argument(
            help="新建清单的文件夹；名称是省名或以代码开头的，就是那个省的清单。"
            "Folder of the new list; a name of a province, or one that begins with its code, says whose it is."
        ),
    ] = Path("qingdan"),
    province: Annotated[
        str,
        typer.Option(
            help="省级行政区划的代码或名称，不写就看文件夹的名称。Code or name of the province.", show_default=False
        ),
    ] = "",
    items: Annotated[
        str,
        typer.Option(
            metavar="<all|none|JY-…>",
            help="先列哪些全国事项：all 全部，none 不列，或者编号。Items to begin with: all, none, or ids.",
            show_default=False,
        ),
    ] = "",
    lang: Annotated[Lang | None, LANG] = None,
) -> None:
    """在文件夹里新建一份清单的草稿和本地格式文件。Start a list: a draft and a local copy of the schemas."""
    from qingdan import start_catalogue
    from qingdan.starting import SCHEMAS

    language = spoken(lang)
    written = start_catalogue(folder, province, items, told_in(language))
    own = [path for path in written if SCHEMAS not in path.relative_to(folder).parts]
    for line in (*_first(folder, own, language), *(path.as_posix() for path in own)):
        tell(line)
    count, schemas = len(written) - len(own), (folder / SCHEMAS).as_posix()
    tell(_says("schemas_for_editors", language, schemas=schemas, count=count))
    shown = folder.as_posix()
    tell(_says("next_qingdan_validate", language, shown=shown))


def _first(folder: Path, own: list[Path], lang: Lang) -> Iterator[str]:
    """What is to be done before all else: of a real province nothing in the draft has been looked at."""
    if "seen: none" not in (folder / "catalogue.yaml").read_text("utf-8"):
        return
    head, items = (folder / "catalogue.yaml").as_posix(), (folder / "items").as_posix()
    yield _DRAFT("first", lang)
    yield _DRAFT("head", lang, file=head)
    yield _DRAFT("items", lang, folder=items)
    yield _DRAFT("written", lang)
