"""What the command says of what a killed run had left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qingdan.app.telling import tell

if TYPE_CHECKING:
    from qingdan.words.grammar import Lang
    from qingdan.writing.recovery import PutRight, Told

#: Part of what was found → (zh, en).
_SAID = {
    "back": (
        "上一次运行断在半路，先恢复了原样：{paths}",
        "An earlier run was cut off; first put back as it was: {paths}",
    ),
    "kept": (
        "上一次运行断在半路，留下的没有放回去，因为那里已经有别的了：{paths}\n下一步：看过以后自己删。",
        "An earlier run was cut off; other things stand by now where its parts belong: {paths}\nNext: look at them and "
        "remove them yourself.",
    ),
    "cleared": ("清掉了上一次没有写完留下的：{paths}", "Cleared away what an earlier run had left unfinished: {paths}"),
}


def told_in(lang: Lang) -> Told:
    """What tells of it on the error stream, in a language."""
    pick, comma = (0, "、") if lang == "zh" else (1, ", ")

    def told(found: PutRight) -> None:
        for part, words in _SAID.items():
            paths = getattr(found, part)
            if paths:
                tell(words[pick].format(paths=comma.join(map(str, paths))), err=True)

    return told
