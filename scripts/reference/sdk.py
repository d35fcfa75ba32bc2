"""The Python functions, from their docstrings."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

from scripts.reference.markdown import fenced, page, text

from qingdan import findings, sdk

_LEAD = (
    "`import qingdan` 得到下面的函数。它们不打印、不看时钟、不联网；以哪一天为准由调用者写明。"
    "说明照源代码的英文文档字符串。"
)


def _title(name: str, value: Any) -> str:
    """How a function is called; annotations stand as they do in the source, whatever Python makes the page."""
    if inspect.isclass(value):
        return f"class {name}"
    signature = inspect.signature(value)
    parts = [_parameter(each) for each in signature.parameters.values()]
    return f"{name}({', '.join(parts)}) -> {signature.return_annotation}"


def _parameter(parameter: inspect.Parameter) -> str:
    star = {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}.get(parameter.kind, "")
    default = "" if parameter.default is parameter.empty else f" = {parameter.default!r}"
    return f"{star}{parameter.name}: {parameter.annotation}{default}"


def _entry(name: str, value: Any) -> Iterator[str]:
    yield f"### {text(name)}"
    yield ""
    yield from fenced(_title(name, value), "python")
    yield from fenced(inspect.getdoc(value) or "", "text")


def _lines() -> Iterator[str]:
    functions = [name for name in sdk.__all__ if inspect.isfunction(getattr(sdk, name))]
    yield "## 函数"
    yield ""
    for name in functions:
        yield from _entry(name, getattr(sdk, name))
    yield "## 异常和类"
    yield ""
    for name in sdk.__all__:
        if name not in functions:
            yield from _entry(name, getattr(sdk, name))
    yield "## 报告里的数据"
    yield ""
    yield "`validate` 返回 `Report`，里面是这些类，都在 `qingdan.findings`。"
    yield ""
    for name, value in vars(findings).items():
        if inspect.isclass(value) and value.__module__ == findings.__name__:
            yield from _entry(name, value)


def pages() -> dict[str, str]:
    """The page of the SDK."""
    return {"sdk.md": page("SDK", _LEAD, _lines())}
