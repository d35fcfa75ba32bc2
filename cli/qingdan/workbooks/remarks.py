"""What the program says at cells: what the nation requires there, and what was found; apart from what people say."""

from __future__ import annotations

#: What ends every comment of the program; what somebody adds stands behind it.
END = "——清单程序"


def ours(lines: list[str]) -> str:
    """A comment of the program."""
    return "\n".join([*lines, END])


def without_ours(comment: str) -> str:
    r"""What somebody says in a comment besides the program.

    >>> without_ours("不超过 3 个工作日\n——清单程序\n请处长定")
    '请处长定'
    """
    return comment.rpartition(END)[2].strip()
