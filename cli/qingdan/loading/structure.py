"""The structural check: one file against the JSON Schema that it names.

jsonschema-rs does the work; where it has no wheel, jsonschema does. Both name the same keyword, value and path for an
error, and both are turned into the same findings.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from qingdan.findings import Edit, Finding, Fix, Severity
from qingdan.model.files import ENTRIES, MAJOR, MODELS
from qingdan.model.likeness import closest
from qingdan.reading import Document, data_folder

Pointer = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """One error of a schema validator: the keyword that failed, its value, and where."""

    keyword: str
    expected: Any
    pointer: Pointer
    found: Any


@cache
def _schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one kind of file, read once: a file may hold hundreds of faults that ask for it."""
    schema: dict[str, Any] = json.loads((data_folder("schemas") / MAJOR / f"{name}.schema.json").read_bytes())
    return schema


@cache
def validator(name: str) -> Any:
    """The compiled validator of one kind of file."""
    try:
        import jsonschema_rs
    except ImportError:
        return _fallback(_schema(name))
    return jsonschema_rs.Draft202012Validator(_schema(name))


def _fallback(schema: dict[str, Any]) -> Any:
    """The same check by jsonschema, whose ``$`` would also match before a last line feed."""
    import re

    from jsonschema import Draft202012Validator, ValidationError, validators

    def pattern(_: Any, expression: str, instance: Any, __: Any) -> Iterator[ValidationError]:
        if isinstance(instance, str) and not re.search(expression.removesuffix("$") + r"\Z", instance):
            yield ValidationError(f"{instance!r} does not match {expression!r}")

    strict: Any = validators.extend(Draft202012Validator, {"pattern": pattern})  # type: ignore[no-untyped-call]
    return strict(schema)


def faults(name: str, value: Any) -> Iterator[Fault]:
    """The errors of a value against the schema of one kind of file.

    Args:
        name: A kind of file, such as ``items``.
        value: The value that was read.
    """
    check = validator(name)
    if check.is_valid(value):
        return
    for error in check.iter_errors(value):
        kind = getattr(error, "kind", None)
        if kind is not None:
            yield Fault(kind.name, kind.value, tuple(error.instance_path), error.instance)
        else:
            yield from _python_fault(error)


def _python_fault(error: Any) -> Iterator[Fault]:
    """Jsonschema names all missing and all extra keys in one error; here each kind of slip has its own value."""
    pointer, found, expected = tuple(error.absolute_path), error.instance, error.validator_value
    if error.validator == "required":
        # one error for each missing key; only the message says which
        missing = next((key for key in expected if error.message.startswith(repr(key))), expected[0])
        yield Fault("required", missing, pointer, found)
    elif error.validator == "additionalProperties":
        yield Fault(error.validator, [key for key in found if key not in error.schema["properties"]], pointer, found)
    else:
        yield Fault(error.validator, expected, pointer, found)


def kind_of(document: Document, allowed: Iterable[str]) -> tuple[str, Finding | None]:
    """The kind of file a document says it is, or the finding that says why it is none of the allowed ones."""
    allowed = sorted(allowed)
    stated = document.value.get("schema") if isinstance(document.value, dict) else None
    name, _, major = stated.partition("/") if isinstance(stated, str) else ("", "", "")
    if name in allowed and major == MAJOR and name in MODELS:
        return name, None
    wanted = [f"{each}/{MAJOR}" for each in allowed]
    where: Pointer = ("schema",) if stated is not None else ()
    args = {"found": str(stated) if stated is not None else "", "wanted": wanted}
    return "", Finding("STR001", Severity.ERROR, document.locate(where), args, pointer="/schema")


