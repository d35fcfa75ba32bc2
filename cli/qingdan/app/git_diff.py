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

if TYPE_CHECKING:
    from qingdan.words.grammar import Lang

_READ_AS = (
    "git 交来的不是 UTF-8，按 {0} 读的；文件最好存成 UTF-8",
    "Not UTF-8; read as {0}. Files are best kept in UTF-8.",
)
#: Encoding of a version → what is said of it.
_ENCODINGS = {
    "gb18030": tuple(said.format("GBK / GB 18030") for said in _READ_AS),
    "utf-16": tuple(said.format("UTF-16") for said in _READ_AS),
    "unknown": (
        "有一版不是 UTF-8，也看不出是哪种编码，读不了的字显示为 \ufffd",
        "One version is not UTF-8 and in no encoding that is known; what cannot be read is shown as \ufffd",
    ),
}
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
        tell("没有合并好，不比较。" if language == "zh" else "Not merged; not compared.")
        raise typer.Exit(CLEAN)
    old, new = words[1], words[4]
    if _NOTHING in (old, new):
        tell(_one_sided(old == _NOTHING, language))
    else:
        _compare(path, *_in_utf8(Path(old), Path(new), language), language)
    raise typer.Exit(CLEAN)


def _one_sided(is_new: bool, lang: Lang) -> str:
    zh = lang == "zh"
    if is_new:
        return "新文件，没有可比的旧版。" if zh else "A new file; there is no older version to compare."
    return "文件已删除，没有可比的新版。" if zh else "The file was deleted; there is no newer version to compare."


def _in_utf8(old: Path, new: Path, lang: Lang) -> tuple[bytes, bytes]:
    """Both versions in UTF-8; git hands over what stands in the working tree, in whatever encoding that is kept."""
    from qingdan.reading.encodings import as_utf8

    (before, of_old), (after, of_new) = as_utf8(old.read_bytes()), as_utf8(new.read_bytes())
    for encoding in dict.fromkeys((of_old, of_new)):
        if encoding:
            tell(_ENCODINGS[encoding][0 if lang == "zh" else 1])
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

    said = "不是事项文件，或有一版读不通，按行比较：" if lang == "zh" else "No readable file of items; line by line:"
    before, after = (data.decode("utf-8", "replace").splitlines() for data in (old, new))
    rows = difflib.unified_diff(before, after, f"a/{path}", f"b/{path}", lineterm="")
    return "\n".join([said, *rows])
