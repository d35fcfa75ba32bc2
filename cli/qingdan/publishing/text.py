"""Text of catalogues on a page: what may become a link, and what stays a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qingdan.model.languages import RIGHT_TO_LEFT, runs, script_of
from qingdan.model.web import problem
from qingdan.words.showing import visible

#: A telephone number as it is dialled in China: with area code, mobile, or one of the short and service numbers.
_PHONE = re.compile(
    r"(?<![0-9-])(?<![0-9][.,，])(?:0[0-9]{2,3}-?[0-9]{7,8}(?:-[0-9]{1,5})?|0[0-9]{2,3}-1[0-9]{4}|1[3-9][0-9]{9}|400-?[0-9]{3}-?[0-9]{4}"
    r"|12333|12345)(?![0-9-]|[.,，]?[0-9]|\s*(?:[万亿]?元|人|户|件|%))"
)


@dataclass(frozen=True)
class Run:
    """A run of text, with a link where it may have one, and its language where it is not that of the page's texts."""

    text: str
    href: str = ""
    lang: str = ""

    @property
    def turned(self) -> bool:
        """Whether it is written from right to left."""
        return script_of(self.lang) in RIGHT_TO_LEFT


def spoken(text: str, said: Iterable[str] = ()) -> Iterator[Run]:
    """A text in runs of one language each.

    Args:
        text: As it stands in a list.
        said: The languages besides Chinese that its record states.
    """
    return (Run(part, lang=lang) for part, lang in runs(text, said))


def phones(text: str, live: bool, said: Iterable[str] = ()) -> Iterator[Run]:
    """A text with its telephone numbers as links that can be tapped.

    Args:
        text: As it stands in a list.
        live: Whether the guide may be relied on; numbers of a specimen stay text.
        said: The languages besides Chinese that its record states.
    """
    end = 0
    for found in _PHONE.finditer(text) if live else ():
        if found.start() > end:
            yield from spoken(text[end : found.start()], said)
        yield Run(found[0], "tel:" + found[0].replace("-", ""))
        end = found.end()
    if end < len(text):
        yield from spoken(text[end:], said)


def web_link(url: str) -> str:
    """The address itself if it can be opened as it is written; else an empty text: no other scheme becomes a link."""
    return "" if problem(url) else url.strip()


def harmless(value: object) -> object:
    """What a template puts out: characters that turn the direction of reading or show nothing become visible."""
    if type(value) is not str or value.isascii():  # markup of the theme and of MkDocs stays as it is
        return value
    return "\n".join(map(visible, value.split("\n")))
