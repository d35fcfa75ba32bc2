"""Rules on what is still in force in an edition: what rests on a replaced document says so, and successions hold."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.loading.edition import Edition
from qingdan.model.force import GONE, ended, ended_on, ground, line_of
from qingdan.rules.editions import requirements
from qingdan.rules.record import Hit, Rule, RuleContext, Said, Severity, on


def groundless(edition: Edition, context: RuleContext) -> Iterator[Hit]:
    """A requirement that is not over rests on nothing that is in force, and does not say that it is open."""
    documents = edition.registries.documents
    for placed, _ in requirements(edition):
        row = placed.record
        if ended(row, context.as_of) or "unsettled_because" in row or not ground(row, documents, context.as_of):
            continue
        named = [documents.by_id[basis["document"]] for basis in row["basis"]]
        extra = {
            "names": [document.get("number", document["title"]) for document in named],
            "successors": [line for document in named if (line := line_of(document, documents))],
        }
        args = {"documents": sorted(document["id"] for document in named)}
        yield on(placed, "basis", key=True, path=f"requirements[{row['id']}].basis", args=args, extra=extra)


def needless(edition: Edition, context: RuleContext) -> Iterator[Hit]:
    """A requirement says that it is open, and a document of which no end is known carries it."""
    documents = edition.registries.documents.by_id
    for placed, _ in requirements(edition):
        row = placed.record
        named = [documents[basis["document"]] for basis in row["basis"] if basis["document"] in documents]
        standing = [document for document in named if document["status"] not in GONE and not ended_on(document)]
        if "unsettled_because" in row and standing:
            name = standing[0].get("number", standing[0]["title"])
            path = f"requirements[{row['id']}].unsettled_because"
            yield on(placed, "unsettled_because", path=path, args={"document": standing[0]["id"]}, extra={"name": name})


def in_force_and_followed(edition: Edition, context: RuleContext) -> Iterator[Hit]:
    """A document is called in force and has a successor."""
    for placed in edition.files.entries.get("documents", []):
        row = placed.record
        if row["status"] == "in_force" and "successor" in row:
            path = f"documents[{row['id']}].status"
            yield on(placed, "status", path=path, args={"document": row["id"], "successor": row["successor"]})


def circle(edition: Edition, context: RuleContext) -> Iterator[Hit]:
    """A line of successors that comes back to where it began; told once, at its first document."""
    documents = edition.registries.documents.by_id
    told: set[str] = set()
    for placed in edition.files.entries.get("documents", []):
        walked: list[str] = []
        id = placed.record["id"]
        while id in documents and id not in walked:
            walked.append(id)
            id = documents[id].get("successor", "")
        if id == placed.record["id"] and id not in told:
            told.update(walked)
            args = {"documents": sorted(walked)}
            yield on(placed, "successor", path=f"documents[{id}].successor", args=args, extra={"line": [*walked, id]})


def replaced_by_nothing(edition: Edition, context: RuleContext) -> Iterator[Hit]:
    """A document is called replaced, and what replaced it is not said."""
    for placed in edition.files.entries.get("documents", []):
        row = placed.record
        if row["status"] == "replaced" and "successor" not in row:
            yield on(placed, "status", path=f"documents[{row['id']}].status", args={"document": row["id"]})


_DOCUMENTS = """--- file: documents.yaml
schema: documents/1
documents:
  - {{id: rule-a, title: 旧办法, kind: rule, evidence: copy, seen: part, {}}}
  - {{id: rule-b, title: 新办法, kind: rule, evidence: copy, seen: part, {}}}
"""
_REPLACED = 'status: replaced, status_on: "2026-01-09", successor: rule-b'
_ITEM = """--- file: items/a.yaml
schema: national-items/1
items:
  - id: EX-01
    name: 失业登记
    theme: registration
    evidence: copy
    requirements:
      - id: EX-01-R01
        element: promised_limit
        relation: within
        value: {{limits: [{{amount: 3, unit: working_day}}]}}
        basis: [{{document: {}, evidence: copy, seen: part}}]
        explains: 三个工作日办结。
