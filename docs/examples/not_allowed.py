"""Where the lists of a folder are not what the nation allows: the item, the place, the requirement."""

import sys
from pathlib import Path

import qingdan

requirements = qingdan.national().by_id
for head in sorted(Path(sys.argv[1]).glob("*/catalogue.yaml")):
    items = list(qingdan.load(head.parent).effective())
    report = qingdan.validate(head.parent, as_of="2026-11-22")
    for section in report.sections:
        for row in section.judgements:
            if row["allowed"] != "no":
                continue
            path, requirement = str(row["path"]), requirements[str(row["requirement"])]
            item = next(each for each in items if path.startswith(f"{each.path}."))
            place = item.locate(requirement["element"], key=True)
            print(section.name, item.place, item.record["name"], sep="  ")
            print(f"  {requirement['id']}  {requirement['explains']}")
            print(f"  {place.file}:{place.line}")
