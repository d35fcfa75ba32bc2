"""The name of a place against its code: a name that surely is that of another division.

A name is read from its beginning as a chain of divisions, 浙江省杭州市西湖区, and whatever follows them. What is no
name of a division says nothing; nor does one that the code has, or had on the day of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qingdan.loading.catalogue import Catalogue, path_of
from qingdan.loading.placed import Placed
from qingdan.model import dates
from qingdan.model.catalogue import LocalityFile
from qingdan.model.divisions import Division, Divisions
from qingdan.rules.record import Hit, RuleContext, Severity, on

#: What ends the name of a division; a chain is cut behind it.
_ENDS = re.compile(r"特别行政区|自治区|自治州|自治县|自治旗|地区|林区|新区|[省市州县区旗盟]")
_TOWNSHIP = 9


@dataclass(frozen=True, slots=True)
class _Link:
    """One division of a chain: where its name begins, the name, and the divisions of that name."""

    start: int
    name: str
    divisions: tuple[Division, ...]


def other_place(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """A locality that is called by the name of another division than that of its code; likewise a list."""
    table = context.divisions
    head = catalogue.files.heads.get("catalogue")
    if head is not None:
        yield from _checked(head, ("province",), catalogue.province, head.record["name"], context, "")
    for file in catalogue.localities:
        record: LocalityFile = file.record
        key = ("area",) if "area" in record else ("zone", "within")
        code = record.get("area") or record.get("zone", {}).get("within", "")
        if table.get(code[:6]) is not None:
            yield from _checked(file, key, code, record["name"], context, f"{path_of(record)}.")


def _checked(
    file: Placed, key: tuple[str, ...], code: str, name: str, context: RuleContext, path: str
) -> Iterator[Hit]:
    table = context.divisions
    division, name = table.get(code[:6]), name.replace(" ", "")
    if division is None or _plainly(name, code, key, table):
        return
    chain = _chain(name, table)
    if not chain or _fits(chain, name, code, key, table):
        return
    meant = _meant(chain, code, table)
    if not meant:
        return
    former = _former_names(code[:6], table)
    old = next((year for each, year in former if each == chain[-1].name), None)
    if old is not None and not _later(file, context, old):
        return  # it was called so on the day of the text, or the day is not known
    extra = {"name_of_code": division.name, "others": [f"{each.code} {table.full_name(each.code)}" for each in meant]}
    soft = old is not None or any(each.until for each in meant)
    args, weight = {"code": code, "name": name}, Severity.INFO if soft else None
    near = (meant[0].code,) if _sure(meant, key, code, soft) else ()
    yield on(file, *key, path=f"{path}{key[0]}", args=args, extra=extra, severity=weight, suggestions=near)


def _plainly(name: str, code: str, key: tuple[str, ...], table: Divisions) -> bool:
    """Whether a name is, or begins with, the name of its code, with or without those above; most do, and it is fast."""
    names = [each.name for part in table.lineage(code[:6]) if (each := table.get(part))]
    ways = {names[0], *("".join(reversed(names[: depth + 1])) for depth in range(1, len(names))), names[-1] + names[0]}
    whole = key == ("area",) and len(code) < _TOWNSHIP
    return name in ways if whole else any(name.startswith(way) for way in ways)


def _sure(meant: list[Division], key: tuple[str, ...], code: str, soft: bool) -> bool:
    return len(meant) == 1 and key == ("area",) and len(code) < _TOWNSHIP and not soft


def _chain(name: str, table: Divisions) -> list[_Link]:
    """The divisions that a name begins with; a short name, 西湖 for 西湖区, counts only where nothing follows it."""
    chain, at = [], 0
    while at < len(name):
        link = next((link for end in _ends(name, at) if (link := _link(name, at, end, table))), None)
        if link is None:
            break
        chain.append(link)
        at += len(link.name)
    return chain


def _ends(name: str, at: int) -> Iterator[int]:
    """Where a division that begins at a place may end, the longest first."""
    cuts = {match.end() for match in _ENDS.finditer(name, at)} | {len(name)}
    yield from sorted(cuts, reverse=True)


def _link(name: str, at: int, end: int, table: Divisions) -> _Link | None:
    part = name[at:end]
    found = tuple(table.find(part))
    if end < len(name):  # 湘西州 is as good as its full name: it can be the beginning of nothing else
        found = tuple(each for each in found if part.endswith("州") or part in _names(each, table))
    return _Link(at, part, found) if found else None


def _names(division: Division, table: Divisions) -> set[str]:
    return {division.name, *(old for old, _ in _former_names(division.code, table))}


def _former_names(code: str, table: Divisions) -> list[tuple[str, int]]:
    """The names that a code had before, each with the year in which it lost it."""
    return [(change.old_name, change.year) for change in table.changes_of(code) if change.old_code == code]


def _fits(chain: list[_Link], name: str, code: str, key: tuple[str, ...], table: Divisions) -> bool:
    """Whether a name may be that of a code."""
    lineage = {*table.lineage(code[:6]), code[:6]}
    last = {each.code for each in chain[-1].divisions}
    above = all(any(each.code in lineage for each in link.divisions) for link in chain[:-1])
    if key == ("province",):
        # the name of a list is a title: only a province of another name is another place
        return any(each[:2] == code[:2] for each in last) or chain[0].name not in _provinces(table)
    if key[0] == "zone" or len(code) == _TOWNSHIP:
        # the place lies inside the division of the code, and its own name may look like that of another division
        ends = chain[-1].start + len(chain[-1].name) == len(name)
        return len(chain) == 1 or (above and (ends or bool(lineage & last)))
    if code in last:
        return above
    if any(_follows(code, each, table) for each in last):
        return True  # an old code with its new name, or the reverse, is told where the code is judged
    own = table.get(code)
    return own is not None and name.find(own.name, chain[-1].start) >= 0


def _follows(code: str, other: str, table: Divisions) -> bool:
    return other in table.later(code) or other in table.earlier(code)


def _provinces(table: Divisions) -> set[str]:
    return {each.name for each in table if each.level == "province"}


def _meant(chain: list[_Link], code: str, table: Divisions) -> list[Division]:
    """The divisions that a name may mean: inside those that the chain names, else as near the code as there are any."""
    found = [each for each in chain[-1].divisions if each.code != code[:6]] or list(chain[-1].divisions)
    for link in reversed(chain[:-1]):
        codes = {each.code for each in link.divisions}
        found = [each for each in found if codes & set(table.lineage(each.code))] or found
    for digits in (4, 2):
        near = [each for each in found if each.code[:digits] == code[:digits]]
        found = near or found
    return found


def _later(file: Placed, context: RuleContext, year: int) -> bool:
    """Whether a text surely speaks of a day after a year."""
    day = str(file.record.get("as_of", "") or (context.catalogue.head.get("as_of", "") if context.catalogue else ""))
    if not context.printed:
        day = day or context.as_of
    return bool(year and day and dates.known_before(str(year), day))
