"""The judgements of ``judgements.yaml`` and the registries of the edition, ready to be asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from qingdan.model import registry
from qingdan.model.registry import Vocabulary

_CODED = re.compile(r"(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)(?:=(?P<value>[0-9]+))?(?:\|(?P<text>.+))?")


def read_yaml(path: Path) -> Any:
    """A YAML file of this repository."""
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


@dataclass
class Judge:
    """What people decided, and what the registries know. It counts what matched."""

    data: Mapping[str, Any]
    evidence: Vocabulary
    criteria: Vocabulary
    concepts: Mapping[str, Vocabulary]
    #: what was looked up: (registry, text, id or "")
    asked: list[tuple[str, str, str]] = field(default_factory=list)

    def of(self, record: str) -> dict[str, Any]:
        """The judgements on one record."""
        return dict(self.data["records"].get(record, {}))

    def paper(self, text: str) -> str:
        """The id of a paper by its name or an alias."""
        found = self.evidence.resolve(None, text)
        self.asked.append(("evidence", text, found))
        return found

    def member(self, name: str, text: str) -> dict[str, str]:
        """A member of a list of concepts: ``文字`` or ``编号|文字``."""
        coded = _CODED.fullmatch(text)
        if coded and coded["id"] in self.concepts[name].names:
            return {"id": coded["id"], "text": coded["text"] or self.concepts[name].names[coded["id"]]}
        found = self.concepts[name].resolve(None, text)
        self.asked.append((name, text, found))
        return {"id": found, "text": text} if found else {"text": text}

    def implements(self, links: list[str]) -> list[dict[str, str]]:
        """``JY-0401 exact`` as links to national items."""
        return [dict(zip(("item", "relation"), link.split(), strict=True)) for link in links]

    def condition(self, line: Any) -> dict[str, Any]:
        """One line of conditions, see the head of ``judgements.yaml``."""
        if isinstance(line, dict):
            return {"any_of": [self._criterion(each) for each in line["any_of"]], "case": line["case"]}
        options = line if isinstance(line, list) else [line]
        return {"any_of": [self._criterion(each) for each in options]}

    def _criterion(self, text: str) -> dict[str, Any]:
        coded = _CODED.fullmatch(text)
        if not coded:
            self.asked.append(("criteria", text, ""))
            return {"text": text}
        id = coded["id"]
        if id not in self.criteria.names:
            raise SystemExit(f"no such criterion: {id}")
        self.asked.append(("criteria", text, id))
        result: dict[str, Any] = {"id": id}
        if coded["text"]:
            result["text"] = coded["text"]
        if coded["value"]:
            result["value"] = int(coded["value"])
        return result


def load_judge(edition: Path, judgements: Path) -> Judge:
    """Read the judgements and the registries of an edition's folder."""
    lists = {
        path.stem: registry.concepts(path.stem, data["concepts"], data.get("covered_by", "broader"))
        for path in sorted((edition / "concepts").glob("*.yaml"))
        for data in [read_yaml(path)]
    }
    papers, _ = registry.evidence(read_yaml(edition / "evidence.yaml")["evidence"])
    criteria, _ = registry.criteria(read_yaml(edition / "criteria.yaml")["criteria"])
    return Judge(read_yaml(judgements), papers, criteria, lists)
