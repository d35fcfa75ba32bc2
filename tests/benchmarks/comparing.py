"""What comparing costs beyond loading: ``python -m tests.benchmarks.comparing DAY FOLDER...`` prints seconds as JSON."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import qingdan
from qingdan.answers.conformance import conformance


def main(as_of: str, folders: list[Path]) -> dict[str, float]:
    """Load every list one after the other; only the comparison with the nation is timed."""
    edition = qingdan.national()
    spent, judged = 0.0, 0
    for folder in folders:
        catalogue = qingdan.load(folder)
        begin = time.perf_counter()
        result = conformance(catalogue, edition, as_of)
        spent += time.perf_counter() - begin
        judged += len(result.judgements)
    return {"comparing": spent, "judgements": judged}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1], [Path(name) for name in sys.argv[2:]])))
