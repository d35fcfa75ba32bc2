"""Problems of choosing rules: names that fit nothing, profiles, and the rules of other distributions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qingdan.problems.base import UNREADABLE, Problem, first

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from qingdan.findings import Finding
    from qingdan.words.grammar import Lang


class UnknownRule(Problem):
    """Raised when something is selected or ignored that is no rule, no requirement and no group of them.

    Attributes:
        name: What was asked for.
        near: What was probably meant, or ``""``.
    """

    name: str
    near: str

    def _words(self, lang: Lang) -> str:
        return self._say("near" if self.near else "said", lang)


class RetiredRule(Problem):
    """Raised when a rule is selected that is no longer run: nothing would be checked.

    Attributes:
        name: The rule.
        successor: The one that took its place, or ``""``.
    """

    name: str
    successor: str

    def _words(self, lang: Lang) -> str:
        return self._say("replaced" if self.successor else "said", lang)


class UnknownProfile(Problem):
    """Raised when a profile is named that is not there, or there more than once.

    Attributes:
        name: What was asked for: a file, or the name of one beside a list.
        found: The files that could be meant, where there are several.
    """

    name: str
    found: Sequence[str]

    def _words(self, lang: Lang) -> str:
        return self._say("several" if self.found else "said", lang)


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

    def _words(self, lang: Lang) -> str:
        what = self._say(self.problem, lang, findings=first(self.findings, lang))
        return self._say("said", lang, what=what, step=self._say(f"{self.problem}_next", lang))


class UnknownRules(Problem):
    """Raised when the rules of a distribution are asked for that is not installed, or brings none.

    Attributes:
        name: What was asked for.
        known: The distributions that bring rules.
    """

    name: str
    known: Sequence[str]

    def _words(self, lang: Lang) -> str:
        return self._say("said", lang, those=self._say("those", lang) if self.known else "")


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

    def _words(self, lang: Lang) -> str:
        return self._say("said", lang, what=self._say(self.problem, lang))
