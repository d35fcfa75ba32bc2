"""Boxes that are ticked or empty: ■政府网站 □政府公报, 是√ 否□, 网上（√）窗口（ ）.

A form prints all that there is to choose from. What is stated is what is ticked, and nothing where nothing is.
"""

from __future__ import annotations

import re

_ON, _OFF = "■☑√✓✔▣🗹", "□☐▢"
#: Marks that mean something only beside their counterpart: ☒ is how Word ticks ☐, and ● alone is the sign of a list.
_PAIRS = {"☒": "☐", "●": "○", "◉": "○"}
#: The character for a mouth where somebody could not find the sign of an empty box.
_MOUTH = re.compile(r"(?:^|(?<=[\s；;、，,]))口(?=[\u4e00-\u9fff])")
_BRACKET = re.compile(rf"(?P<label>[^()（）{_ON}{_OFF}]+?)\s*[(（]\s*(?P<mark>[{_ON}]?)\s*[)）]")
#: What is no label in front of a box.
_SENTENCE = re.compile("[，,。；;：:]|.{13}")
_EDGES = " \t\r\n\u3000、，,；;。"


def has_boxes(text: str) -> bool:
    """Whether a text holds a sign for a box, ticked or empty."""
    return any(mark in text for mark in _ON + _OFF) or any(on in text and off in text for on, off in _PAIRS.items())


def ticked(text: str) -> list[str] | None:
    """What is ticked; an empty list where nothing is, ``None`` where it is not certain what belongs to which box.

    >>> ticked("■政府网站 □政府公报"), ticked("√窗口 口网上"), ticked("是□ 否☑"), ticked("网上（√） 窗口（ ）")
    (['政府网站'], ['窗口'], ['否'], ['网上'])
    >>> ticked("□是 □否"), ticked("按■执行，见□"), ticked("户口簿")
    ([], None, None)
    """
    if not has_boxes(text):
        return None
    read = _MOUTH.sub("□", text)
    for on, off in _PAIRS.items():
        if on in read and off in read:
            read = read.replace(on, "■").replace(off, "□")
    read = read.strip(_EDGES)
    if bracketed := list(_BRACKET.finditer(read)):
        whole = not _BRACKET.sub("", read).strip(_EDGES)
        return [_label(each["label"]) for each in bracketed if each["mark"]] if whole else None
    pieces = re.split(f"([{_ON}{_OFF}])", read)
    labels, marks = [_label(each) for each in pieces[0::2]], pieces[1::2]
    before, behind = labels[0] == "", labels[-1] == ""
    if before == behind:
        return None
    named = labels[1:] if before else labels[:-1]
    if not all(named) or (behind and any(map(_SENTENCE.search, named))):
        return None
    return [label for label, mark in zip(named, marks, strict=True) if mark in _ON]


def _label(text: str) -> str:
    return text.strip(_EDGES)
