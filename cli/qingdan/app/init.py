"""``qingdan init``: start a list in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from qingdan.app.language import Language, spoken
from qingdan.app.recovered import told_in
from qingdan.app.telling import tell


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
    lang: Annotated[Language | None, typer.Option("--lang", help="语言 zh 或 en。Language.")] = None,
) -> None:
    """在文件夹里新建一份清单的草稿和本地格式文件。Start a list: a draft and a local copy of the schemas."""
    from qingdan import start_catalogue
    from qingdan.starting import SCHEMAS

    zh = spoken(lang) == "zh"
    written = start_catalogue(folder, province, items, told_in(spoken(lang)))
    own = [path for path in written if SCHEMAS not in path.relative_to(folder).parts]
    for line in (*_first(folder, own, zh), *(path.as_posix() for path in own)):
        tell(line)
    count, schemas = len(written) - len(own), (folder / SCHEMAS).as_posix()
    tell(f"{schemas}/（{count} 个格式文件，给编辑器用）" if zh else f"{schemas}/ ({count} schemas, for editors)")
    shown = folder.as_posix()
    tell(f"下一步：qingdan validate {shown}" if zh else f"Next: qingdan validate {shown}")


def _first(folder: Path, own: list[Path], zh: bool) -> Iterator[str]:
    """What is to be done before all else: of a real province nothing in the draft has been looked at."""
    if "seen: none" not in (folder / "catalogue.yaml").read_text("utf-8"):
        return
    head, items = (folder / "catalogue.yaml").as_posix(), (folder / "items").as_posix()
    if zh:
        yield "这是待核对的草稿，里面没有一条是看过原文的。先做这两件："
        yield f"1. {head}：写明出处 source，照哪份文件录入，看到多少"
        yield f"2. {items}/：逐个核对事项，本省不办的删去，名称改成本省的叫法，再照原文补办理要点"
        yield "写出的文件："
    else:
        yield "This is a draft, and nothing in it has been looked at. First:"
        yield f"1. {head}: write the source, of which document it is and how much of it was seen"
        yield f"2. {items}/: look over each item, remove what is not offered, call it as the province does, fill it in"
        yield "Written:"
