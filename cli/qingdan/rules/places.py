"""Rules on provinces and places: codes that exist, on their day, inside the right province."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from qingdan.loading.catalogue import Catalogue, path_of
from qingdan.loading.placed import Placed
from qingdan.model import dates
from qingdan.model.divisions import Division
from qingdan.rules import written
from qingdan.rules.record import Hit, Related, RuleContext, Severity, on, on_head

_CODE = re.compile(r"^([0-9]{6}(?:[0-9]{3})?)(?![0-9])")
_FIELDS = {"area": ("area",), "zone": ("zone", "within")}


def areas(catalogue: Catalogue) -> Iterator[tuple[Placed, tuple[str, ...], str]]:
    """Each code of a place with its file and its key: the province, and the areas of the localities."""
    head = catalogue.files.heads.get("catalogue")
    if head is not None:
        yield head, ("province",), catalogue.province
    for file in catalogue.localities:
        for key, pointer in _FIELDS.items():
            if key in file.record:
                yield file, pointer, file.record["area"] if key == "area" else file.record["zone"]["within"]


def _division(code: str, context: RuleContext) -> Division | None:
    return context.divisions.get(code[:6])


def _path(file: Placed, pointer: tuple[str, ...]) -> str:
    record: Any = file.record
    return ".".join(pointer) if pointer == ("province",) else f"{path_of(record)}.{pointer[0]}"


def unknown_code(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A code that no table of divisions holds, in force or abolished."""
    for file, pointer, code in areas(catalogue):
        if _division(code, context) is None:
            yield on(file, *pointer, path=_path(file, pointer), args={"code": code})


def abolished_code(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A code that was no longer in force on the day of the record; the finding names what came in its place."""
    for file, pointer, code in areas(catalogue):
        division = _division(code, context)
        if division is None or not division.until or dates.parse(str(division.until)) is None:
            continue
        own = file.record.get("as_of", "") or catalogue.head.get("as_of", "")
        day = own if context.printed else context.as_of
        if day and dates.known_before(str(division.until), day) is not True:
            continue
        followers = context.divisions.successors(code[:6])
        extra = {
            "name": division.name, "until": division.until,
            "successors": [f"{row.division.code} {row.division.name}" for row in followers],
        }  # fmt: skip
        sure = tuple(row.division.code + code[6:] for row in followers) if len(followers) == 1 else ()
        yield on(
            file, *pointer, path=_path(file, pointer), args={"code": code}, extra=extra, suggestions=sure,
            severity=Severity.WARNING if day else Severity.INFO,
        )  # fmt: skip


def no_province(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """The list of a province must carry the code of a province."""
    division = _division(catalogue.province, context)
    if division is not None and division.level != "province":
        above = context.divisions.province_of(catalogue.province)
        yield on_head(
            catalogue, "province", path="province", args={"code": catalogue.province},
            extra={"name": division.name}, suggestions=(above.code,) if above else (),
        )  # fmt: skip


def other_province(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A locality must lie in the province of its list."""
    own = context.divisions.province_of(catalogue.province)
    for file, pointer, code in areas(catalogue):
        above = context.divisions.province_of(code[:6])
        if own is not None and above is not None and above.code != own.code and pointer != ("province",):
            yield on(
                file, *pointer, path=_path(file, pointer), args={"code": code},
                extra={"lies_in": above.name, "province": own.name},
            )  # fmt: skip


def other_name(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A folder or file that is named by a code must hold the place of that code."""
    named: list[tuple[str, str, Placed, str]] = []
    head = catalogue.files.heads.get("catalogue")
    if head is not None:
        named.append((catalogue.label.rstrip("/").rsplit("/", 1)[-1], catalogue.province, head, "province"))
    for file in catalogue.localities:
        if "area" in file.record:
            named.append((file.document.name.rsplit("/", 1)[-1], file.record["area"], file, "area"))
    for name, code, placed, key in named:
        match = _CODE.match(name)
        if match and match[1] != code:
            path = key if key == "province" else _path(placed, (key,))
            yield on(placed, key, path=path, args={"name": name, "code": code})


def wrong_level(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """The level of a locality must be that of its code. A township may still stand under the code of its county."""
    for file in catalogue.localities:
        record: Any = file.record
        division = _division(record.get("area", ""), context)
        if division is None:
            continue
        level = record["level"]
        if len(record["area"]) == 9:
            fits = level in ("township", "village")
        else:
            fits = level in (division.level, "township", "village")
        if not fits:
            found = "township" if len(record["area"]) == 9 else division.level
            args = {"level": level, "code": record["area"], "level_of_code": found}
            yield on(file, "level", path=f"{path_of(record)}.level", args=args)


def same_area_twice(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """One file a place."""
    seen: dict[tuple[str, str], Placed] = {}
    for file in sorted(catalogue.localities, key=lambda each: written.order(each.document.name)):
        record = file.record
        key = (
            record.get("area", "") or record.get("zone", {}).get("within", ""),
            record.get("zone", {}).get("name", ""),
        )
        if not key[0]:
            continue
        if key in seen:
            first = Related(seen[key].locate("name"), "first_defined")
            path = path_of(record)
            yield on(file, "name", path=path, args={"code": key[0], "name": record["name"]}, related=(first,))
        else:
            seen[key] = file


def no_area(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A locality without a code says at least in which place it lies."""
    for file in catalogue.localities:
        if "area" not in file.record and "zone" not in file.record:
            yield on(file, "name", path=path_of(file.record), args={"name": file.record["name"]})


def fiction(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """Codes kept for examples (99xxxx) stand in examples only."""
    if catalogue.head["kind"] == "sample":
        return
    for file, pointer, code in areas(catalogue):
        division = _division(code, context)
        if division is not None and division.origin == "fiction" and file.record.get("kind") != "sample":
            yield on(file, *pointer, path=_path(file, pointer), args={"code": code})
