"""What the tool says, in the language of whoever reads: a table for each language, a key for each sentence and word.

The tables are ``zh.yaml`` and ``en.yaml``, for people to edit; ``make generate`` writes them as JSON, so that no
command reads YAML to speak. A value that is put into a sentence has a name, and a type where it matters: ``{n:d}``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qingdan.words.grammar import Lang


@cache
def table(lang: Lang) -> Mapping[str, str]:
    """Key, such as ``diff.count`` → sentence, of a language; a part of the program, which does not change."""
    file = resources.files("qingdan.words") / "compiled" / f"{lang}.json"
    texts: Mapping[str, str] = json.loads(file.read_bytes())
    return texts


class Phrases:
    """The sentences and words of one group, in the order of the table: ``Phrases("diff")("silent", "zh", n=3)``."""

    def __init__(self, group: str) -> None:
        """Name the group; nothing is read before the first word is said."""
        self._before = f"{group}."

    def __call__(self, key: str, lang: Lang, /, **values: object) -> str:
        """A sentence with its values.

        Raises:
            KeyError: There is no such sentence, or a value that it needs is not given.
            ValueError: A value is of another type than the sentence says.
        """
        text = table(lang)[self._before + key]
        return text.format(**values) if values else text

    def get(self, key: str, lang: Lang, /) -> str:
        """A word without values; empty where the group does not have it."""
        return table(lang).get(self._before + key, "")

    def __contains__(self, key: object) -> bool:
        return f"{self._before}{key}" in table("zh")

    def __iter__(self) -> Iterator[str]:
        """The keys of the group itself, without those of groups inside it."""
        keys = (key.removeprefix(self._before) for key in table("zh") if key.startswith(self._before))
        return (key for key in keys if "." not in key)
