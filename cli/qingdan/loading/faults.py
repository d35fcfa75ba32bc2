"""From the errors of a schema validator to findings that say what was probably meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from qingdan.findings import Argument, Edit, Finding, Fix, Severity
from qingdan.loading import repairs
from qingdan.loading.meanings import value_meant
from qingdan.loading.repairs import Repair
from qingdan.loading.schemas import Fault, Pointer, keys_meant, node
from qingdan.model.examples import EXAMPLES
from qingdan.model.likeness import closest
from qingdan.reading import Document
from qingdan.reading.slips import slip_in_text

#: Longest piece of a value that a message repeats.
_SHOWN = 80
_NUMBERS = ("integer", "number")
#: Words that YAML 1.1 takes for true and false.
_TRUTHS = ("yes", "no", "on", "off", "y", "n", "true", "false")
#: Of several faults at one place the first of these is told.
_RANKS = ("enum", "const", "type", "minLength", "pattern")
#: Faults of which one place can have several.
_OF_A_KEY = ("required", "additionalProperties")


def single(found: Sequence[Fault]) -> list[Fault]:
    """One fault for each fact: a value of the wrong type is at once too long, of the wrong form, and so on."""
    kept: dict[tuple[Pointer, str], Fault] = {}
    for fault in sorted(found, key=_rank):
        of_a_key = f"{fault.keyword} {fault.expected}" if fault.keyword in _OF_A_KEY else ""
        kept.setdefault((fault.pointer, of_a_key), fault)
    told = set(map(id, kept.values()))
    return [fault for fault in found if id(fault) in told]


def _rank(fault: Fault) -> int:
    if fault.found is None and fault.keyword == "type":
        return 0
    return _RANKS.index(fault.keyword) + 1 if fault.keyword in _RANKS else len(_RANKS) + 1


def findings_of(fault: Fault, document: Document, name: str) -> Iterator[Finding]:
    """The findings about one fault.

    Args:
        fault: What the validator said.
        document: The document that was checked.
        name: Its kind, such as ``items``.
    """
    if fault.keyword == "additionalProperties":
        for key in _listed(fault):
            if not _told(document, (*fault.pointer, key)):
                yield _unknown(fault, document, name, key)
    elif fault.keyword == "required":
        yield _finding("STR003", fault, document, {"missing": str(fault.expected)})
    elif fault.keyword == "type" and fault.found is None:
        yield _finding("STR005", fault, document, {"wanted": _listed(fault)}, at_key=True)
    elif fault.keyword == "type":
        yield _wrong_type(fault, document, name)
    elif fault.keyword in ("enum", "const"):
        yield _not_allowed(fault, document, name)
    else:
        yield _wrong_form(fault, document)


def _told(document: Document, key: Pointer) -> bool:
    """Whether the reading said already that a key is no plain text: that no field is called so is the same fact."""
    told = [each.location for each in document.findings if each.id == "RED009" and each.location]
    return bool(told) and any(each.start == document.locate(key, key=True).start for each in told)


def slip_at(document: Document, pointer: Pointer) -> Finding | None:
    """The slip of the keyboard that makes a text of what is meant as a mapping, such as ``id：A-1``."""
    raw = document.raw(pointer)
    slip = slip_in_text(raw)
    if slip is None or "\n" in raw:
        return None
    sign, meant = slip
    whole = document.locate(pointer)
    column = whole.column + raw.index(sign)
    place = replace(whole, column=column, end_column=column + 1)
    text = meant if meant.endswith(" ") or raw[raw.index(sign) + 1 :][:1] == " " or meant != ":" else ": "
    args, fix = {"found": sign, "write": meant}, Fix((Edit(place, text),), safe=False)
    path = entry_name(document, pointer)
    return Finding("RED019", Severity.ERROR, place, args, pointer=json_pointer(pointer), path=path, fix=fix)


def entry_name(document: Document, pointer: Pointer) -> str:
    """``items[JY-0401]`` for a pointer into the fourth entry of ``items``, where that entry has an id."""
    if len(pointer) < 2 or not isinstance(pointer[1], int) or not isinstance(pointer[0], str):
        return ""
    try:
        entry = document.value[pointer[0]][pointer[1]]
    except (KeyError, IndexError, TypeError):
        return ""
    id = entry.get("id") if isinstance(entry, dict) else None
    return f"{pointer[0]}[{id if isinstance(id, str) else pointer[1] + 1}]"


def json_pointer(pointer: Pointer) -> str:
    """A pointer as text."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in pointer)


def _finding(
    id: str,
    fault: Fault,
    document: Document,
    args: Mapping[str, Argument],
    *,
    extra: Mapping[str, Argument] | None = None,
    below: Pointer = (),
    at_key: bool = False,
    suggestions: Sequence[str] = (),
    fix: Fix | None = None,
) -> Finding:
    pointer = fault.pointer
    entry = entry_name(document, pointer)
    field = [str(step) for step in pointer if isinstance(step, str)]
    place, path = document.locate((*pointer, *below), key=at_key), ".".join([entry, *field[1:]] if entry else field)
    found, near = (id, Severity.ERROR, place, args, extra or {}), tuple(filter(None, suggestions))
    return Finding(*found, pointer=json_pointer(pointer), path=path, suggestions=near, fix=fix)


