"""Problems of choosing rules: names that fit nothing, profiles, and the rules of other distributions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qingdan.problems.base import UNREADABLE, Problem, Words, first

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from qingdan.findings import Finding


class UnknownRule(Problem):
    """Raised when something is selected or ignored that is no rule, no requirement and no group of them.

    Attributes:
        name: What was asked for.
        near: What was probably meant, or ``""``.
    """

    name: str
    near: str

    def _words(self) -> Words:
        zh, en = f"没有编号为“{self.name}”的规则、要求或分组", f"No rule, requirement or group '{self.name}'"
        if self.near:
            return f"{zh}；是不是 {self.near}。", f"{en}; did you mean {self.near}."
        return (
            f"{zh}。\n下一步：qingdan rules 列出规则，qingdan rules --requirements 列出全国要求",
            f"{en}.\nNext: qingdan rules lists rules, qingdan rules --requirements requirements",
        )


class RetiredRule(Problem):
    """Raised when a rule is selected that is no longer run: nothing would be checked.

    Attributes:
        name: The rule.
        successor: The one that took its place, or ``""``.
    """

    name: str
    successor: str

    def _words(self) -> Words:
        zh = f"改写 {self.successor}" if self.successor else "去掉它；qingdan explain 说明停用的原因"
        en = f"write {self.successor}" if self.successor else "leave it out; qingdan explain says why"
        by_zh, by_en = (
            (f"，由 {self.successor} 代替", f"; {self.successor} took its place") if self.successor else ("", "")
        )
        return (
            f"规则 {self.name} 已经停用{by_zh}，选它什么也查不到。\n下一步：{zh}。",
            f"The rule {self.name} is retired{by_en}; it would find nothing.\nNext: {en}.",
        )


class UnknownProfile(Problem):
    """Raised when a profile is named that is not there, or there more than once.

    Attributes:
        name: What was asked for: a file, or the name of one beside a list.
        found: The files that could be meant, where there are several.
    """

    name: str
    found: Sequence[str]

    def _words(self) -> Words:
        if self.found:
            zh, en = f"检查方案“{self.name}”有几份：{'、'.join(self.found)}", f"Several profiles '{self.name}': "
            en += ", ".join(self.found)
        else:
            zh, en = f"没有检查方案“{self.name}”", f"No profile '{self.name}'"
        return (
            f"{zh}。\n下一步：写清单的 profiles/ 里那个文件的名称（不带 .yaml），或者写出文件的路径（以 .yaml 结尾）。",
            f"{en}.\nNext: name a file in profiles/ of the list, without .yaml, or give a path that ends with .yaml.",
        )


class BrokenProfile(Problem, exit_code=UNREADABLE):
    """Raised when a profile cannot be used.

    Attributes:
        file: The file.
        problem: ``findings``: its structure; ``rules``: it asks for rules of a distribution without being named by its
            path; ``always``, ``requirement``: it weighs what nobody can weigh.
        detail: Which rule or requirement; ``""`` where none is meant.
        findings: What is wrong with its structure.
    """

    file: str
    problem: Literal["findings", "rules", "always", "requirement"]
    detail: str
    findings: Sequence[Finding]

    def _words(self) -> Words:
        found_zh, found_en = first(self.findings)
        zh, en, next_zh, next_en = {
            "findings": (
                f"不合格式：{found_zh}",
                f"does not have the form of one:{found_en}",
                "照上面说的改",
                "mend it",
            ),
            "rules": (
                "要用程序包的规则；清单旁边的方案不能自己启用程序",
                "asks for rules of distributions; a profile beside a list cannot switch on code",
                "写出这个文件的路径，或者另写 --rules 程序包",
                "name the file by its path, or write --rules NAME",
            ),
            "always": (
                f"改了 {self.detail} 的级别；没有读成、不合格式、没有认出的，总是照实报告",
                f"weighs {self.detail}; what was not read or not recognised is always told as it is",
                "去掉这一行",
                "remove that line",
            ),
            "requirement": (
                f"改了 {self.detail} 的级别；全国要求的级别由证据决定，不能改",
                f"weighs {self.detail}; what a requirement weighs follows from its evidence",
                "去掉这一行；暂时接受的写进 waivers.yaml",
                "remove that line; what is accepted for a time goes into waivers.yaml",
            ),
        }[self.problem]
        return (
            f"检查方案 {self.file} 不能用：{zh}。\n下一步：{next_zh}。",
            f"The profile {self.file} cannot be used: {en}.\nNext: {next_en}.",
        )


class UnknownRules(Problem):
    """Raised when the rules of a distribution are asked for that is not installed, or brings none.

    Attributes:
        name: What was asked for.
        known: The distributions that bring rules.
    """

    name: str
    known: Sequence[str]

    def _words(self) -> Words:
        known_zh = f"；带规则的有：{'、'.join(self.known)}" if self.known else ""
        known_en = f"; those that bring rules: {', '.join(self.known)}" if self.known else ""
        return (
            f"没有安装带规则的程序包“{self.name}”{known_zh}。\n下一步：核对名称，或者先安装它。",
            f"No distribution '{self.name}' that brings rules is installed{known_en}.\n"
            "Next: check the name, or install it.",
        )


class BrokenRules(Problem, exit_code=UNREADABLE):
    """Raised when the rules that a distribution brings cannot be used.

    Attributes:
        distribution: Its name.
        version: Its version.
        problem: ``loading``: they cannot be loaded; ``records``: they are no tuple of rules, or one of them is not
            filled in; ``taken``: an id belongs to other rules; ``running``: one of them failed, or gave what is no hit.
        detail: Which one, and what was wrong.
    """

    distribution: str
    version: str
    problem: Literal["loading", "records", "taken", "running"]
    detail: str

    def _words(self) -> Words:
        zh, en = {
            "loading": ("装不上", "cannot be loaded"),
            "records": ("不是填好的规则", "are no rules that are filled in"),
            "taken": ("编号是别的规则的", "have ids of other rules"),
            "running": ("运行时出错", "failed while they ran"),
        }[self.problem]
        return (
            f"程序包 {self.distribution} {self.version} 的规则{zh}：{self.detail}\n"
            "下一步：告诉写这个程序包的人；不用它的规则，去掉 --rules 里的名称。",
            f"The rules of the distribution {self.distribution} {self.version} {en}: {self.detail}\n"
            "Next: tell those who wrote it; to go on without them, leave its name out of --rules.",
        )
