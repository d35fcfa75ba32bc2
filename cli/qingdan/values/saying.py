"""A value of an element as a person would say it."""

from __future__ import annotations

from collections.abc import Mapping

from qingdan.model.base import Kind, RegistryKind, Words
from qingdan.model.declarations import elements
from qingdan.model.fields import model_of, words_of
from qingdan.model.parts import Channel, Fee, Material
from qingdan.model.registry import NameOf, unnamed
from qingdan.model.values import Citation, Condition, Count, Criterion, Limit, Money, Months, Ratio
from qingdan.values import KINDS, Key, contradicts, registry_of, unread
from qingdan.words.grammar import Lang, bracketed, colon, joined, or_, reads_chinese, semicolon, title_of
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

_says = Phrases("value")


def say(value: object, lang: Lang, names: NameOf = unnamed, element: str = "", *, printed: bool = False) -> str:
    """A value as a person would say it, on one line: by all that it holds.

    Args:
        value: The value of an element, or one entry of it; ``None`` where it is not stated.
        lang: ``zh`` or ``en``.
        names: What registries call an id: ``Registries.name``.
        element: The element, where it is known: three of months is three months, three of visits is three times.
        printed: In the words of the text that was entered, where it is kept: they may say more than what is compared.

    Raises:
        Unsayable: There are no words for a value of this shape.

    >>> say([{"amount": 3, "unit": "working_day"}], "zh")
    '3 个工作日'
    >>> say([{"amount": 12, "bound": "max"}], "zh", element="months")
    '最长 12 个月'
    >>> say([{"amount": 3, "unit": "working_day", "text": "材料齐全后3个工作日"}], "zh", printed=True)
    '材料齐全后3个工作日'
    >>> say({"phone": "12333", "address": "某路1号"}, "zh", element="contact")
    '咨询电话：12333；办理地点：某路1号'
    """
    if value is None:
        return _says("not_stated", lang)
    model = model_of(element) if element in elements() else None
    return Sayer(lang, names, registry_of(element), printed).value(value, model) or _says("none", lang)


class Unsayable(TypeError):
    """Raised when there are no words for the shape of a value: a kind of value was added without its words."""


def called(member: object, names: NameOf, lang: Lang, element: str) -> str:
    """A member of a list by name: its id in a registry, its text, or several of which one is enough, ``a|b``."""
    own = registry_of(element)
    return visible(or_(lang).join(names(own, part) or part for part in str(member).split("|")))


def frame(entry: Mapping[str, object], names: NameOf) -> list[str]:
    """The channel, the case and the step that an entry is for, by name; a step has none but its own."""
    stated = ((key, str(entry[key])) for key in ("channel", "case", "step") if entry.get(key))
    return [names(key, each) or each for key, each in stated]


def of_key(key: Key, names: NameOf) -> list[str]:
    """The channel and the case of a key, by name."""
    return frame(dict(zip(("channel", "case"), key, strict=True)), names)


class Sayer:
    """Says values in one language; where words and figures disagree it says both."""

    def __init__(self, lang: Lang, names: NameOf, registry: RegistryKind, printed: bool = False) -> None:
        self.lang, self.names, self.registry, self.printed = lang, names, registry, printed

    def value(self, value: object, model: object) -> str:
        """A value, or a list of them; empty where it holds nothing.

        Args:
            value: As it stands in a file.
            model: The typed dictionary of it, or of its entries; ``None`` for plain text or where it is not known.
        """
        if isinstance(value, list):
            return joined([self.value(each, model) for each in value], self.lang)
        if not isinstance(value, Mapping):
            named = self.names(self.registry, value) if isinstance(value, str) else ""
            return visible(" ".join((named or str(value)).split()))
        kind, told = self._known(value, model)
        if kind and contradicts(kind, value, licence=True):
            return _says("disputed", self.lang, text=visible(str(value["text"])), told=told)
        if kind and value.get("text") and (self.printed or unread(kind, value)):
            told = visible(str(value["text"])) + self.more(value)
        return told if kind else self.fields(value, model)

    def framed(self, value: object, model: object) -> str:
        """The same, each entry behind the channel, the case or the step that it is for."""
        if isinstance(value, list):
            return joined([self.framed(each, model) for each in value], self.lang)
        told = self.value(value, model)
        if not isinstance(value, Mapping) or model not in _FRAMED:
            return told
        before = visible(joined(frame(value, self.names), self.lang))
        return before + colon(self.lang) + told if before else told

    def more(self, entry: Mapping[str, object]) -> str:
        """Of what a sum or a share is counted, and why a person must come, where the text does not say so."""
        text, found = str(entry.get("text", "")), [str(entry[key]) for key in ("base", "reason") if key in entry]
        more = [each for each in found if each not in text]
        return bracketed(visible(joined(more, self.lang)), self.lang) if more else ""

    def fields(self, value: Mapping[str, object], model: object) -> str:
        """What has parts of its own, part by part, each with its title."""
        return semicolon(self.lang).join(self.field(key, each, model) for key, each in value.items())

    def field(self, key: str, value: object, model: object) -> str:
        """One part: its title and what it says."""
        words, below = (words_of(model).get(key) if model else None) or (None, None)
        title = title_of(words.title, key, self.lang) if words else key.replace("_", " ")
        return visible(title) + colon(self.lang) + self.coded(value, words, below)

    def coded(self, value: object, words: Words | None, below: object) -> str:
        """A code in the words of its own description (``required 必要；optional 非必要``), else as it is said."""
        if value is None:
            return _says("not_stated", self.lang)
        if isinstance(value, str):
            if value in ("yes", "no"):
                return _says(value, self.lang)
            described = words.description if words and reads_chinese(self.lang) else ""
            rows = (row.partition(" ") for row in described.split("；"))
            told = {code: meaning for code, space, meaning in rows if space and code.isascii()}
            if value in told:
                return told[value]
        own = Sayer(self.lang, self.names, words.registry, self.printed) if words and words.registry else self
        return own.framed(value, below) or _says("none", self.lang)

    def _known(self, entry: Mapping[str, object], model: object) -> tuple[Kind | None, str]:
        """The kind of an entry that has words of its own, and the words; ``None`` for what is told part by part."""
        kind, told = _WORDS.get(model or _guessed(entry), (None, None))
        return kind, told(entry, self) if told else ""


#: Model → its kind, and how one of it is said. What is not here has parts of its own, each told with its title.
_WORDS = {model: (kind.name, told) for kind in KINDS.values() for model, told in kind.words.items()}
#: Models whose entries may be for one channel, case or step only.
_FRAMED = {Condition, *(model for kind in KINDS.values() if kind.keyed for model in kind.words)}
#: Keys by which an entry is known where nobody says what it is an entry of, the surest first.
_SIGNS: tuple[tuple[str, object], ...] = (
    ("charged", Fee), ("unit", Limit), ("yuan", Money), ("until", Months), ("amount", Count), ("name", Material),
    ("any_of", Condition), ("id", Criterion), ("document", Citation), ("number", Citation), ("title", Citation),
    ("kind", Channel), ("text", Criterion),
)  # fmt: skip


def has_words(model: object) -> bool:
    """Whether a value of a model is said as a whole, and not part by part."""
    return model in _WORDS


def _guessed(entry: Mapping[str, object]) -> object:
    if "/" in str(entry.get("value", "")):
        return Ratio
    found = next((model for key, model in _SIGNS if key in entry), None)
    if found is None:
        raise Unsayable(f"no words for {sorted(entry)}")
    return found
