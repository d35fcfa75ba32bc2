"""Where a command writes and in what format: ``-f FORMAT``, and ``-o [FORMAT=]FILE`` as often as one likes."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from qingdan.app import streams
from qingdan.app.misuse import Misused
from qingdan.reports.formats import FORMATS, How, beside, by_ending, rendered

#: In place of a file: the standard output.
SCREEN = "-"
_NAMED = re.compile(r"([A-Za-z]+)=(.+)", re.DOTALL)


@dataclass(frozen=True)
class Output:
    """One thing to be written.

    Attributes:
        format: A format of the report.
        file: The file; ``-`` for the standard output.
    """

    format: str
    file: str


def format_option(report: str) -> object:
    """The option ``-f`` of a command."""
    names = "|".join(FORMATS[report])
    default = next(iter(FORMATS[report]))
    return typer.Option("--format", "-f", metavar=f"<{names}>", help=f"输出格式，默认 {default}。Format; {default}.")


def output_option() -> object:
    """The option ``-o`` of a command."""
    zh, en = "写到文件，可以写几次；- 是屏幕。", "File to write to; more than one will do, - is the screen."
    return typer.Option("--output", "-o", metavar="[FORMAT=]FILE", help=zh + en)


def asked(report: str, format: str, outputs: Sequence[str] | None, inputs: Iterable[object] = ()) -> list[Output]:
    """What is to be written, looked over before anything is read.

    Args:
        report: A name of ``FORMATS``.
        format: What ``-f`` says; empty where it was not given.
        outputs: What each ``-o`` says.
        inputs: Paths that the command reads, which no output may take the place of.

    Raises:
        Misused: There is no such format, a file is named twice, is read by the command or lies in a list.
        OSError: A file cannot be there.
    """
    default = _known(report, format) if format else next(iter(FORMATS[report]))
    if not outputs:
        return [Output(default, SCREEN)]
    found, used = [], False
    for each in outputs:
        named = _NAMED.fullmatch(each)
        if named:
            found.append(Output(_known(report, named[1], each), named[2]))
            continue
        used = True
        meant = "" if format else by_ending(report, Path(each).suffix.lower())
        found.append(Output(meant or default, each))
    if format and not used:  # what -f names and no file takes is printed
        found.append(Output(default, SCREEN))
    _look_over(found, [Path(str(each)) for each in inputs if each])
    return found


def _known(report: str, name: str, whole: str = "") -> str:
    """A format of a report by its name."""
    if name in FORMATS[report]:
        return name
    from qingdan.model.likeness import closest
    from qingdan.printing.escape import shortened

    near = closest(name, list(FORMATS[report]))
    zh, en = "、".join(FORMATS[report]), ", ".join(FORMATS[report])
    step_zh, step_en = (f"是不是 {near}", f"did you mean {near}") if near else (f"写 {zh} 里的一种", f"one of {en}")
    if whole:
        step_zh += f"；文件名里真有等号的，写成 ./{shortened(whole)}"
        step_en += f"; a file with = in its name is written ./{shortened(whole)}"
    name, option = shortened(name), "--output" if whole else "--format"
    raise Misused(
        f"{option} 写得不对：没有格式 {name}；有：{zh}。\n下一步：{step_zh}",
        f"{option} is not right: no format {name}; there are: {en}.\nNext: {step_en}",
    )


def _look_over(outputs: Sequence[Output], inputs: Sequence[Path]) -> None:
    """Nothing is written over what is read, into a list, or twice to one place."""
    seen: set[str] = set()
    for output in outputs:
        place = output.file if output.file == SCREEN else os.path.realpath(output.file)
        if place in seen:
            name_zh, name_en = ("屏幕（-）", "the screen (-)") if place == SCREEN else (output.file, output.file)
            raise Misused(
                f"{name_zh} 写了两次，后写的会盖掉先写的。\n下一步：各写各的文件。",
                f"{name_en} is named twice, and the second would replace the first.\nNext: name two files.",
            )
        seen.add(place)
        if output.file != SCREEN:
            _look_at(output.file, Path(place), inputs)
        elif output.format == "parquet" and sys.stdout.isatty():
            raise Misused(
                "parquet 不是文字，屏幕上看不了。\n下一步：加 --output 文件",
                "parquet is no text for a screen.\nNext: --output FILE",
            )


def _look_at(shown: str, place: Path, inputs: Sequence[Path]) -> None:
    if any(os.path.realpath(each) == str(place) for each in inputs):
        raise Misused(
            f"{shown} 是这个命令要读的文件，写了会盖掉它。没有改动任何文件。\n下一步：写到别的文件。",
            f"{shown} is read by this command. Nothing was changed.\nNext: name another file.",
        )
    heads = (os.path.join(folder, head) for folder in place.parents for head in ("catalogue.yaml", "edition.yaml"))
    if any(map(os.path.isfile, heads)):
        raise Misused(
            f"{shown} 在一份清单或全国基准里，写了会盖掉或弄乱它。没有改动任何文件。\n下一步：写到清单外面的文件。",
            f"{shown} lies in a list or an edition. Nothing was changed.\nNext: name a file outside of it.",
        )
    if os.path.isdir(place):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), shown)
    if not os.path.isdir(place.parent):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), shown)


def write(report: str, outputs: Sequence[Output], found: object, how: How) -> None:
    """Write a report everywhere it was asked for: the files first, each whole or not at all.

    Args:
        report: A name of ``FORMATS``.
        outputs: What was asked for.
        found: What is told.
        how: How it is told; a terminal gets colours by itself.

    Raises:
        OSError: Something cannot be written.
    """
    for output in sorted(outputs, key=lambda each: each.file == SCREEN):
        if output.file != SCREEN:
            from qingdan.app.recovered import told_in
            from qingdan.writing.whole import write_whole

            told = told_in(how.lang)
            write_whole(Path(output.file), rendered(report, output.format, found, how), told)
            for path, text in beside(report, output.format, Path(output.file), how):
                write_whole(path, [text], told)
        elif FORMATS[report][output.format].kind == "text":
            streams.text(rendered(report, output.format, found, _coloured(how)))
        else:
            streams.data(rendered(report, output.format, found, how))


def _coloured(how: How) -> How:
    if not sys.stdout.isatty():
        return how
    from qingdan.printing.paint import ansi

    return replace(how, paint=ansi)