"""
_OPEN = "        unsettled_because: 新办法里有没有这一点没有看到\n"
_TODAY = Said(
    "文件换了而要求没有跟着改，各地会照失效的规定被判断",
    "Where the document changed and the requirement did not, places are judged by what is over",
)
_LINES = _DOCUMENTS.format(_REPLACED, "status: in_force")

RULES = (
    Rule(
        id="EDN014", severity=Severity.WARNING, scope="edition", since="0.1",
        title=Said("要求的依据都不再有效", "A requirement that rests on nothing in force"),
        message=Said("依据的 {names} 已不再有效（后继文件：{successors}），这项要求没有说明",
                     "{names} is no longer in force (successors: {successors}), and the requirement does not say so"),
        advice=Said("后继文件里看到这一点的，加进 basis；没有看到的，写 unsettled_because；不再要求的，写 until",
                    "If its successor carries it on, add that as a basis; if that was not seen, say so in "
                    "unsettled_because; if it is over, write until in in_force"),
        why=_TODAY,
        bad=_LINES + _ITEM.format("rule-a"), good=_LINES + _ITEM.format("rule-a") + _OPEN, check=groundless,
    ),
    Rule(
        id="EDN015", severity=Severity.WARNING, scope="edition", since="0.1",
        title=Said("写着未定，依据却有效", "Called open although its basis is in force"),
        message=Said("写了 unsettled_because，而依据的 {name} 没有失效",
                     "It has unsettled_because, and {name}, on which it rests, is in force"),
        advice=Said("看到后继文件有这一点的，删去 unsettled_because；文件确已失效的，改 documents.yaml",
                    "Remove unsettled_because, or correct the state of the document in documents.yaml"),
        why=Said("只要有一份有效的依据，这项要求就照常判断，写的未定不起作用",
                 "With one basis in force the requirement is judged, whatever is written"),
        bad=_LINES + _ITEM.format("rule-b") + _OPEN, good=_LINES + _ITEM.format("rule-b"), check=needless,
    ),
    Rule(
        id="EDN016", severity=Severity.ERROR, scope="edition", since="0.1",
        title=Said("有后继文件，状态却是有效", "In force although it has a successor"),
        message=Said("{document} 写着有效，又写了后继文件 {successor}",
                     "{document} is called in force and has the successor {successor}"),
        advice=Said("已被替代的，status 写 replaced 并写 status_on；没有的，删去 successor",
                    "Write status: replaced and status_on if it was replaced, else remove successor"),
        why=_TODAY,
        bad=_DOCUMENTS.format("status: in_force, successor: rule-b", "status: in_force"), good=_LINES,
        check=in_force_and_followed,
    ),
    Rule(
        id="EDN017", severity=Severity.ERROR, scope="edition", since="0.1",
        title=Said("后继文件绕成一圈", "Successors in a circle"),
        message=Said("后继文件绕回了自己：{line}", "The successors come back to where they began: {line}"),
        advice=Said("核对哪一份在后，删去写反的一处", "Check which came later, and remove the wrong one"),
        why=Said("绕成一圈就找不到现行的文件", "In a circle nobody finds the document in force"),
        bad=_DOCUMENTS.format(_REPLACED, 'status: replaced, status_on: "2027-01-01", successor: rule-a'), good=_LINES,
        check=circle,
    ),
    Rule(
        id="EDN018", severity=Severity.WARNING, scope="edition", since="0.1",
        title=Said("被替代而没有写后继文件", "Replaced by nothing"),
        message=Said("{document} 写着被替代，没有写后继文件", "{document} is called replaced, and by what is not said"),
        advice=Said("写 successor；没有后继文件的，status 写 repealed 或 expired",
                    "Name the successor, or call it repealed or expired"),
        why=Said("查到旧文件的人要能找到新的", "Whoever finds the old document needs the new one"),
        bad=_DOCUMENTS.format('status: replaced, status_on: "2026-01-09"', "status: in_force"), good=_LINES,
        check=replaced_by_nothing,
    ),
)  # fmt: skip
