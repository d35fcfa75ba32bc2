"""Problems of what is read: lists, editions, rules, revisions of git, earlier reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qingdan.problems.base import UNREADABLE, Problem, Words, first

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Literal

    from qingdan.findings import Finding


class NothingThere(Problem, exit_code=UNREADABLE):
    """Raised when a path holds neither a catalogue nor an edition nor a file that could be one.

    Attributes:
        path: The path.
        holds: What it holds: ``nothing``; an ``edition`` where a list is wanted; files of another ``standard``;
            something ``else``.
        standard: Name of that standard in Chinese and in English; empty where there is none.
    """

    path: Path
    holds: Literal["nothing", "edition", "standard", "else"]
    standard: tuple[str, str] = ("", "")

    def _words(self) -> Words:
        zh, en = {
            "nothing": ("不存在", "does not exist"),
            "edition": ("是全国基准，不是清单", "is an edition and no list"),
            "standard": (f"看起来是{self.standard[0]}，不是清单", f"looks like {self.standard[1]} and no list"),
            "else": ("里没有 catalogue.yaml，也没有 edition.yaml", "holds no catalogue.yaml and no edition.yaml"),
        }[self.holds]
        return (
            f"{self.path} {zh}。\n下一步：指到清单文件夹，或用 qingdan init 新建一份。",
            f"{self.path} {en}.\nNext: name the folder of a list, or start one with qingdan init.",
        )


class UnknownEdition(Problem):
    """Raised when an edition is named that is neither in the package nor a folder with ``edition.yaml``.

    Attributes:
        name: What was asked for.
        known: Ids of the editions in the package.
    """

    name: str
    known: Sequence[str]

    def _words(self) -> Words:
        known = "、".join(self.known)
        return (
            f"没有全国基准“{self.name}”；现有：{known}。\n下一步：写其中一个，或者一个含 edition.yaml 的文件夹。",
            f"No edition '{self.name}'; known: {known}.\nNext: name one of them, or a folder with edition.yaml.",
        )


def _not_usable(name: str, findings: Sequence[Finding]) -> Words:
    zh, en = first(findings)
    return (
        f"全国基准 {name} 自身有 {len(findings)} 处错误，不能用来判断清单：{zh}\n"
        f"下一步：先运行 qingdan validate {name}，改好再用。",
        f"Edition {name} has {len(findings)} errors and cannot judge a list:{en}\n"
        f"Next: qingdan validate {name}, and mend it.",
    )


class NoEdition(Problem, exit_code=UNREADABLE):
    """Raised when a tree holds no edition that can be used.

    Attributes:
        label: The folder or revision that was looked at.
        findings: Why it cannot be used.
    """

    label: str
    findings: Sequence[Finding]

    def _words(self) -> Words:
        return _not_usable(self.label, self.findings)


class BrokenEdition(Problem, exit_code=UNREADABLE):
    """Raised when an edition of one's own has errors: what it would judge could not be trusted.

    Attributes:
        name: The edition as it was named.
        findings: Its errors, in order of reading.
    """

    name: str
    findings: Sequence[Finding]

    def _words(self) -> Words:
        return _not_usable(self.name, self.findings)


class NothingCalled(Problem):
    """Raised when nothing has an id or name.

    Attributes:
        name: What was asked for.
        near_zh: What comes near, in Chinese; it is for a person to judge.
        near_en: The same in English.
    """

    name: str
    near_zh: Sequence[str]
    near_en: Sequence[str]

    def _words(self) -> Words:
        zh = _near(self.near_zh, "；是不是 ", "；相近的（相似不等于相同）：")
        en = _near(self.near_en, "; did you mean ", "; these come near (alike is not the same):")
        return (
            f"没有编号或名称是“{self.name}”的规则、要求、事项、要素或材料{zh}\n"
            "下一步：qingdan items 列出全国事项，qingdan rules 列出规则",
            f"Nothing is called '{self.name}'{en}\nNext: qingdan items and qingdan rules list them",
        )


def _near(names: Sequence[str], one: str, several: str) -> str:
    if len(names) == 1:
        return one + names[0]
    return several + "".join(f"\n  {each}" for each in names) if names else ""


class UnknownTheme(Problem):
    """Raised when an edition has no theme of an id or a name.

    Attributes:
        name: What was asked for.
        known: Ids and names of the themes.
    """

    name: str
    known: Sequence[tuple[str, str]]

    def _words(self) -> Words:
        known = "、".join(f"{id} {name}" for id, name in self.known)
        return (
            f"没有主题“{self.name}”；现有：{known}。\n下一步：写其中一个编号或名称，或者不写 --theme 看全部。",
            f"No theme '{self.name}'; known: {known}.\nNext: name one of them, or leave --theme out.",
        )


#: What is missing → what to say, and what to do about it.
_MISSING: dict[str, tuple[Words, Words]] = {
    "git": (("没有找到 git", "git was not found"), ("安装 git，或者不写修订", "install git, or name no revision")),
    "repository": (
        ("这里不是 git 仓库", "this is no git repository"),
        ("到 git 仓库里运行，或者不写修订", "run it inside a git repository, or name no revision"),
    ),
    "revision": (
        ("没有修订", "no revision"),
        (
            "用 git log --oneline 或 git tag 看有哪些修订；远端的先运行 git fetch",
            "see git log --oneline or git tag; run git fetch for what is elsewhere",
        ),
    ),
    "path": (
        ("这个修订里没有所写的省或路径", "the revision holds no such province or path"),
        (
            "路径从仓库最上层写起；用 git ls-tree --name-only 修订 看里面有什么",
            "paths begin at the top of the repository; see git ls-tree --name-only REVISION",
        ),
    ),
    "list": (
        (
            "这个修订的这个文件夹里没有 catalogue.yaml，也没有 edition.yaml",
            "at this revision the folder holds no catalogue.yaml and no edition.yaml",
        ),
        ("写清单的文件夹", "name the folder of a list"),
    ),
    "objects": (
        (
            "这个仓库没有取全（部分克隆），先运行 git fetch --refetch --no-filter；要读的修订",
            "the clone is partial, run git fetch --refetch --no-filter first; to be read",
        ),
        ("取全以后再运行一次", "run it again when all of it is here"),
    ),
}
_SHALLOW = ("这是浅克隆，先运行：git fetch --unshallow", "the clone is shallow; run: git fetch --unshallow")


class UnknownRevision(Problem):
    """Raised when git knows no such revision or folder.

    Attributes:
        revision: What was asked for.
        missing: ``git``, ``repository``, ``revision``, ``path``, ``list`` or ``objects``: what is not there.
        shallow: The clone is shallow, so that older revisions are not here at all.
    """

    revision: str
    missing: Literal["git", "repository", "revision", "path", "list", "objects"]
    shallow: bool = False

    def _words(self) -> Words:
        (zh, en), advice = _MISSING[self.missing]
        next_zh, next_en = _SHALLOW if self.shallow else advice
        return f"{zh}：{self.revision}\n下一步：{next_zh}", f"{en}: {self.revision}\nNext: {next_en}"


_BASELINE = {
    "too_large": ("超过 {detail} MB", "it is larger than {detail} MB"),
    "encoding": ("不是文本文件", "it is no text"),
    "not_json": ("不是 JSON {detail}", "it is no JSON {detail}"),
    "not_a_report": ("不是检查报告 {detail}", "it is no report of a validation {detail}"),
    "version": ("报告格式 {detail} 不是 report/1", "its format {detail} is not report/1"),
    "faults": ("报告内容不完整或被改过 {detail}", "it does not have the form of a report {detail}"),
    "compared": ("本身就是与基线比较的结果，只有新增的发现", "it was made with a baseline and holds new findings only"),
}


class BrokenBaseline(Problem, exit_code=UNREADABLE):
    """Raised when a baseline is no report of a validation that could be compared with.

    Attributes:
        path: The file.
        problem: ``too_large``, ``encoding``, ``not_json``, ``not_a_report``, ``version``, ``faults`` where it does not
            fit its schema, ``compared`` where it was itself made with a baseline and holds new findings only.
        detail: Where or what, ``""`` where there is nothing to add.
    """

    path: str
    problem: Literal["too_large", "encoding", "not_json", "not_a_report", "version", "faults", "compared"]
    detail: str = ""

    def _words(self) -> Words:
        zh, en = (text.format(detail=self.detail).rstrip() for text in _BASELINE[self.problem])
        return (
            f"基线 {self.path} 不能用：{zh}。\n"
            "下一步：用 qingdan validate 清单 --format json 生成一份（不带 --baseline）。",
            f"The baseline {self.path} cannot be used: {en}.\n"
            "Next: make one with qingdan validate LISTS --format json, without --baseline.",
        )
