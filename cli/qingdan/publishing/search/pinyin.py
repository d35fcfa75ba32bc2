"""Names by their sound: whole syllables (shiyedengji) and initials (sydj)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from types import ModuleType

from qingdan.publishing.search.terms import LONGEST, runs

#: Marks of the two kinds of key; neither can be in a text.
WHOLE, INITIALS = "~", "^"
#: Where the word list of pypinyin knows the word by another reading than the one of this field, or not at all.
_READINGS = {
    "调档": "diao dang",
    "还款": "huan kuan",
    "还贷": "huan dai",
    "朝阳": "chao yang",
    "长治": "chang zhi",
    "长葛": "chang ge",
    "漯河": "luo he",
    "单县": "shan xian",
    "洪洞": "hong tong",
    "尉氏": "yu shi",
}


def syllables(text: str) -> Iterator[tuple[str, ...]]:
    """The syllables of each run of Chinese characters, without tones; ü is v, as it is typed."""
    for run in runs(text):
        if not run.isascii():
            yield _read(run)


def sounds(text: str) -> set[str]:
    """Everything by which a name is found by its sound."""
    found: set[str] = set()
    for read in syllables(text):
        for size in range(1, LONGEST + 1):
            for start in range(len(read) - size + 1):
                part = read[start : start + size]
                found.add(WHOLE + " ".join(part))
                if size > 1:
                    found.add(INITIALS + "".join(each[0] for each in part))
    return found


def known(names: Iterable[str]) -> list[str]:
    """The syllables that occur in names, in order: what the script needs to take a query apart."""
    return sorted({syllable for name in names for read in syllables(name) for syllable in read})


@cache
def _read(run: str) -> tuple[str, ...]:
    pypinyin = _pypinyin()
    read = pypinyin.lazy_pinyin(run, errors="ignore", v_to_u=False)
    return tuple(syllable for syllable in read if syllable.isascii() and syllable.isalpha())


@cache
def _pypinyin() -> ModuleType:
    import pypinyin  # a quarter of a second: only where a site is built

    pypinyin.load_phrases_dict({word: [[part] for part in reading.split()] for word, reading in _READINGS.items()})
    return pypinyin
