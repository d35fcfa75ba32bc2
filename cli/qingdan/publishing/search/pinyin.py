"""Names by their sound: whole syllables (shiyedengji) and initials (sydj).

Names of divisions are read as ``catalogue/divisions/readings.csv`` says; everything else as pypinyin reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from types import ModuleType

from qingdan.loading.opening import known_readings
from qingdan.model.readings import Syllables
from qingdan.publishing.search.terms import LONGEST, runs

#: Marks of the two kinds of key; neither can be in a text.
WHOLE, INITIALS = "~", "^"
#: Where the word list of pypinyin knows a word of this field by another reading, or not at all; and words that begin
#: like the short name of a division.
_READINGS = {
    "调档": "diao dang",
    "还款": "huan kuan",
    "还贷": "huan dai",
    "大城市": "da cheng shi",
    "大城镇": "da cheng zhen",
}
#: 单县 may stand inside 名单县级: full names of two characters are read as words, and no name cuts a text apart.
_SHORTEST = 3


def syllables(text: str) -> Iterator[Syllables]:
    """The syllables of each run of Chinese characters, without tones; ü is v, as it is typed."""
    for readings in _readings(text):
        yield readings[0]


def sounding(name: str) -> tuple[Syllables, str]:
    """Where a name stands among others: by its syllables, words of letters and digits as they are, then by itself."""
    parts = ((run,) if run.isascii() else _read(run)[0] for run in runs(name))
    return tuple(syllable for part in parts for syllable in part), name


def sounds(text: str) -> set[str]:
    """Everything by which a name is found by its sound: disputed names by each of their readings."""
    found: set[str] = set()
    for read in _all(text):
        for size in range(1, LONGEST + 1):
            for start in range(len(read) - size + 1):
                part = read[start : start + size]
                found.add(WHOLE + " ".join(part))
                if size > 1:
                    found.add(INITIALS + "".join(each[0] for each in part))
    return found


def known(names: Iterable[str]) -> list[str]:
    """The syllables that occur in names, in order: what the script needs to take a query apart."""
    return sorted({syllable for name in names for read in _all(name) for syllable in read})


def _all(text: str) -> Iterator[Syllables]:
    for readings in _readings(text):
        for read in readings:
            yield read
            if "lve" in read or "nve" in read:  # lueyang is typed as often as lveyang
                yield tuple(each.replace("ve", "ue") for each in read)


def _readings(text: str) -> Iterator[tuple[Syllables, ...]]:
    """The readings of each run of Chinese characters, the one to go by first."""
    for run in runs(text):
        if not run.isascii():
            yield _read(run)


@cache
def _read(run: str) -> tuple[Syllables, ...]:
    """The readings of a run: all as they are to go by, and each disputed name once as it is also read."""
    parts = [known_readings().of(run)] if known_readings().of(run) else [*_parts(run)]
    first = [readings[0] for readings in parts]
    found = [first]
    for number, readings in enumerate(parts):
        found += [[*first[:number], other, *first[number + 1 :]] for other in readings[1:]]
    return tuple(tuple(syllable for part in each for syllable in part) for each in found)


def _parts(run: str) -> Iterator[tuple[Syllables, ...]]:
    """The readings of the full names of divisions in a run, the longest that begin first, and of what is between."""
    whole, done, start = known_readings().whole, 0, 0
    while start < len(run):
        sizes = range(min(len(run) - start, _longest()), _SHORTEST - 1, -1)
        size = next((size for size in sizes if run[start : start + size] in whole), 0)
        if size:
            if done < start:
                yield (_by_word(run[done:start]),)
            yield whole[run[start : start + size]]
            done = start + size
        start += size or 1
    if done < len(run):
        yield (_by_word(run[done:]),)


@cache
def _longest() -> int:
    return max(map(len, known_readings().whole))


def _by_word(text: str) -> Syllables:
    read = _pypinyin().lazy_pinyin(text, errors="ignore", v_to_u=False)
    return tuple(syllable for syllable in read if syllable.isascii() and syllable.isalpha())


@cache
def _pypinyin() -> ModuleType:
    import pypinyin  # a quarter of a second: only where a site is built

    places = {name: found[0] for name, found in known_readings().short.items()}
    places |= {name: found[0] for name, found in known_readings().whole.items() if len(name) < _SHORTEST}
    read = {name: tuple(pypinyin.lazy_pinyin(name, v_to_u=False)) for name in places}
    phrases = {name: reading for name, reading in places.items() if reading != read[name]}
    phrases |= {word: tuple(reading.split()) for word, reading in _READINGS.items()}
    pypinyin.load_phrases_dict({word: [[part] for part in reading] for word, reading in phrases.items()})
    return pypinyin
