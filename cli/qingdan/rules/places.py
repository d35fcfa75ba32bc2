"""Rules on provinces and places: codes that exist, on their day, inside the right province."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qingdan.findings import Argument
from qingdan.loading.catalogue import Catalogue, path_of
from qingdan.loading.placed import Placed
from qingdan.model import dates
from qingdan.model.catalogue import LocalityFile
from qingdan.model.divisions import Division
from qingdan.rules import written
from qingdan.rules.record import Hit, Related, RuleContext, Severity, on, on_head

_CODE = re.compile(r"^([0-9]{6}(?:[0-9]{3})?)(?![0-9])")
#: Of which form the codes of the standard are; townships have three digits more.
_GBT_CODE = "000000"
_DIRECT = "省、自治区直辖县级行政区划"
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
    return ".".join(pointer) if pointer == ("province",) else f"{path_of(file.record)}.{pointer[0]}"


def unknown_code(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A code that no table of divisions holds, in force or abolished, although the table would know it."""
    for file, pointer, code in areas(catalogue):
        if _division(code, context) is None and _kind(code, _day(file, catalogue, context), context) == "unknown":
            yield on(file, *pointer, path=_path(file, pointer), args={"code": code})


def outside_the_table(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A code of a day of which the table does not tell: before its first year, or after its last one."""
    for file, pointer, code in areas(catalogue):
        day = _day(file, catalogue, context)
        if _division(code, context) is None and _kind(code, day, context) == "outside":
            known = context.divisions.covered
            extra: dict[str, Argument] = {"day": day, "first": known[1], "last": known[-1]}
            yield on(file, *pointer, path=_path(file, pointer), args={"code": code}, extra=extra)


def collective_code(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A code under which the standard gathers several divisions (市辖区) is no place."""
    for file, pointer, code in areas(catalogue):
        if _division(code, context) is None and (gathers := _collective(code, context)):
            extra = {"gathers": gathers[0], "above": f"{gathers[1].code} {gathers[1].name}"}
            yield on(file, *pointer, path=_path(file, pointer), args={"code": code}, extra=extra)


def statistical_code(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A code that statistics give to a development zone is not in the standard, and may be what the office uses."""
    for file, pointer, code in areas(catalogue):
        if _division(code, context) is None and (above := _zone_of(code, context)):
            extra = {"above": f"{above.code} {above.name}"}
            yield on(file, *pointer, path=_path(file, pointer), args={"code": code}, extra=extra)


def _day(file: Placed, catalogue: Catalogue, context: RuleContext) -> str:
    """The day of which a file speaks: its own for a printed text, empty where it names none; else the day asked for."""
    own = str(file.record.get("as_of", "") or catalogue.head.get("as_of", ""))
    return own if context.printed else context.as_of


def _kind(code: str, day: str, context: RuleContext) -> str:
    """Why the table may not hold a code: ``collective``, ``zone``, ``outside`` its years; else it is ``unknown``."""
    if _collective(code, context):
        return "collective"
    if _zone_of(code, context):
        return "zone"
    if context.divisions.get(f"{code[:2]}0000") is None:
        return "unknown"  # provinces do not come and go
    spoken, years = dates.parse(day), context.divisions.covered
    if spoken is None:
        return "outside" if context.printed else "unknown"
    return "unknown" if years[0] < spoken.first.year <= years[-1] else "outside"


def _collective(code: str, context: RuleContext) -> tuple[str, Division] | None:
    """What a collective code gathers, and the division above; ``None`` for all other codes."""
    province, city = (context.divisions.get(code[:digits].ljust(6, "0")) for digits in (2, 4))
    if code[4:6] == "01" and city is not None and city.name.endswith("市"):
        return "市辖区", city
    gathered = {"0100": "市辖区", "0200": "县"} if province and province.name.endswith("市") else {"9000": _DIRECT}
    return (gathered[code[2:6]], province) if province and code[2:6] in gathered else None


def _zone_of(code: str, context: RuleContext) -> Division | None:
    """The city in which a development zone lies, where a code has the form that statistics use for one."""
    return context.divisions.get(f"{code[:4]}00") if "71" <= code[4:6] <= "79" else None


def abolished_code(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A code that was no longer in force on the day of the record; the finding names what came in its place."""
    for file, pointer, code, severity in _abolished(catalogue, context):
        if len(code) == len(_GBT_CODE):
            followers = context.divisions.successors(code)
            sure = (followers[0].division.code,) if len(followers) == 1 else ()
            path, args, extra = _path(file, pointer), {"code": code}, _gone(code, context)
            yield on(file, *pointer, path=path, args=args, extra=extra, suggestions=sure, severity=severity)


def township_of_abolished(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A township whose division has another code now. Its own last three digits may be given out anew: no guess."""
    for file, pointer, code, severity in _abolished(catalogue, context):
        if len(code) > len(_GBT_CODE):
            extra = {**_gone(code[:6], context), "division": code[:6]}
            yield on(file, *pointer, path=_path(file, pointer), args={"code": code}, extra=extra, severity=severity)


def _abolished(catalogue: Catalogue, context: RuleContext) -> Iterator[tuple[Placed, tuple[str, ...], str, Severity]]:
    """Codes of divisions that were abolished before the day of the record; a remark where it names no day."""
    for file, pointer, code in areas(catalogue):
        division, day = _division(code, context), _day(file, catalogue, context)
        if division is None or not division.until:
            continue
        if not day or dates.known_before(str(division.until), day):
            yield file, pointer, code, Severity.WARNING if day else Severity.INFO


def _gone(code: str, context: RuleContext) -> dict[str, Argument]:
    division = context.divisions.get(code)
    assert division is not None  # asked by the caller
    followers = [f"{row.division.code} {row.division.name}" for row in context.divisions.successors(code)]
    return {"name": division.name, "until": division.until, "successors": followers}


def no_province(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """The list of a province must carry the code of a province."""
    division = _division(catalogue.province, context)
    if division is not None and division.level != "province":
        above = context.divisions.province_of(catalogue.province)
        args, extra, near = {"code": catalogue.province}, {"name": division.name}, (above.code,) if above else ()
        yield on_head(catalogue, "province", path="province", args=args, extra=extra, suggestions=near)


def other_province(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A locality must lie in the province of its list."""
    own = context.divisions.province_of(catalogue.province)
    for file, pointer, code in areas(catalogue):
        above = context.divisions.province_of(code[:6])
        if own is not None and above is not None and above.code != own.code and pointer != ("province",):
            extra = {"lies_in": above.name, "province": own.name}
            yield on(file, *pointer, path=_path(file, pointer), args={"code": code}, extra=extra)


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
        record: LocalityFile = file.record
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
