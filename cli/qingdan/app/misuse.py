"""What was typed does not fit: raised by commands, said once by the command."""

from __future__ import annotations


class Misused(Exception):
    """Raised where what was typed cannot be meant so; nothing was read or written.

    Attributes:
        said: What is wrong and what to do next, in Chinese and in English.
    """

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.said = (zh, en)
