"""The sentences that citizens read, in Chinese and English."""

from __future__ import annotations

from qingdan.words.said import Phrases

#: The sentences of whole services, of elements, and what stands around them.
SAID = Phrases("citizens")
#: What is said of every other element that people read. What only offices need (codes, levels, bases) is not told.
OTHERS = Phrases("citizens.other")
