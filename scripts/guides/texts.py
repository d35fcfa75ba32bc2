"""Short printed texts → values: citations, limits, numbers. What does not fit a shape is an error, never a guess."""

from __future__ import annotations

import re
from typing import Any

from qingdan.loading.opening import national
from qingdan.values import limits
from qingdan.values.context import Context

_DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九十", start=1)}
#: 《标题》 and the number in the brackets after it; the opening bracket is sometimes lost, an inner 》 is not the end.
_CITED = re.compile(
    r"""
    《(?P<title>.+?)》
    (?:的决定|的通知)?                          # words of the citing sentence
    (?:（根据[^）]*）)?\s*                        # when it was amended
    (?:[（(]?
       (?P<number>[^（）()《》；。]*?(?:(?:〔\d{4}〕|\[\d{4}\])\d+号|令第[\d一二三四五六七八九十]+号))
       [^（）()《》]*[）)]?
    )?
    (?=第|[；。：:;]|$|《|、|和)                 # what follows a citation, never the middle of a title
    """,
    re.VERBOSE,
)
_ARTICLE = re.compile(r"第[一二三四五六七八九十百]+条")


def citation(printed: str) -> dict[str, str]:
    """A basis given by title or by number alone; the number stays as printed, defects included."""
    if printed.startswith("《"):
        return {"title": printed[1:-1]}
    if re.search(r"\d", printed) and "通知" not in printed:
        return {"number": printed}
    return {"title": printed}


def limit(printed: str) -> dict[str, Any]:
    """``15工作日`` or ``90日``, as the package reads limits."""
    found = limits.read(printed, Context(national().registries, "statutory_limit"))
    if found is None:
        raise SystemExit(f"no limit: {printed}")
    return dict(found)


def copies(printed: str) -> int | None:
    """How many, where a requirement says ``一式四份``, ``1份`` or ``三张``."""
    match = re.search(r"([\d一二三四五六七八九十])(?:份|张)", printed)
    if not match:
        return None
    return _DIGITS.get(match[1]) or int(match[1])


def citations(prose: str) -> list[dict[str, str]]:
    """The documents that a paragraph of bases names: title, number, first article. Quoted sentences are not taken."""
    found = []
    for line in re.sub(r"[“\"][^”\"]*[”\"]", "", prose).splitlines():
        found.extend(_cited(line))
    return found


def _cited(line: str) -> list[dict[str, str]]:
    result = []
    for match in _CITED.finditer(line):
        row = {"title": match["title"]}
        if match["number"]:
            row["number"] = match["number"].strip()
        article = _ARTICLE.match(line, match.end())
        if article:
            row["article"] = article[0]
        result.append(row)
    return result
