"""``qingdan git-diff``: called by git in place of its own line diff; compares lists by identity."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qingdan.app import CLEAN
from qingdan.app.language import spoken
from qingdan.app.outputs import SCREEN, Output, write
from qingdan.app.telling import tell
from qingdan.reports.formats import How
from qingdan.words.said import Phrases

if TYPE_CHECKING:
    from qingdan.words.grammar import Lang

_says = Phrases("app")

#: Encoding of a version → what is said of it.
_ENCODINGS = Phrases("app.encoding")
#: What git names in place of a side that does not exist.
_NOTHING = "/dev/null"


def git_diff(
    words: Annotated[list[str], typer.Argument(help="git 传来的七个参数。The seven arguments that git passes.")],
) -> None:
    """供 git 调用的比较程序：按编号而不按行比较清单。Compare two versions of a file of a list for git."""
    language = spoken()
    path = words[0]
    tell(f"qingdan git-diff {path}")
    if len(words) < 7:  # git passes the path alone where a file is not merged
        tell(_says("not_merged", language))
        raise typer.Exit(CLEAN)
    old, new = words[1], words[4]
    if _NOTHING in (old, new):
        tell(_one_sided(old == _NOTHING, language))
    else:
        _compare(path, *_in_utf8(Path(old), Path(new), language), language)
    raise typer.Exit(CLEAN)


def _one_sided(is_new: bool, lang: Lang) -> str:
    if is_new:
        return _says("file_new", lang)
    return _says("file_deleted", lang)


def _in_utf8(old: Path, new: Path, lang: Lang) -> tuple[bytes, bytes]:
    """Both versions in UTF-8; git hands over what stands in the working tree, in whatever encoding that is kept."""
    from qingdan.reading.encodings import as_utf8

    (before, of_old), (after, of_new) = as_utf8(old.read_bytes()), as_utf8(new.read_bytes())
    for encoding in dict.fromkeys((of_old, of_new)):
        if encoding:
            tell(_ENCODINGS(encoding, lang))
    return before, after


def _compare(path: str, old: bytes, new: bytes, lang: Lang) -> None:
    """Write the diff of two versions: by identity where both are files of items, else line by line."""
    import qingdan

    found = qingdan.git_diff(path, old, new)
    if found is None:
        return tell(_by_lines(path, old, new, lang))
    write("diff", [Output("text", SCREEN)], found, How(lang, silent=True))


def _by_lines(path: str, old: bytes, new: bytes, lang: Lang) -> str:
    """For the heads of lists, waivers, editions, and what cannot be read."""
    import difflib

    said = _says("compared_by_lines", lang)
    before, after = (data.decode("utf-8", "replace").splitlines() for data in (old, new))
    rows = difflib.unified_diff(before, after, f"a/{path}", f"b/{path}", lineterm="")
    return "\n".join([said, *rows])
