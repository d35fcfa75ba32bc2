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
from qingdan.app.misuse import FileInList, FileIsRead, NamedTwice, NoFormat, NoText
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
    _look_over(report, found, [Path(str(each)) for each in inputs if each])
    return found


def _known(report: str, name: str, whole: str = "") -> str:
    """A format of a report by its name."""
    if name in FORMATS[report]:
        return name
    from qingdan.model.likeness import closest
    from qingdan.printing.escape import shortened

    near = closest(name, list(FORMATS[report]))
    option = "--output" if whole else "--format"
    raise NoFormat(option, shortened(name), list(FORMATS[report]), near or "", shortened(whole))


def _look_over(report: str, outputs: Sequence[Output], inputs: Sequence[Path]) -> None:
    """Nothing is written over what is read, into a list, or twice to one place."""
    seen: set[str] = set()
    for output in outputs:
        place = output.file if output.file == SCREEN else os.path.realpath(output.file)
        if place in seen:
            raise NamedTwice("" if place == SCREEN else output.file)
        seen.add(place)
        if output.file != SCREEN:
            _look_at(output.file, Path(place), inputs)
        elif FORMATS[report][output.format].kind == "binary" and sys.stdout.isatty():
            raise NoText(output.format)


def not_in_list(shown: str, folders: Iterable[Path]) -> None:
    """Look whether something may be written to a folder.

    Args:
        shown: What is to be written, as it was typed.
        folders: The folder and those above it.

    Raises:
        FileInList: One of them is a list or an edition.
    """
    heads = (folder / head for folder in folders for head in ("catalogue.yaml", "edition.yaml"))
    if any(map(os.path.isfile, heads)):
        raise FileInList(shown)


def _look_at(shown: str, place: Path, inputs: Sequence[Path]) -> None:
    if any(os.path.realpath(each) == str(place) for each in inputs):
        raise FileIsRead(shown)
    not_in_list(shown, place.parents)
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
            for path, text in beside(report, output.format, Path(output.file), found, how):
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
