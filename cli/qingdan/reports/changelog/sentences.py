"""The sentences that citizens read, in Chinese and English."""

from __future__ import annotations

from qingdan.words.said import Phrases

#: The sentences of whole services, of elements, and what stands around them.
SAID = Phrases("citizens")
#: What is said of every other element that people read. What only offices need (codes, levels, bases) is not told.
OTHERS = Phrases("citizens.other")
_GAIN = {"better": "more", "worse": "fewer"}
#: Element → what better and worse mean for it.
EFFECTS: dict[str, dict[str, str]] = {
    "promised_limit": {"better": "faster", "worse": "slower"},
    "applicant_deadline": {"better": "longer", "worse": "shorter"},
    "visits": {"better": "fewer", "worse": "more"},
    "conditions": {"better": "easier", "worse": "stricter"},
    "amount": _GAIN,
    "ratio": _GAIN,
    "months": _GAIN,
    "frequency": _GAIN,
}
