"""A package that is not installed: which part of the tool wants it, and how it comes, with a network and without."""

from __future__ import annotations

import traceback

from qingdan.words.grammar import Lang

#: Room of the package → the extra with which what it imports is installed. The other rooms need no extra.
ROOMS = {"publishing": "site"}
#: What the help says to each extra.
_FOR = {"site": ("生成网站", "to make a site"), "parquet": ("写 Parquet ", "to write Parquet")}


def missing(error: ModuleNotFoundError, lang: Lang) -> str:
    """What to install where an import failed: the room in which it failed says to which extra the package belongs."""
    return words(_extra(error), (error.name or "").partition(".")[0])[0 if lang == "zh" else 1]


def words(extra: str, package: str) -> tuple[str, str]:
    """What to say, in Chinese and in English, where the packages of an extra are not installed.

    Args:
        extra: Its name; empty for what every install has.
        package: One that is missing.
    """
    what = f"qingdan[{extra}]" if extra else "qingdan"
    zh, en = _FOR.get(extra, ("运行", "to run"))
    online, offline = f'python -m pip install "{what}"', f'python -m pip install --no-index --find-links DIR "{what}"'
    return (
        f"{zh}还要一些程序包（缺 {package}），这里没有安装。没有改动任何文件。\n下一步：{online}\n"
        f"不能联网的：先在同类的能联网的机器上用 pip download 把程序包收进一个文件夹 DIR，拷过来，{offline}",
        f"Packages needed {en} are not installed ({package} is missing). Nothing was changed.\nNext: {online}\n"
        "Offline: bring a folder DIR along, filled with pip download on a machine of the same kind that has a network, "
        f"and {offline}",
    )


def _extra(error: ModuleNotFoundError) -> str:
    """The extra of the innermost room that wanted the package; empty where a plain install has it."""
    found = ""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        name = str(frame.f_globals.get("__name__", ""))
        if name.startswith("qingdan."):
            found = ROOMS.get(name.split(".")[1], "")
    return found