def check(name: str, document: Document) -> tuple[Any, list[Finding]]:
    """Check a document and leave out, by name, the entries that do not hold.

    Args:
        name: The kind of file.
        document: What was read.

    Returns:
        The value without its broken entries (``None`` if the file itself is broken), and the findings.
    """
    found = list(faults(name, document.value))
    if not found:
        return document.value, []
    findings = [finding for fault in found for finding in _findings(fault, document, name)]
    entries = ENTRIES.get(name)
    broken = set()
    for fault in found:
        if entries and len(fault.pointer) >= 2 and fault.pointer[0] == entries:
            broken.add(fault.pointer[1])
        else:
            return None, findings
    # positions are asked for by index, so that a broken entry leaves its place empty instead of moving the others up
    kept = [None if index in broken else entry for index, entry in enumerate(document.value[entries])]
    return {**document.value, str(entries): kept}, findings


def _findings(fault: Fault, document: Document, name: str) -> Iterator[Finding]:
    pointer = fault.pointer
    where = "/" + "/".join(str(step).replace("~", "~0").replace("/", "~1") for step in pointer) if pointer else ""
    entry = _entry_name(document, pointer)

    def finding(
        id: str, at: Pointer, at_key: bool = False, fix: Fix | None = None, known: Iterable[object] = (), **args: object
    ) -> Finding:
        field = [str(step) for step in pointer if isinstance(step, str)]
        path = ".".join([entry, *field[1:]]) if entry else ".".join(field)
        meant = closest(str(args.get("key") or args.get("found") or ""), [str(each) for each in known])
        return Finding(
            id,
            Severity.ERROR,
            document.locate(at, key=at_key),
            args,
            pointer=where,
            path=path,
            suggestions=(meant,) if meant else (),
            fix=fix,
        )

    if fault.keyword == "additionalProperties":
        for key in fault.expected:
            yield finding("STR002", (*pointer, key), at_key=True, key=key, known=_known(name, pointer))
    elif fault.keyword == "required":
        yield finding("STR003", pointer, missing=str(fault.expected))
    elif fault.keyword == "type":
        types = fault.expected if isinstance(fault.expected, list) else [fault.expected]
        if fault.found is None:
            yield finding("STR005", pointer, at_key=True, wanted=types)
        else:
            fix = _quoted(document, pointer) if types == ["string"] else None
            raw = document.raw(pointer) if not isinstance(fault.found, dict | list) else ""
            yield finding("STR004", pointer, fix=fix, wanted=types, found=raw)
    elif fault.keyword in ("enum", "const"):
        allowed = fault.expected if isinstance(fault.expected, list) else [fault.expected]
        yield finding("STR006", pointer, found=str(fault.found), allowed=[str(each) for each in allowed], known=allowed)
    else:
        yield finding("STR007", pointer, keyword=fault.keyword, limit=str(fault.expected), found=str(fault.found)[:80])


def _quoted(document: Document, pointer: Pointer) -> Fix | None:
    """Where text is meant, a bare number is put in quotes as it was written: ``001100`` keeps its zeros."""
    raw = document.raw(pointer)
    if not raw or any(sign in raw for sign in "\"'\\\n"):
        return None
    return Fix((Edit(document.locate(pointer), f'"{raw}"'),), safe=True)


def _entry_name(document: Document, pointer: Pointer) -> str:
    """``items[JY-0401]`` for a pointer into the fourth entry of ``items``, where that entry has an id."""
    if len(pointer) < 2 or not isinstance(pointer[1], int) or not isinstance(pointer[0], str):
        return ""
    try:
        entry = document.value[pointer[0]][pointer[1]]
    except (KeyError, IndexError, TypeError):
        return ""
    id = entry.get("id") if isinstance(entry, dict) else None
    return f"{pointer[0]}[{id if isinstance(id, str) else pointer[1] + 1}]"


def _known(name: str, pointer: Pointer) -> list[str]:
    """The keys that may stand where a key is unknown, found by walking the schema."""
    schema = node = _schema(name)
    for step in pointer:
        node = node.get("items", {}) if isinstance(step, int) else node.get("properties", {}).get(step, {})
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
    return list(node.get("properties", {}))
