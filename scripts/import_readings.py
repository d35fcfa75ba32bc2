"""Make ``catalogue/divisions/readings.csv``: how every name of a division is read.

Usage: ``python scripts/import_readings.py``. A name is read by ``reading_words.csv``, longest word first, and where no
word fits by the one reading that its character has in 《通用规范汉字字典》 (Unihan's kTGHZ2013, as ``pypinyin-dict``
brings it along: ``pip install pypinyin-dict``). A character of several readings that no word covers stops the script:
nothing is guessed. The same files always give the same bytes.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parent.parent / "catalogue" / "divisions"


class Read(NamedTuple):
    """A row of ``readings.csv``: ``also`` are other readings, ``by`` the words that were used, both with semicolons."""

    name: str
    reading: str
    also: str
    by: str


class Word(NamedTuple):
    """A row of ``reading_words.csv``."""

    word: str
    reading: str
    also: str
    source: str
    evidence: str


def names() -> list[str]:
    """Every name in force, then every former one, each once."""
    found = [row["name"] for row in rows("divisions.csv")]
    for row in rows("changes.csv"):
        found += [row["old_name"], row["new_name"]]
    return [name for name in dict.fromkeys(found) if name]


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read(name: str, words: dict[str, Word]) -> Read:
    """The readings of a name, and by which words."""
    parts = list(split(name, words))
    used = [part for part in dict.fromkeys(parts) if part in words]
    first = {part: words[part].reading if part in words else single(part, name) for part in parts}
    others = [(part, other) for part in used for other in words[part].also.split(";") if other]
    also = [" ".join({**first, part: other}[each] for each in parts) for part, other in others]
    return Read(name, " ".join(first[part] for part in parts), ";".join(also), ";".join(used))


def split(name: str, words: dict[str, Word]) -> Iterator[str]:
    """Words, longest first, and single characters."""
    while name:
        sizes = range(len(name), 0, -1)
        part = next((name[:size] for size in sizes if name[:size] in words), name[0])
        yield part
        name = name[len(part) :]


def single(character: str, name: str) -> str:
    """The one reading of a character."""
    found = dictionary()[character]
    if len(found) != 1:
        raise SystemExit(f"{character} in {name} has the readings {', '.join(found)}: add a word to reading_words.csv")
    return found[0]


@cache
def dictionary() -> dict[str, list[str]]:
    """Character → its readings without tones; ü is v."""
    try:
        from pypinyin_dict.pinyin_data.ktghz2013 import pinyin_dict
    except ImportError:
        raise SystemExit("pip install pypinyin-dict") from None
    return {chr(code): list(dict.fromkeys(map(plain, each.split(",")))) for code, each in pinyin_dict.items()}


def plain(reading: str) -> str:
    parts = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(letter for letter in parts if letter.isascii())


def main() -> None:
    """Read every name, write the file."""
    words = {row["word"]: Word(**row) for row in rows("reading_words.csv")}
    found = [read(name, words) for name in names()]
    unused = words.keys() - {word for each in found for word in each.by.split(";")}
    if unused:
        raise SystemExit(f"words in no name: {', '.join(sorted(unused))}")
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(Read._fields)
    writer.writerows(found)
    (FOLDER / "readings.csv").write_bytes(text.getvalue().encode())
    print(f"{len(found)} names -> {FOLDER / 'readings.csv'}")


if __name__ == "__main__":
    main()
