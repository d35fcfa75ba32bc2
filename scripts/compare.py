"""Compare every province with the nation: a line each, what is allowed and what it means for citizens."""

from __future__ import annotations

import argparse
from pathlib import Path

import qingdan
from qingdan.reports.diff.as_text import counted

PROVINCES = Path(__file__).resolve().parent.parent / "provinces"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--as-of", required=True, help="the day by which lists are judged")
    options = parser.parse_args()
    for file in sorted(PROVINCES.glob("*/catalogue.yaml")):
        found = qingdan.compare("national", file.parent, as_of=options.as_of)
        print(f"{file.parent.name}：", *counted(found, "zh"), sep="", flush=True)


if __name__ == "__main__":
    main()