def _unknown(fault: Fault, document: Document, name: str, key: str) -> Finding:
    outer = any(key in node(name, fault.pointer[:end]).get("properties", {}) for end in range(len(fault.pointer)))
    meant, sure = ((), False) if outer else keys_meant(name, fault.pointer, key)
    place = document.locate((*fault.pointer, key), key=True)
    taken = isinstance(fault.found, dict) and meant and meant[0] in fault.found
    fix = Fix((Edit(place, meant[0]),), safe=False) if sure and not taken else None
    args, extra = {"key": key}, {"hint": "outer" if outer else ""}
    return _finding("STR002", fault, document, args, extra=extra, below=(key,), at_key=True, suggestions=meant, fix=fix)


def _wrong_type(fault: Fault, document: Document, name: str) -> Finding:
    pointer, wanted, found = fault.pointer, _listed(fault), fault.found
    slipped = slip_at(document, pointer) if "object" in wanted else None
    if slipped:
        return slipped
    scalar = not isinstance(found, dict | list)
    if wanted == ["string"] and scalar:
        pattern = str(node(name, pointer).get("pattern", ""))
        repair = _of_number(pattern, found)
        if repair.text:
            return _form(fault, document, pattern, repair)
    raw = document.raw(pointer) if scalar else ""
    hint, example, meant, fix = "", "", "", None
    field = next((step for step in reversed(pointer) if isinstance(step, str)), "")
    inside = pointer and isinstance(pointer[-1], int)
    if wanted == ["string"]:
        hint, fix = "quote" if scalar else "", _quoted(document, pointer)
    elif any(each in _NUMBERS for each in wanted):
        hint, meant = "number", repairs.number(found) if isinstance(found, str) else ""
        fix = _replaced(document, pointer, meant)
    elif field in EXAMPLES:
        text = (repairs.entry(field, found) if inside else repairs.shaped(field, found)) if scalar else ""
        meant = text if inside or not text else f"{field}: {text}"
        fix = _replaced(document, pointer, text)
        hint, example = ("", "") if text else ("example", EXAMPLES[field])
    shape = "scalar" if scalar else "list" if isinstance(found, list) else "mapping"
    args, extra = {"wanted": wanted, "found": raw[:_SHOWN]}, {"hint": hint, "example": example, "shape": shape}
    return _finding("STR004", fault, document, args, extra=extra, suggestions=[meant], fix=fix)


def _of_number(pattern: str, found: object) -> Repair:
    """A number that stands where a date or a fraction is meant: quoting it would not make it right."""
    if pattern == repairs.DATE and isinstance(found, int):
        return repairs.of_date(str(found))
    if pattern == repairs.FRACTION and isinstance(found, float):
        return Repair("", repairs.fraction(str(found)))
    return Repair("", "")


def _not_allowed(fault: Fault, document: Document, name: str) -> Finding:
    allowed = _listed(fault)
    found = fault.found if isinstance(fault.found, str) else document.raw(fault.pointer)
    sure = value_meant(node(name, fault.pointer), found)
    meant = sure or closest(str(found), allowed)
    hint = "truth" if meant and str(found).lower() in _TRUTHS else "meant" if meant else ""
    args, extra = {"found": str(found)[:_SHOWN], "allowed": allowed}, {"hint": hint, "meant": meant}
    fix = _replaced(document, fault.pointer, _value(sure))
    return _finding("STR006", fault, document, args, extra=extra, suggestions=[meant], fix=fix)


def _wrong_form(fault: Fault, document: Document) -> Finding:
    limit = str(fault.expected)
    repair = Repair("", "")
    if fault.keyword == "pattern" and isinstance(fault.found, str):
        repair = repairs.of_form(limit, fault.found)
    return _form(fault, document, limit, repair, fault.keyword)


def _form(fault: Fault, document: Document, limit: str, repair: Repair, keyword: str = "pattern") -> Finding:
    raw = fault.found if isinstance(fault.found, str) else document.raw(fault.pointer)
    args = {"keyword": keyword, "limit": limit, "found": str(raw)[:_SHOWN].strip()}
    quoted = f'"{repair.text}"' if repair.text[:1].isdecimal() else repair.text
    extra, fix = {"hint": repair.hint}, _replaced(document, fault.pointer, quoted)
    return _finding("STR007", fault, document, args, extra=extra, suggestions=[repair.text], fix=fix)


def _value(text: str) -> str:
    """An allowed value as it is written: ``yes`` and ``no`` in quotes, which other programs take for truth."""
    return f'"{text}"' if text in ("yes", "no") else text


def _listed(fault: Fault) -> list[str]:
    """What would hold: one type or value, or any of several; of keys, those that are too many."""
    return [str(each) for each in (fault.expected if isinstance(fault.expected, list) else [fault.expected])]


def _quoted(document: Document, pointer: Pointer) -> Fix | None:
    """Where text is meant, a bare number is put in quotes as it was written: ``001100`` keeps its zeros."""
    raw = document.raw(pointer)
    if not raw or raw[0] in "[{" or any(sign in raw for sign in "\"'\\\n"):
        return None
    return Fix((Edit(document.locate(pointer), f'"{raw}"'),), safe=True)


def _replaced(document: Document, pointer: Pointer, text: str) -> Fix | None:
    """Another value in place of one that stands on one line; in JSON only what JSON can hold."""
    raw = document.raw(pointer)
    if not text or not raw or "\n" in raw or (document.name.lower().endswith((".json", ".jsonl")) and raw[0] == '"'):
        return None
    return Fix((Edit(document.locate(pointer), text),), safe=False)
