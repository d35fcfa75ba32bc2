"""31 provinces of some items each in a folder: the same files each time, as large and as full as real ones might become.

``python -m tests.benchmarks.corpus FOLDER PROVINCES ITEMS`` builds them.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Corpus:
    """Where the files are.

    Attributes:
        folder: Holds one folder a province.
        files: The files of items, one a province.
        values: The same values as one JSON text, for what is to be measured without reading.
    """

    folder: Path
    files: tuple[Path, ...]
    values: Path

    @property
    def megabytes(self) -> float:
        """The size of the files of items, in millions of bytes."""
        return sum(file.stat().st_size for file in self.files) / 1_000_000


def found(folder: Path) -> Corpus:
    """The corpus that was built in a folder."""
    provinces = folder / "provinces"
    return Corpus(provinces, tuple(sorted(provinces.glob("*/items/all.yaml"))), folder / "values.json")


def build(folder: Path, provinces: int, items: int) -> None:
    """Write the corpus.

    Args:
        folder: A folder that is empty or not there yet.
        provinces: How many provinces, 31 at most.
        items: How many items a province has.

    Raises:
        ValueError: An element of the model is in none of the items: the corpus has to be brought up to date.
    """
    import qingdan
    from qingdan.model.declarations import elements
    from tests.benchmarks import phrases, yaml_text
    from tests.benchmarks.items import Drawer

    edition = qingdan.national()
    values: list[object] = []
    stated: set[str] = set()
    for code, name in phrases.PROVINCES[:provinces]:
        drawer = Drawer(edition, code)
        drawn = [drawer.item(code, f"BM{code[:2]}", number) for number in range(items)]
        stated.update(key for item in drawn for key in item)
        province = folder / "provinces" / code
        (province / "items").mkdir(parents=True)
        source = {"title": f"{name}基准测试用清单", "evidence": "sample", "seen": "whole"}
        head = {
            "schema": "catalogue/1", "province": code, "name": f"{name}（基准测试）", "edition": edition.id, "kind": "sample",
            "completeness": "whole", "as_of": "2025-06-01", "source": source,
        }  # fmt: skip
        (province / "catalogue.yaml").write_text(yaml_text.write(head), encoding="utf-8")
        value = {"schema": "items/1", "items": drawn}
        (province / "items" / "all.yaml").write_text(yaml_text.write(value), encoding="utf-8")
        values.append(value)
    missing = set(elements()) - stated
    if missing:
        raise ValueError(f"no item states {', '.join(sorted(missing))}")
    (folder / "values.json").write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    build(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
