"""Problems of what is compared: which side was meant, and whether the two can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qingdan.problems.base import UNREADABLE, Problem, Words, first

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from qingdan.findings import Finding
    from qingdan.model.divisions import Division


class UnknownSide(Problem):
    """Raised when a side of a comparison is neither the nation, nor a province, nor a path, nor a revision of one.

    Attributes:
        name: What was asked for.
        divisions: The divisions of that code or name: a province without a list here, or a place inside one.
    """

    name: str
    divisions: Sequence[Division]

    def _words(self) -> Words:
        zh = f"“{self.name}”不是 national、省的代码或名称、文件夹、文件，也不是 修订:路径"
        en = f"'{self.name}' is neither national, nor a province, a path or REVISION:path"
        provinces = [each for each in self.divisions if each.level == "province"]
        if provinces:
            code, name = provinces[0].code, provinces[0].name
            return (
                f"这里没有{name}的清单（provinces/{code}-…）。\n下一步：到仓库最上层运行，或写清单文件夹的路径。",
                f"There is no list of {name} here (provinces/{code}-…).\nNext: run at the top of the repository, or "
                "name the folder of the list.",
            )
        if self.divisions:
            shown = "、".join(f"{each.code[:2]}0000/{each.code} {each.name}" for each in self.divisions[:5])
            return (
                f"{zh}。\n下一步：地方写在省的后面，用斜线隔开：{shown}",
                f"{en}.\nNext: write a place after its province: {shown}",
            )
        return (
            f"{zh}。\n下一步：写清单文件夹的路径，如 provinces/430000-hunan；某个修订里的写 修订:路径，如 "
            "HEAD~1:provinces/430000-hunan",
            f"{en}.\nNext: name the folder of a list, such as provinces/430000-hunan, or REVISION:PATH, such as "
            "HEAD~1:provinces/430000-hunan",
        )


class UnknownPlace(Problem):
    """Raised when a list has no such place.

    Attributes:
        name: The place that was asked for.
        known: Names of the places that the list has.
    """

    name: str
    known: Sequence[str]

    def _words(self) -> Words:
        known = "、".join(self.known)
        if not known:
            return (
                f"这份清单没有按地方写的内容（localities/），没有“{self.name}”。",
                f"The list has nothing by place (localities/), and no '{self.name}'.",
            )
        return (
            f"这份清单里没有地方“{self.name}”；有：{known}；全部地方写 all。",
            f"The list has no place '{self.name}'; it has: {known}; all for every place.",
        )


class AmbiguousSide(Problem):
    """Raised when a name means several lists or places.

    Attributes:
        name: What was asked for.
        choices: What it may mean, each as it can be asked for.
    """

    name: str
    choices: Sequence[str]

    def _words(self) -> Words:
        choices = "、".join(self.choices)
        return (
            f"“{self.name}”可以指好几个：{choices}。\n下一步：写其中一个。",
            f"'{self.name}' may be any of: {choices}.\nNext: name one of them.",
        )


class NothingRead(Problem, exit_code=UNREADABLE):
    """Raised when not one item of a side could be read.

    Attributes:
        name: The side, as it was asked for.
        findings: Why.
    """

    name: str
    findings: Sequence[Finding]

    def _words(self) -> Words:
        zh, en = first(self.findings)
        return (
            f"{self.name} 里没有读成的事项，没有可比较的：{zh}\n下一步：qingdan validate {self.name}",
            f"No item of {self.name} could be read, there is nothing to compare:{en}\n"
            f"Next: qingdan validate {self.name}",
        )


_INCOMPARABLE = {
    "file_and_list": (
        "一边是整份清单，一边是单个文件，比出来没有意义；单个文件要同另一个文件比，如 HEAD:路径 路径",
        "one is a whole list, the other a single file; compare a file with a file, such as HEAD:path path",
    ),
    "places": (
        "地方只能同全国或自己的省比，如 湖南 湖南/433101",
        "a place is compared with the nation or with its own province, such as 430000 430000/433101",
    ),
    "region": (
        "三个以上只能是各不相同的省的整份清单",
        "three sides and more must be whole lists of different provinces",
    ),
}


class CannotCompare(Problem):
    """Raised when two sides can be read, but nothing sensible can be said of them together.

    Attributes:
        before: The first side, as it was asked for.
        after: The second.
        why: ``file_and_list``, ``places`` (two places, or a place and another province's list) or ``region`` (three
            sides and more that are not whole lists of different provinces).
    """

    before: str
    after: str
    why: Literal["file_and_list", "places", "region"]

    def _words(self) -> Words:
        zh, en = _INCOMPARABLE[self.why]
        return f"{self.before} 和 {self.after} 不能比较：{zh}。", f"{self.before} and {self.after}: {en}."


_NOT_ONE_LIST = {
    "scope": (
        "说的不是同样的地方；变更附件的两方要么都是整份清单，要么都是同一个文件",
        "do not speak of the same places; both must be the whole list, or both the same file",
    ),
    "two_provinces": (
        "是两个省的清单；变更附件只比较同一份清单的两个版本",
        "are lists of two provinces; the annex is of two versions of one list",
    ),
    "nation": (
        "一个是全国基准，一个是清单；变更附件只比较同一份清单的两个版本",
        "are an edition and a list; the annex is of two versions of one list",
    ),
}


class NotOneList(Problem):
    """Raised when two sides are not two versions of one list, nor two editions of the national standard.

    Attributes:
        before: Name of the first side.
        after: Name of the second.
        why: ``two_provinces``; ``nation`` where one side is an edition and the other a list; ``scope`` where they speak
            of different places, or one is a file of the other.
    """

    before: str
    after: str
    why: Literal["two_provinces", "nation", "scope"]

    def _words(self) -> Words:
        zh, en = _NOT_ONE_LIST[self.why]
        return (
            f"“{self.before}”和“{self.after}”{zh}。\n下一步：写成 qingdan changelog 修订:清单文件夹 清单文件夹；"
            "省与省、省与全国的不同用 qingdan diff 看。",
            f"'{self.before}' and '{self.after}' {en}.\nNext: qingdan changelog REVISION:folder folder; for other "
            "differences qingdan diff.",
        )
