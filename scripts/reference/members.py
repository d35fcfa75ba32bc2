"""The members of the classes that the SDK hands out: fields, properties, methods, what an exception carries."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache

from scripts.reference.docstrings import comments, docstring
from scripts.reference.markdown import code, prose, table

from qingdan.problems import Problem
from qingdan.reports import schema

#: Class → the part of the JSON report that says the same; its Chinese names are those of the fields.
IN_REPORT = {
    "Location": "LocationValue", "Related": "RelatedValue", "Edit": "EditValue", "Fix": "FixValue",
    "LegalBasis": "BasisValue", "Finding": "FindingValue", "NotRun": "NotRunValue", "Section": "SectionValue",
    "Difference": "JudgementValue", "Earlier": "EarlierValue", "Since": "SinceValue", "Baseline": "BaselineValue",
}  # fmt: skip
#: What neither a docstring nor the JSON report says.
WORDS = {
    "Finding.occurrence": "同样的发现里的第几处，从 0 起",
    "Finding.fingerprint": "指纹，不随行号、文件名、语言变化",
    "Report.version": "工具的版本",
    "Report.edition_hash": "全国基准的内容指纹",
    "Report.sections": "各份清单，一份一个 Section",
    "Report.fast_parser": "是否用上 C 解析器",
    "Report.findings": "全部发现",
    "Report.complete": "是否全部读成；不全的，命令退出码是 3",
    "Report.count": "某一级别的发现有几处",
    "Section.verdicts": "逐项判断的计数：yes 符合，no 不符，unsettled 未定，not_stated 没有写",
    "Section.waived": "已豁免的发现，各带它的豁免",
    "Catalogue.waivers": "waivers.yaml 里的豁免",
    "Catalogue.label": "清单的文件夹或文件",
    "Effective.as_of": "这段文字是哪一天的；不知道是空的",
    "Files.files": "种类 → 这一种的文件",
    "Files.findings": "读文件、查结构时的发现",
    "Difference.basis": "依据",
    "Suggestion.before": "原来的路径",
    "Suggestion.after": "后来的路径",
    "Suggestion.name": "名称",
    "Edition.crosswalks": "官方清单的各行与全国事项的对照",
    "NothingThere.path": "指到的路径",
    "UnknownEdition.name": "要的基准",
    "UnknownEdition.known": "包里现有的基准",
    "UnknownSide.name": "要比较的一边",
    "FolderInUse.path": "指到的文件夹",
    "Problem.code": "是哪一种问题，给程序看",
    "Problem.exit_code": "命令的退出码",
    "Problem.said": "哪里不对、下一步怎么办，同命令说的一样",
    "Problem.values": "带着的值，可以写成 JSON",
}


@dataclasses.dataclass(frozen=True)
class Member:
    """One row: the name, its type as the source writes it, and what it is."""

    name: str
    type: str
    said: str


def members(value: type) -> list[Member]:
    """The fields of a class in order, then its properties and methods."""
    found = list(_problem(value)) if issubclass(value, Problem) else list(_fields(value))
    return [*found, *_computed(value)]


def rows(value: type) -> Iterator[str]:
    """The members of a class as a table."""
    yield from table(
        ("名称", "类型", "说明"), ((code(each.name), code(each.type), prose(each.said)) for each in members(value))
    )


def _fields(value: type) -> Iterator[Member]:
    if issubclass(value, Enum):
        yield from (Member(each.name, repr(each.value), f"{value.__name__}.{each.name}") for each in value)
        return
    for field in dataclasses.fields(value) if dataclasses.is_dataclass(value) else ():
        yield Member(field.name, str(field.type), _said(value, field.name))


def _computed(value: type) -> Iterator[Member]:
    """What a class answers when asked, by the docstrings of its properties and methods."""
    for name, member in vars(value).items():
        function = getattr(member, "fget", None) or getattr(member, "func", None) or member
        if name.startswith("_") or not inspect.isfunction(function):
            continue
        english = " ".join(docstring(function).paragraphs[:1])
        said = "。".join(part for part in (WORDS.get(f"{value.__name__}.{name}", ""), english) if part)
        signature = inspect.signature(function)
        shown = name if function is not member else f"{name}({_taken(signature)})"
        yield Member(shown, str(signature.return_annotation), said)


def _taken(signature: inspect.Signature) -> str:
    """The arguments of a method by name; annotations would fill the row."""
    stars = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}
    named = [stars.get(each.kind, "") + each.name for each in signature.parameters.values() if each.name != "self"]
    return ", ".join(named)


def _problem(value: type) -> Iterator[Member]:
    """What a problem carries: the attributes that its class declares."""
    for name, type in inspect.get_annotations(value).items():
        if not name.startswith("_"):
            yield Member(name, re.sub(r"^ClassVar\[(.*)\]$", r"\1", type), _said(value, name))


def _said(value: type, name: str) -> str:
    """What is known of a field: its Chinese name, and the words of the source."""
    chinese = WORDS.get(f"{value.__name__}.{name}") or _titles().get(IN_REPORT.get(value.__name__, ""), {}).get(name)
    english = docstring(value).named.get("Attributes", {}).get(name) or comments(value).get(name)
    return "。".join(part for part in (chinese, english) if part)


@cache
def _titles() -> Mapping[str, Mapping[str, str]]:
    """Part of the JSON report → field → its Chinese name with what is said of it."""
    return {
        name: {
            key: "，".join(part for part in (field.get("title", ""), field.get("description", "")) if part)
            for key, field in part["properties"].items()
        }
        for name, part in schema.schema("report")["$defs"].items()
    }
