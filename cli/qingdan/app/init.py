"""``qingdan init``: start a list in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qingdan.app import USAGE
from qingdan.app.language import Language, spoken


def init(
    folder: Annotated[Path, typer.Argument(help="新建清单的文件夹。Folder of the new list.")] = Path("qingdan"),
    province: Annotated[str, typer.Option(help="省级行政区划代码，六位。Code of the province.")] = "990000",
    lang: Annotated[Language | None, typer.Option("--lang", help="语言 zh 或 en。Language.")] = None,
) -> None:
    """在文件夹里新建一份清单的骨架和本地格式文件。Start a list: a skeleton and a local copy of the schemas."""
    from qingdan.sdk import FolderInUse, UnknownProvince, start_catalogue

    zh = spoken(lang) == "zh"
    try:
        written = start_catalogue(folder, province)
    except FolderInUse as error:
        said = f"{error.path} 已经存在，没有改动任何文件" if zh else f"{error.path} exists already; nothing was changed"
        typer.echo(said, err=True)
        raise typer.Exit(USAGE) from None
    except UnknownProvince:
        said = f"{province} 不是省级行政区划代码" if zh else f"{province} is not the code of a province"
        typer.echo(said, err=True)
        raise typer.Exit(USAGE) from None
    for path in written:
        typer.echo(path.as_posix())
    typer.echo(f"下一步：qingdan validate {folder.as_posix()}" if zh else f"Next: qingdan validate {folder.as_posix()}")
