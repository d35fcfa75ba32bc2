"""How a value is written in a cell of an exchange table: in full, or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qingdan.model import dates
from qingdan.model.declarations import declaration, elements
from qingdan.model.fields import model_of, words_of
from qingdan.model.registry import Registries, Vocabulary
from qingdan.reports.export.as_csv import Cell
from qingdan.values import kind_of, registry_of
from qingdan.values.cells import as_parts, as_phrase
from qingdan.values.channel_words import closed
from qingdan.values.saying import Sayer, has_words

#: Between several codes or texts in one cell.
CODES, TEXTS = ";", "；"
#: What an entry is for, so that it does not speak for the whole matter.
_NARROWED = ("case", "step", "per")


class Writer:
    """Writes the cells of the rows of one guide.

    Args:
        registries: Those of the edition, with the codes of its concepts.
        codes: The official set of codes: ``c0109`` or ``gbt39046``.
        model: The typed dictionary of a row's source; ``None`` where that is a whole record.
        yes_no: ``yes`` and ``no`` with their codes.
        day_units: The units of limits that are counted in days.
    """

    def __init__(
        self, registries: Registries, codes: str, model: object, yes_no: Mapping[str, str], day_units: Sequence[str]
    ) -> None:
        self._registries, self._set, self._model = registries, codes, model
        self._yes_no, self._day_units = yes_no, day_units

    def written(
        self, source: Mapping[str, Any], path: str, how: str, of: str, kinds: tuple[str, ...], place: int
    ) -> str:
        """A cell; empty where nothing is stated, or it cannot be said here in full.

        Args:
            source: The record, or the entry of a list, that the row is about.
            path: Of the value in it, ``provider.name``.
            how: How it is written, as ``exchange.yaml`` says it.
            of: The list of concepts that holds its codes.
            kinds: The kinds of channel that count.
            place: Of the row among those of its guide, from 1.
        """
        if how == "place":
            return str(place)
        if how == "copies":
            return self._copies(source)
        value = _at(source, path, kinds)
        if value is None:
            return ""
        if how == "words":
            return self._words(value, path)
        if how == "code":
            return self._code(value, self._registries.vocabulary(of), path in elements() and declaration(path).worded)
        if how in ("days", "times"):
            return self._amount(value, self._day_units if how == "days" else None)
        texts = list(dict.fromkeys(map(str, value))) if isinstance(value, list) else [str(value)]
        if how == "date":
            day = dates.parse(texts[0])
            return day.first.strftime("%Y%m%d") if day and day.full else ""
        if how == "text":
            return TEXTS.join(texts)
        only = texts[0] if len(texts) == 1 else ""
        return self._yes_no.get(only, "") if how == "yes_no" else only

    def states(self, source: Mapping[str, Any], path: str, how: str, kinds: tuple[str, ...]) -> bool:
        """Whether there is something to be written in a cell."""
        if how == "copies":
            return "original_copies" in source or "copies" in source
        return bool(path) and _at(source, path, kinds) not in (None, [])

    def _words(self, value: object, path: str) -> str:
        """In words, entry by entry, as in a spreadsheet of guides."""
        whole = self._model is None and path in elements()
        model = model_of(path) if whole else words_of(self._model)[path][1]
        sayer = Sayer("zh", self._registries.name, registry_of(path) if whole else "", printed=True)
        fills = kind_of(path).cell if whole else as_phrase if has_words(model) else as_parts
        return Cell(sayer, model).told(value, fills)

    def _code(self, value: object, concepts: Vocabulary, worded: bool) -> str:
        """The codes of all members; empty where one of them has none: the others would be taken for all."""
        found: dict[str, None] = {}
        for member in value if isinstance(value, list) else [value]:
            codes = self._codes(_id(member, concepts, worded), concepts)
            if not codes:
                return ""
            found |= dict.fromkeys(codes)
        return CODES.join(sorted(found))

    def _codes(self, id: str, concepts: Vocabulary) -> list[str]:
        """The codes of a concept: its own, those of its parts, or that of the kind that it is of."""
        codes = self._set_of(concepts)
        if id in codes:
            return [codes[id]]
        parts = concepts.stands_for(id)
        inside = [each for each in codes if concepts.stands_for(each) <= parts]
        if parts == frozenset().union(*map(concepts.stands_for, inside)):
            return [codes[each] for each in inside]
        wider = {codes[each] for each in concepts.broader.get(id, ()) if each in codes}
        return list(wider) if len(wider) == 1 else []

    def _set_of(self, concepts: Vocabulary) -> dict[str, str]:
        """Id → code in the set of the list; in the other set where that has none for any of the concepts."""
        sets = {name for codes in concepts.codes.values() for name in codes}
        chosen = self._set if self._set in sets else min(sets, default="")
        return {id: codes[chosen] for id, codes in concepts.codes.items() if chosen in codes}

    def _amount(self, value: object, units: Sequence[str] | None) -> str:
        """The number on which all entries agree, where they speak for the whole matter and count in some units."""
        entries = value if isinstance(value, list) else []
        whole = not any(key in entry for entry in entries for key in _NARROWED)
        counted = {(entry.get("amount"), entry.get("unit")) for entry in entries}
        if len(counted) != 1 or not whole:
            return ""
        [(amount, unit)] = counted
        return str(amount) if amount is not None and (units is None or unit in units) else ""

    def _copies(self, source: Mapping[str, Any]) -> str:
        """How many copies are asked for, where only originals or only copies are."""
        stated = [source[key] for key in ("original_copies", "copies") if key in source]
        return str(stated[0]) if len(stated) == 1 else ""


def _id(member: object, concepts: Vocabulary, worded: bool) -> str:
    """Which concept a member is; empty where its words, if they say more than a name, are not those of its id."""
    if not isinstance(member, Mapping):
        return concepts.resolve(None, str(member)) or concepts.resolve(str(member).replace("_", "-"), None)
    own, text = str(member.get("id") or member.get("kind") or ""), str(member.get("text") or "")
    doubtful = worded and own and "matched_by" not in member and not concepts.vouches(own, text)
    return "" if doubtful else concepts.resolve(own or None, text)


def _at(source: object, path: str, kinds: tuple[str, ...] = ()) -> Any:
    """What stands at a path: of a list, what stands there in each entry; ``None`` where nothing does.

    Channels that are closed, and those of other kinds, do not count.
    """
    for key in path.split("."):
        if isinstance(source, list):
            source = [each[key] for each in source if key in each] or None
        else:
            source = source.get(key) if isinstance(source, Mapping) else None
        if key == "channels" and isinstance(source, list):
            open_ones = [each for each in source if not closed(each) and (not kinds or each.get("kind") in kinds)]
            source = open_ones or None
    return source
