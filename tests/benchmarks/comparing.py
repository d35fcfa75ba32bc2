"""What comparing costs beyond loading: ``python -m tests.benchmarks.comparing DAY FOLDER...`` prints seconds as JSON."""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

import qingdan
from qingdan.judging.conformance import conformance
from qingdan.loading.sides import Side, side
from qingdan.loading.workspace import Workspace
from qingdan.reports.diff.sides import diff


def main(as_of: str, folders: list[Path]) -> dict[str, float]:
    """Load every list one after the other; only the comparison with the nation is timed, as a judgement and as a diff."""
    gc.disable()  # as the command does
    nation = Side("national", qingdan.national())
    judging = differing = 0.0
    judged = differences = 0
    for folder in folders:
        province = side(folder.as_posix(), Workspace())
        assert province.catalogue is not None  # the corpus holds lists
        begin = time.perf_counter()
        judged += len(conformance(province.catalogue, nation.edition, as_of).judgements)
        judging += time.perf_counter() - begin
        begin = time.perf_counter()
        differences += len(diff(nation, province, as_of).differences)
        differing += time.perf_counter() - begin
    return {"comparing": judging, "diff": differing, "judgements": judged, "differences": differences}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1], [Path(name) for name in sys.argv[2:]])))
