"""What was typed does not fit: raised by commands, said once by the command."""

from __future__ import annotations

from qingdan.problems.base import Problem, Words


class Misused(Problem):
    """Raised where what was typed cannot be meant so; nothing was read or written.

    Attributes:
        zh: What is wrong and what to do next, in Chinese.
        en: The same in English.
    """

    zh: str
    en: str

    def _words(self) -> Words:
        return self.zh, self.en
