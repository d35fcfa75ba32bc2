"""In which language a text is: what its script says, and what the record says of its script.

Letters tell the script and not the language: Uyghur and Kazakh are both written in Arabic letters. A record may say
which languages its texts use (``languages: [ug]``); where it does not, a text of another script is tagged by the script
alone, as ``und-Arab``. Chinese, and what has no letters of another script, is ``zh``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

CHINESE = "zh"
#: Script → its letters, the marks inside words included.
_SCRIPTS = {
    "Arab": "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc",
    "Mong": "\u1800-\u18aa\U00011660-\U0001166c",
    "Tibt": "\u0f00-\u0fda",
    "Yiii": "\ua000-\ua4cf",
    "Hang": "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7fb",
    "Tale": "\u1950-\u197f",
    "Talu": "\u1980-\u19df",
    "Cyrl": "\u0400-\u052f",
}
#: Language → the script in which it is written in China; a tag such as ``kk-Cyrl`` says another.
_WRITTEN = {**dict.fromkeys(("ug", "kk", "ky"), "Arab"), **dict.fromkeys(("mn", "sjo"), "Mong")}
_WRITTEN |= {"bo": "Tibt", "ii": "Yiii", "ko": "Hang", "tdd": "Tale", "khb": "Talu", "ru": "Cyrl"}
RIGHT_TO_LEFT = ("Arab",)
#: A run of one script, with what stands between its letters.
_RUNS = re.compile(
    "|".join(rf"(?P<{script}>[{letters}](?:[\W\d]*[{letters}])*)" for script, letters in _SCRIPTS.items())
)
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]")


def script_of(language: str) -> str:
    """The script of a tag: the one that it states, or the usual one; ``""`` where nothing is known."""
    stated = re.search(r"-([A-Z][a-z]{3})(?:-|$)", language)
    return stated[1] if stated else _WRITTEN.get(language.split("-")[0], "")


def runs(text: str, said: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """A text in runs of one language each; what is Chinese, or of no script of its own, has an empty one.

    Args:
        text: Any text.
        said: The languages that its record states, such as ``ug``.

    >>> list(runs("失业登记 ئىشسىز", ["ug"])), list(runs("ལས་མེད"))
    ([('失业登记 ', ''), ('ئىشسىز', 'ug')], [('ལས་མེད', 'und-Tibt')])
    """
    tags = {script_of(language): language for language in reversed([*said])}
    end = 0
    for match in _RUNS.finditer(text):
        if match.start() > end:
            yield text[end : match.start()], ""
        yield match[0], tags.get(str(match.lastgroup), f"und-{match.lastgroup}")
        end = match.end()
    if end < len(text) or not text:
        yield text[end:], ""


def language(text: str, said: Iterable[str] = ()) -> str:
    """The language of a whole text: Chinese where it holds Chinese, several where it holds several others.

    >>> language("失业登记", ["ug"]), language("ئىشسىز", ["ug"]), language("ئىشسىز"), language("ئىش ལས")
    ('zh', 'ug', 'und-Arab', 'mul')
    """
    if _HAN.search(text):
        return CHINESE
    found = list(dict.fromkeys(tag for _, tag in runs(text, said) if tag))
    return CHINESE if not found else found[0] if len(found) == 1 else "mul"
