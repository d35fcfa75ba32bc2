"""The words of the pages in Chinese and English: one table."""

from __future__ import annotations

from qingdan.words.grammar import Lang
from qingdan.words.said import Phrases

WORDS = Phrases("page")


def told(word: str, lang: Lang, **values: object) -> str:
    """A word of the pages.

    Raises:
        KeyError: There is no such word.
    """
    return WORDS(word, lang, **values)
