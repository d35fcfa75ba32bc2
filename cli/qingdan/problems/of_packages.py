"""Problems of packages that are not installed: what wants them, and how they come, with a network and without."""

from __future__ import annotations

from qingdan.problems.base import Problem, Words

#: What the help says to each extra.
_FOR = {"site": ("生成网站", "to make a site"), "parquet": ("写 Parquet ", "to write Parquet")}


class SiteToolsMissing(Problem):
    """Raised when MkDocs is not installed: it comes with ``qingdan[site]``."""

    def _words(self) -> Words:
        return not_installed("site", "mkdocs")


class ParquetMissing(Problem):
    """Raised when DuckDB, which writes Parquet, is not installed: it comes with ``qingdan[parquet]``."""

    def _words(self) -> Words:
        return not_installed("parquet", "duckdb")


def not_installed(extra: str, package: str) -> Words:
    """What to say where the packages of an extra are not installed.

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
