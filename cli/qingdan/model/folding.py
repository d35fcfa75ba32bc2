"""One form for characters that are the same to a reader: widths, ligatures, and radicals that stand for ideographs.

Text copied from a PDF file often holds radicals (⼈, ⻓) where the writer typed ideographs (人, 长): both have the same
glyph in the font, and the file kept the wrong one of the two. NFKC knows two in a hundred of the CJK Radicals
Supplement and gives old forms for others, hence the table of ``radicals.txt``, which names its sources.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

#: Code points of the sections of the table that leave no doubt about what is meant.
_CERTAIN = ("equivalent", "glyph")


def _sections() -> dict[str, dict[int, str]]:
    sections: dict[str, dict[int, str]] = {}
    for line in Path(__file__).with_name("radicals.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            rows = sections[line.strip("[]")] = {}
        elif line and not line.startswith("#"):
            code, ideograph = line.split()
            rows[int(code, 16)] = ideograph
    return sections


_SECTIONS = _sections()
#: Radical or stroke → the ideograph that is meant.
RADICALS = {code: ideograph for rows in _SECTIONS.values() for code, ideograph in rows.items()}
_LIKELY = frozenset(chr(code) for code in _SECTIONS["simplified"])
#: Characters that look like an ideograph and are none, or are a second code for one.
LOOKALIKES = re.compile(
    "[\u2e80-\u2fdf\u31c0-\u31e3\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufad9\U0002f800-\U0002fa1d]"
)


#: Numbers in circles or raised above the line: signs of a list or a footnote, of which NFKC makes digits of the number
#: that stands beside them: 15个 of ①5个.
_SIGNS = re.compile("[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]+")


def signs_apart(text: str) -> str:
    """The text with the signs of a list in brackets, so that they are no digits of the number beside them.

    >>> signs_apart("①5个工作日")
    '(1)5个工作日'
    """
    if not _SIGNS.search(text):
        return text
    return _SIGNS.sub(lambda match: f"({unicodedata.normalize('NFKC', match[0]).strip('().')})", text)


def folded(text: str) -> str:
    """The text with radicals as ideographs, and in the compatibility form NFKC.

    >>> folded("⼈才⾝份登记（⻓期⼾籍）")
    '人才身份登记(长期户籍)'
    """
    return unicodedata.normalize("NFKC", text.translate(RADICALS) if LOOKALIKES.search(text) else text)


def certain(lookalike: str) -> bool:
    """Whether only one ideograph can be meant; of old radicals (⾨) a quoted name may mean the traditional form."""
    return lookalike not in _LIKELY
