"""``qingdan git-diff``: called by git in place of its own line diff; compares lists by identity."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qingdan.app import CLEAN
from qingdan.app.language import spoken

if TYPE_CHECKING:
    from qingdan.loading.sides import Side
    from qingdan.reporting.words import Lang

#: What git names in place of a side that does not exist.
_NOTHING = "/dev/null"


def git_diff(
    words: Annotated[list[str], typer.Argument(help="git 传来的七个参数。The seven arguments that git passes.")],
) -> None:
    """供 git 调用的比较程序：按编号而不按行比较清单。Compare two versions of a file of a list for git."""
    from qingdan.reporting.escape import visible

    language = spoken()
    path = words[0]
    typer.echo(f"qingdan git-diff {visible(path)}")
    if len(words) < 7:  # git passes the path alone where a file is not merged
        typer.echo("没有合并好，不比较。" if language == "zh" else "Not merged; not compared.")
        raise typer.Exit(CLEAN)
    old, new = words[1], words[4]
    if _NOTHING in (old, new):
        typer.echo(_one_sided(old == _NOTHING, language))
    else:
        typer.echo(_compared(path, Path(old).read_bytes(), Path(new).read_bytes(), language), nl=False)
    raise typer.Exit(CLEAN)


def _one_sided(is_new: bool, lang: Lang) -> str:
    zh = lang == "zh"
    if is_new:
        return "新文件，没有可比的旧版。" if zh else "A new file; there is no older version to compare."
    return "文件已删除，没有可比的新版。" if zh else "The file was deleted; there is no newer version to compare."


def _compared(path: str, old: bytes, new: bytes, lang: Lang) -> str:
    """The diff of two versions: by identity where both are files of items, else line by line."""
    from qingdan.answers import diffing
    from qingdan.reporting import diff_text, text

    sides = [_side(path, data) for data in (old, new)]
    if any(side.unread or not _holds_items(side) for side in sides):
        return _by_lines(path, old, new, lang)
    found = diffing.diff(sides[0], sides[1], "")
    return diff_text.render(found, lang, text.ansi if sys.stdout.isatty() else text.plain, silent=True)


def _side(path: str, data: bytes) -> Side:
    from qingdan.loading.catalogue import load_catalogue
    from qingdan.loading.opening import national
    from qingdan.loading.sides import Side
    from qingdan.reading.tree import MemoryTree

    folder, _, name = path.rpartition("/")
    tree = MemoryTree({name: data}, label=path)
    return Side(path, national(), load_catalogue(tree, prefix=f"{folder}/" if folder else ""))


def _holds_items(side: Side) -> bool:
    return bool(side.catalogue and (side.catalogue.items or side.catalogue.localities))


def _by_lines(path: str, old: bytes, new: bytes, lang: Lang) -> str:
    """For the heads of lists, waivers, editions, and what cannot be read."""
    import difflib

    from qingdan.reporting.escape import visible

    said = "不是事项文件，或有一版读不通，按行比较：" if lang == "zh" else "No readable file of items; line by line:"
    before, after = (data.decode("utf-8", "replace").splitlines() for data in (old, new))
    rows = difflib.unified_diff(before, after, f"a/{path}", f"b/{path}", lineterm="")
    return "\n".join([said, *(visible(row) for row in rows)]) + "\n"
