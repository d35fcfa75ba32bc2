"""Problems of what is written: a new list, a newer edition, files that others hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qingdan.problems.base import UNREADABLE, Problem, Words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qingdan.findings import Finding
    from qingdan.model.divisions import Division


class FolderInUse(Problem):
    """Raised when the folder of a new list is there already and not empty.

    Attributes:
        path: The folder.
    """

    path: Path

    def _words(self) -> Words:
        return (
            f"{self.path} 里已经有东西，没有改动任何文件。\n下一步：换一个空的文件夹。",
            f"{self.path} is not empty; nothing was changed.\nNext: name an empty folder.",
        )


class UnknownItems(Problem):
    """Raised when a list is to begin with items that the national edition does not have.

    Attributes:
        items: What was asked for and is not there.
        near: An id of the edition that one of them is like; ``""`` where there is none.
        edition: Id of the edition.
    """

    items: Sequence[str]
    near: str
    edition: str

    def _words(self) -> Words:
        zh, en = (f"；是不是 {self.near}", f"; did you mean {self.near}") if self.near else ("", "")
        return (
            f"全国基准 {self.edition} 里没有事项 {'、'.join(self.items)}{zh}。没有新建任何文件。"
            "\n下一步：--items all 列出全部，none 一个也不列，或者写编号，如 --items JY-0401,JY-0402；"
            "编号用 explain 查。",
            f"Edition {self.edition} has no item {', '.join(self.items)}{en}. Nothing was written."
            "\nNext: --items all, none, or ids such as JY-0401,JY-0402; look them up with qingdan explain.",
        )


class UnknownProvince(Problem):
    """Raised when a code or name is not that of a province.

    Attributes:
        name: What was asked for.
        above: The province in which it lies, where it is another division.
    """

    name: str
    above: Division | None = None

    def _words(self) -> Words:
        if self.above:
            name, code = self.above.name, self.above.code
            return (
                f"“{self.name}”在{name}，不是一个省；清单一省一份，市县写在里面。没有新建任何文件。"
                f"\n下一步：加 --province {code}。",
                f"'{self.name}' lies in {name} and is no province; a list is of a province, and places stand in it. "
                f"Nothing was written.\nNext: add --province {code}.",
            )
        return (
            f"“{self.name}”不是省级行政区划的代码或名称。\n下一步：写六位代码或名称，如 330000 浙江省。",
            f"'{self.name}' is neither the code nor the name of a province.\nNext: write six digits, such as 330000.",
        )


class NotAList(Problem):
    """Raised when what is to be upgraded is no folder with ``catalogue.yaml``.

    Attributes:
        name: As it was asked for.
    """

    name: str

    def _words(self) -> Words:
        return (
            f"“{self.name}”不是一份清单的文件夹。\n下一步：指到里面有 catalogue.yaml 的文件夹。",
            f"'{self.name}' is no folder of a list.\nNext: name one with catalogue.yaml.",
        )


class BrokenList(Problem, exit_code=UNREADABLE):
    """Raised when a list has faults of reading or structure: what would be written could not be trusted.

    Attributes:
        name: Its name.
        findings: The faults.
    """

    name: str
    findings: Sequence[Finding]

    def _words(self) -> Words:
        return (
            f"{self.name} 有读不通的地方，没有改动任何文件。\n下一步：先用 qingdan validate 查出来改好。",
            f"{self.name} has faults of structure; nothing was changed.\nNext: qingdan validate, and mend them.",
        )


class NoCommonAncestor(Problem):
    """Raised when an edition does not, in however many steps, succeed the one that a list was written against.

    Attributes:
        before: Id of the edition of the list.
        after: Id of the new edition.
        missing: Id of the edition in between that is not to be had; ``""`` where the succession simply ends.
    """

    before: str
    after: str
    missing: str = ""

    def _words(self) -> Words:
        gap = (f"；中间缺 {self.missing}", f"; {self.missing} in between is not to be had")
        zh, en = gap if self.missing else ("", "")
        return (
            f"全国基准 {self.after} 不是由 {self.before} 一版一版承接下来的，不能升级{zh}；没有改动任何文件。"
            "\n下一步：看新版 edition.yaml 里的 succeeds。",
            f"Edition {self.after} does not succeed {self.before} step by step{en}; nothing was changed."
            "\nNext: see succeeds in its edition.yaml.",
        )


class NotAsMeant(Problem, exit_code=UNREADABLE):
    """Raised when a file cannot be edited so that it reads back as meant.

    Attributes:
        file: Its name.
    """

    file: str

    def _words(self) -> Words:
        return (
            f"{self.file} 的写法不能安全地改；没有改动任何文件。\n下一步：把要改的要素分行写，再试一次。",
            f"{self.file} cannot be edited safely as it is laid out; nothing was changed.\n"
            "Next: write the elements on lines of their own and try again.",
        )


class ChangedMeanwhile(Problem, exit_code=UNREADABLE):
    """Raised when a file is no longer what it was when it was read, or is no plain file; nothing was written.

    Attributes:
        path: The file.
    """

    path: Path

    def _words(self) -> Words:
        return (
            f"{self.path} 在这期间被改过；没有改动任何文件。\n下一步：再运行一次。",
            f"{self.path} was changed in the meantime; nothing was changed.\nNext: run it again.",
        )


class WriteProtected(Problem, exit_code=UNREADABLE):
    """Raised when files are read-only, so that somebody does not want them changed; nothing was written.

    Attributes:
        paths: All of them.
    """

    paths: Sequence[Path]

    def _words(self) -> Words:
        names = [str(path) for path in self.paths]
        zh, en = "、".join(names), ", ".join(names)
        return (
            f"这里是只读的，没有改动任何文件：{zh}\n下一步：确实要改，先改成可写（chmod u+w），再运行一次。",
            f"Read-only, and nothing was changed: {en}\nNext: if it may be changed, make it writable (chmod u+w) and "
            "run it again.",
        )
