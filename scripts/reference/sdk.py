"""The Python functions and classes, from their docstrings, types and source."""

from __future__ import annotations

import dataclasses
import inspect
import re
import sys
from collections.abc import Iterator
from typing import Any

from scripts.reference.docstrings import docstring
from scripts.reference.markdown import code, codes, fenced, page, prose, table, text
from scripts.reference.members import rows

import qingdan as sdk
from qingdan import findings
from qingdan.loading.catalogue import Catalogue, Effective
from qingdan.loading.edition import Edition
from qingdan.loading.files import Files
from qingdan.loading.placed import Placed
from qingdan.printing.words import REASONS
from qingdan.problems import Problem
from qingdan.reports import schema

_LEAD = (
    "`import qingdan` 得到下面的函数、类和异常，都带类型。它们不打印、不看时钟、不联网；以哪一天为准由调用者写明。"
    "中文说明以外的英文照源代码的文档字符串。一个能运行的例子见[用 Python 取数](../howto/sdk.md)。"
)
#: What `validate` gives back, from the outside to the inside.
RESULT = (
    findings.Report, findings.Section, findings.Finding, findings.Severity, findings.Location, findings.Related,
    findings.LegalBasis, findings.Fix, findings.Edit, findings.NotRun, findings.Profile, findings.Distribution,
    findings.Told, findings.Said,
)  # fmt: skip
#: What `load` and `national` give back.
LOADED = (Catalogue, Effective, Edition, Placed, Files)
_ANSWERS = {
    "yes": "允许", "no": "不符", "unsettled": "未定，见 reason", "unregulated": "全国没有要求",
    "same": "一样", "added": "多了", "removed": "少了", "changed": "不一样", "not_stated": "没有写", "unknown": "不明",
    "better": "更好", "worse": "更差", "mixed": "有好有差", "none": "不变",
}  # fmt: skip


def _title(name: str, value: Any) -> str:
    """How a function is called; annotations stand as they do in the source, whatever Python makes the page."""
    signature = inspect.signature(value)
    parts = [_parameter(each) for each in signature.parameters.values()]
    return f"{name}({', '.join(parts)}) -> {signature.return_annotation}"


def _parameter(parameter: inspect.Parameter) -> str:
    star = {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}.get(parameter.kind, "")
    default = "" if parameter.default is parameter.empty else f" = {parameter.default!r}"
    return f"{star}{parameter.name}: {parameter.annotation}{default}"


def _function(name: str) -> Iterator[str]:
    value = getattr(sdk, name)
    parts = docstring(value)
    yield f"### {text(name)}"
    yield ""
    yield from fenced(_title(f"qingdan.{name}", value), "python")
    for paragraph in parts.paragraphs:
        yield prose(paragraph)
        yield ""
    for head, title in (("Args", "参数"), ("Raises", "异常")):
        named = parts.named.get(head, {})
        yield from table((title, "说明"), ((_linked(each), prose(said)) for each, said in named.items()))
    if parts.returns:
        yield f"返回：{prose(parts.returns)}"
        yield ""
    if parts.example:
        yield from fenced("\n".join(parts.example), "python")


def _linked(name: str) -> str:
    """A name in code, with a link where the page has a heading for it."""
    return f"[{code(name)}](#{name.lower()})" if name in sdk.__all__ else code(name)


def _class(value: type) -> Iterator[str]:
    yield f"### {text(value.__name__)}"
    yield ""
    public = value.__name__ in sdk.__all__
    where = f"可以写 {code('qingdan.' + value.__name__)}" if public else f"在 {code(value.__module__)}"
    yield f"{where}。{_coded(value)}"
    yield ""
    for paragraph in docstring(value).paragraphs:
        yield prose(paragraph)
        yield ""
    yield from rows(value)


def _coded(value: type) -> str:
    """By what a program, and whoever runs the command, tells a kind of problem."""
    if not issubclass(value, Problem) or value is Problem:
        return ""
    return f"{code('code')} 是 {code(value.code)}，命令的退出码是 {value.exit_code}。"


def _judgement() -> Iterator[str]:
    """One row of ``Section.judgements``: the same as in the JSON report."""
    yield "### 逐项判断的一行"
    yield ""
    yield (
        "`Section.judgements` 里一次比较一行，是一个字典，键照 `qingdan.reports.validate.shape.JudgementValue`，"
        "JSON 报告里也一样。"
        "不是必有的键，没有内容就不写，取的时候用 `row.get(...)`。"
    )
    yield ""
    part = schema.schema("report")["$defs"]["JudgementValue"]
    yield from table(
        ("键", "", "说明", "值"),
        (
            (code(name), "必有" if name in part["required"] else "", text(field["title"]), _values(name, field))
            for name, field in part["properties"].items()
        ),
    )
    yield "`path` 是[生效的事项](#effective)的 `path` 加要素名：`items[P99-0401].promised_limit`。原因代码："
    yield ""
    yield from table(("reason", "意思"), ((code(id), text(REASONS(id, "zh"))) for id in REASONS))


def _values(name: str, field: dict[str, Any]) -> str:
    """The values that a key can have, with what they mean."""
    if "enum" in field:
        return "；".join(f"{code(each)} {_ANSWERS[each]}" for each in field["enum"])
    return {"array": "列表：文字"}.get(field["type"], "文字")


def others(classes: list[type]) -> list[type]:
    """Public classes that stand in no list above, with the data classes of their own module that their fields name."""
    found = [value for value in classes if value not in (*RESULT, *LOADED) and not issubclass(value, Exception)]
    for value in found:  # grows while it is walked
        beside = vars(sys.modules[value.__module__])
        fields = dataclasses.fields(value) if dataclasses.is_dataclass(value) else ()
        for name in re.findall(r"\w+", " ".join(str(field.type) for field in fields)):
            part = beside.get(name)
            if inspect.isclass(part) and dataclasses.is_dataclass(part) and part not in (*RESULT, *LOADED, *found):
                found.append(part)
    return found


def _lines() -> Iterator[str]:
    functions = [name for name in sdk.__all__ if inspect.isfunction(getattr(sdk, name))]
    classes = [value for name in sdk.__all__ if inspect.isclass(value := getattr(sdk, name))]
    errors = [value for value in classes if issubclass(value, Exception)]
    yield "## 函数"
    yield ""
    for name in functions:
        yield from _function(name)
    yield "## 报告"
    yield ""
    yield "`validate` 返回 [Report](#report)，里面是这些类。"
    yield ""
    for value in RESULT:
        yield from _class(value)
    yield from _judgement()
    yield "## 清单和全国基准"
    yield ""
    yield (
        "`load` 返回 [Catalogue](#catalogue)，`national` 返回 [Edition](#edition)。事项、全国事项和要求本身是字典，"
        "键照[文件格式](files.md)。"
    )
    yield ""
    for value in LOADED:
        yield from _class(value)
    if left := others(classes):
        yield "## 其他类"
        yield ""
        for value in left:
            yield from _class(value)
    yield "## 异常"
    yield ""
    yield (
        f"清单里的问题都在报告里，不会抛出来。抛出来的是用法和文件的问题，都是 {_linked('Problem')} 的一种："
        f"{codes(each.__name__ for each in errors if each is not Problem)}。"
    )
    yield ""
    for value in errors:
        yield from _class(value)


def pages() -> dict[str, str]:
    """The page of the SDK."""
    return {"sdk.md": page("SDK", _LEAD, _lines())}
