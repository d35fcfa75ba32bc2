"""How a language puts words together: lists, brackets, colons; and who reads what is written in Chinese only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from qingdan.words.said import Phrases

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)
_says = Phrases("grammar")


def colon(lang: Lang) -> str:
    """Between a title and what it introduces."""
    return _says("colon", lang)


def comma(lang: Lang) -> str:
    """Between the parts of a sentence."""
    return _says("comma", lang)


def semicolon(lang: Lang) -> str:
    """Between sentences that belong together."""
    return _says("semicolon", lang)


def stop(lang: Lang) -> str:
    """At the end of a sentence."""
    return _says("stop", lang)


def space(lang: Lang) -> str:
    """Between sentences."""
    return _says("space", lang)


def or_(lang: Lang) -> str:
    """Between things of which one is enough."""
    return _says("or", lang)


def tag(lang: Lang) -> str:
    """How a page says which language it is in, as BCP 47."""
    return _says("tag", lang)


def bracketed(text: str, lang: Lang) -> str:
    """A text in the brackets of the language."""
    return _says("bracketed", lang, text=text)


def joined(values: Sequence[object], lang: Lang) -> str:
    """A list as a person would read it aloud."""
    return _says("and", lang).join(str(value) for value in values)


def reads_chinese(lang: Lang) -> bool:
    """Whether a reader reads what is written in Chinese only: titles of elements, names in lists."""
    return lang == "zh"


def title_of(title: str, id: str, lang: Lang) -> str:
    """What has a title in Chinese only: the title for who reads it, the words of its id for others."""
    return title if reads_chinese(lang) else id.replace("_", " ")
