"""Every report and the formats in which it can be had: one table for the command and its tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Literal

from qingdan.printing.data import data_text
from qingdan.printing.escape import json_text, no_command
from qingdan.printing.paint import Paint, plain
from qingdan.words.grammar import Lang

#: What a format is made of: text for people, or data for programs, which is UTF-8 on every console.
Kind = Literal["text", "commands", "json", "csv", "html", "markdown", "xml", "binary"]


@dataclass(frozen=True)
class How:
    """How a report is told; each format takes what it has a use for.

    Attributes:
        lang: ``zh`` or ``en``.
        paint: Colours for a terminal, or none.
        shown: How many findings of one rule are shown in full in one list; ``None``: as it says itself.
        silent: What a side does not state is listed, too.
        only: Id of the official list whose rows are told; empty: national items.
        diffs: The lines of the files that change are told.
        today: The day that it is in Beijing; reports judged by it say so.
        root: The folder from which a runner counts paths; empty: that of the process.
    """

    lang: Lang = "zh"
    paint: Paint = plain
    shown: int | None = None
    silent: bool = False
    only: str = ""
    diffs: bool = False
    today: str = ""
    root: str = ""


@dataclass(frozen=True)
class Format:
    """One way in which a report can be had.

    Attributes:
        kind: What it is made of.
        made_by: A module of this room and its function; it is imported where it is used.
        takes: The parts of ``How`` that the function takes, by their names.
        endings: Endings of file names that stand for it; those of its kind where none are given.
    """

    kind: Kind
    made_by: str
    takes: tuple[str, ...] = ("lang",)
    endings: tuple[str, ...] = ()


#: Kind → the endings of the names of its files.
_ENDINGS: dict[Kind, tuple[str, ...]] = {
    "text": (".txt",),
    "json": (".json",),
    "csv": (".csv",),
    "html": (".html", ".htm"),
    "xml": (".xml",),
    "markdown": (".md", ".markdown"),
}


#: Name of a report → name of a format → how it is made. The first format is the one that nobody has to ask for.
FORMATS: dict[str, dict[str, Format]] = {
    "validate": {
        "text": Format("text", "validate.as_text.render", ("lang", "paint", "shown", "today")),
        "concise": Format("text", "validate.lines.concise"),
        "json": Format("json", "validate.as_json.value"),
        "markdown": Format("markdown", "validate.as_markdown.render", ("lang", "today")),
        "html": Format("html", "validate.as_html.render", ("lang", "today")),
        "github": Format("commands", "validate.lines.github", ("lang", "root")),
        "junit": Format("xml", "validate.as_junit.render"),
    },
    "diff": {
        "text": Format("text", "diff.as_text.render", ("lang", "paint", "silent", "today")),
        "json": Format("json", "diff.as_json.value"),
        "markdown": Format("markdown", "diff.as_markdown.render", ("lang", "silent", "today")),
        "html": Format("html", "diff.as_html.render", ("lang", "silent", "today")),
    },
    "region": {
        "text": Format("text", "region.formats.render", ("lang", "paint", "silent")),
        "json": Format("json", "region.formats.value"),
        "markdown": Format("markdown", "region.formats.render_markdown", ("lang", "silent")),
        "html": Format("html", "region.formats.render_html", ("lang", "silent")),
    },
    "changelog": {
        "markdown": Format("markdown", "changelog.as_markdown.for_the_office"),
        "html": Format("html", "changelog.as_html.for_the_office"),
        "docx": Format("binary", "changelog.as_pages.docx", endings=(".docx",)),
        "pdf": Format("binary", "changelog.as_pages.pdf", endings=(".pdf",)),
    },
    "changelog for citizens": {
        "markdown": Format("markdown", "changelog.as_markdown.for_citizens"),
        "html": Format("html", "changelog.as_html.for_citizens"),
    },
    "coverage": {
        "text": Format("text", "coverage.as_text.render", ("lang", "paint", "only", "today")),
        "json": Format("json", "coverage.as_json.value", ("lang", "only")),
        "csv": Format("csv", "coverage.as_csv.render", ("lang", "only")),
        "html": Format("html", "coverage.as_html.render", ("lang", "only", "today")),
    },
    "impact": {
        "text": Format("text", "impact.as_text.render", ("lang", "paint", "today")),
        "json": Format("json", "impact.as_json.value"),
    },
    "upgrade": {
        "text": Format("text", "upgrade.as_text.render", ("lang", "paint", "diffs")),
        "json": Format("json", "upgrade.as_json.value"),
    },
    "export": {
        "jsonl": Format("json", "export.as_json.lines", (), (".jsonl",)),
        "jsonld": Format("json", "export.as_jsonld.render", (), (".jsonld",)),
        "csv": Format("csv", "export.as_csv.lines"),
        "table": Format("csv", "export.as_table.lines", (), (".table.csv",)),
        "parquet": Format("binary", "export.as_parquet.chunks", (), (".parquet",)),
        "xlsx": Format("binary", "export.as_xlsx.chunks", ("lang",), (".xlsx",)),
        "docx": Format("binary", "export.as_pages.docx", endings=(".docx",)),
        "pdf": Format("binary", "export.as_pages.pdf", endings=(".pdf",)),
        "exchange": Format("binary", "export.as_exchange.chunks", endings=(".zip",)),
    },
    "items": {
        "text": Format("text", "items.as_text.render", ("lang", "today")),
        "json": Format("json", "items.as_json.value", ("lang", "today")),
    },
    "documents": {
        "text": Format("text", "documents.as_text.render"),
        "json": Format("json", "documents.as_json.value", ()),
    },
    "import": {
        "text": Format("text", "imports.as_text.render"),
        "json": Format("json", "imports.as_json.value"),
        "xlsx": Format("binary", "imports.as_xlsx.chunks", ("lang",), (".xlsx",)),
    },
    "align": {
        "text": Format("text", "align.as_text.render"),
        "json": Format("json", "align.as_json.value", ()),
    },
    "explain": {"text": Format("text", "explain.as_text.render")},
    "rules": {"text": Format("text", "rules.as_text.render")},
    "requirements": {"text": Format("text", "rules.as_text.requirements", ("lang", "today"))},
}


def by_ending(report: str, ending: str) -> str:
    """The first format of a report whose files end so; empty where there is none.

    >>> by_ending("validate", ".xml"), by_ending("export", ".json")
    ('junit', '')
    """
    formats = FORMATS[report].items()
    return next((name for name, each in formats if ending in (each.endings or _ENDINGS.get(each.kind, ()))), "")


def rendered(report: str, name: str, found: object, how: How) -> Iterator[str | bytes]:
    """A report in one of its formats, as texts, or bytes, that follow one another.

    Nothing in them is a command for what runs a pipeline but the commands of the format itself.

    Args:
        report: A name of ``FORMATS``.
        name: One of its formats.
        found: What is told: the answer of the function of the SDK.
        how: How it is told.
    """
    format = FORMATS[report][name]
    module, _, function = format.made_by.rpartition(".")
    make = getattr(import_module(f"qingdan.reports.{module}"), function)
    parts = {part: getattr(how, part) for part in format.takes}
    made: str | dict[str, object] | Iterable[str | bytes] = make(
        found, **{part: value for part, value in parts.items() if value is not None}
    )
    if isinstance(made, dict):  # plain data for programs
        made = data_text(made)
    for text in (made,) if isinstance(made, str) else made:
        yield text if isinstance(text, bytes) else _safe(text, format.kind)


#: Class of an answer of the SDK → the report that tells it.
_TOLD_BY = {name: name.lower() for name in "Diff Region Changelog Coverage Impact Upgrade Export Rules".split()}
_TOLD_BY |= {"Report": "validate", "NationalItems": "items", "DocumentStates": "documents", "Explanation": "explain"}
_TOLD_BY |= {"Imported": "import", "Alignment": "align"}


def render(
    found: object, format: str = "", lang: Lang = "zh", *, citizens: bool = False, silent: bool = False
) -> str | bytes:
    """What a function of the SDK answers, in one of the formats of its command.

    Args:
        found: A ``Report``, ``Diff``, ``Region``, ``Changelog``, ``Coverage``, ``Impact``, ``Upgrade``, ``Export``,
            ``NationalItems``, ``DocumentStates``, ``Explanation``, ``Imported``, ``Alignment`` or ``Rules``.
        format: As ``--format`` takes it: ``json``, ``html``, …; empty: the one that the command prints by itself.
        lang: ``zh`` or ``en``.
        citizens: Of a ``Changelog``, the version for citizens.
        silent: Of a ``Diff`` or ``Region``, what a side does not state is listed, too.

    Returns:
        The text; bytes for formats that are no text (``parquet``, ``xlsx``).

    Raises:
        TypeError: It is none of these answers.
        ValueError: Its report cannot be had in this format; the message lists those that it can.
    """
    report = _TOLD_BY.get(type(found).__name__, "")
    if not report:
        raise TypeError(f"not an answer of qingdan: {type(found).__name__}")
    report += " for citizens" if citizens and report == "changelog" else ""
    name = format or next(iter(FORMATS[report]))
    if name not in FORMATS[report]:
        raise ValueError(f"{report} has no format {name!r}; it has {', '.join(FORMATS[report])}")
    made = list(rendered(report, name, found, How(lang, silent=silent)))
    texts = [each for each in made if isinstance(each, str)]
    return "".join(texts) if len(texts) == len(made) else b"".join(each for each in made if isinstance(each, bytes))


def beside(report: str, name: str, file: Path, found: object, how: How) -> Iterator[tuple[Path, str]]:
    """The files, with their texts, that describe one that was written, and stand beside it."""
    if report == "export":
        from qingdan.reports.export import schema as entry_schema
        from qingdan.reports.export.facts import Export

        assert isinstance(found, Export)  # what the report of this name tells
        yield from entry_schema.beside(name, file, found, how.lang)


def _safe(text: str, kind: Kind) -> str:
    if kind == "json":
        return json_text(text)
    return no_command(text, "entity" if kind in ("html", "markdown", "xml") else "escape", own=kind == "commands")
