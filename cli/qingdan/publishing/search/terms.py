"""What of a text can be looked up. ``theme/js/search.js`` takes queries apart in the same way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from qingdan.model.folding import RADICALS, folded

#: Chinese is looked up by one, two or three characters: a word of two by its pair, a longer one by its triples.
#: Pairs alone would find 社保卡 wherever 社保 and 医保卡 stand in one guide.
LONGEST = 3
#: A word of letters or digits counts up to here.
LONGEST_WORD = 32
#: Marks that people leave out, and characters that cannot be seen.
_DROPPED = re.compile(r"[《》〈〉“”‘’「」『』\"'\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
_SPACES = re.compile(r"(?<=[^\W_a-z0-9])\s+(?=[^\W_a-z0-9])")
_RUN = re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")

#: Radicals that NFKC does not turn into the ideograph that is meant, each before it: browsers know no more than NFKC.
MEANT = "".join(
    chr(code) + ideograph
    for code, ideograph in sorted(RADICALS.items())
    if unicodedata.normalize("NFKC", chr(code)) != ideograph
)


def runs(text: str) -> Iterator[str]:
    """The words of Latin letters and digits, and the runs of all other letters, in lower case.

    Spaces between two Chinese characters do not count: they come from tables and broken lines.
    """
    plain = folded(_DROPPED.sub("", text)).lower()
    return iter(_RUN.findall(_SPACES.sub("", plain)))


def keys(text: str) -> set[str]:
    """Everything by which a text is found."""
    found: set[str] = set()
    for run in runs(text):
        if run.isascii():
            found.add(run[:LONGEST_WORD])
        else:
            for size in range(1, LONGEST + 1):
                found.update(run[start : start + size] for start in range(len(run) - size + 1))
    return found
