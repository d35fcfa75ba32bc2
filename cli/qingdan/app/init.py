"""``qingdan init``: start a list in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qingdan.app.language import Language, spoken
from qingdan.app.recovered import told_in
from qingdan.app.telling import tell


def init(
    folder: Annotated[Path, typer.Argument(help="新建清单的文件夹。Folder of the new list.")] = Path("qingdan"),
    province: Annotated[str, typer.Option(help="省级行政区划的代码或名称。Code or name of the province.")] = "990000",
    lang: Annotated[Language | None, typer.Option("--lang", help="语言 zh 或 en。Language.")] = None,
) -> None:
    """在文件夹里新建一份清单的骨架和本地格式文件。Start a list: a skeleton and a local copy of the schemas."""
    from qingdan import start_catalogue

    for path in start_catalogue(folder, province, told_in(spoken(lang))):
        tell(path.as_posix())
    shown = folder.as_posix()
    tell(f"下一步：qingdan validate {shown}" if spoken(lang) == "zh" else f"Next: qingdan validate {shown}")
