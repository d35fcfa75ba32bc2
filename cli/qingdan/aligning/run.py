"""A list aligned with the national items: what each name is, what is asked, and the file that people answer in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from qingdan.aligning.asking import asked_of
from qingdan.aligning.deciding import decide
from qingdan.aligning.decision import Candidate, Decision, Reason
from qingdan.aligning.texts import UnlinkedText, unlinked
from qingdan.loading.answers import Answers
from qingdan.loading.catalogue import Catalogue
from qingdan.loading.edition import Edition
from qingdan.model.item import Implements
from qingdan.model.naming_items import bare
from qingdan.model.own import AlignedNameValue, MayBeValue
from qingdan.words.said import Phrases
from qingdan.writing.yaml_text import dumped

Record = Mapping[str, Any]
NAME = "alignment.yaml"
_BECAUSE = Phrases("align.because")


@dataclass(frozen=True, slots=True)
class AlignedName:
    """An item of a list.

    Attributes:
        id: Its id in the list.
        name: Its name.
        decision: What it is.
    """

    id: str
    name: str
    decision: Decision


@dataclass(frozen=True)
class AlignedList:
    """A list, or a table, whose names were held against the national items.

    Attributes:
        label: How it was asked for.
        edition: The national standard that it was held against.
        names: Its items, in order.
        texts: Papers, conditions, places and audiences that no registry knows.
        answers: What people have said before.
    """

    label: str
    names: tuple[AlignedName, ...]
    edition: Edition
    texts: tuple[UnlinkedText, ...] = ()
    answers: Answers = field(default_factory=Answers)

    def of(self, outcome: str) -> list[AlignedName]:
        """The items of which this was decided: ``accepted``, ``none`` or ``open``."""
        return [each for each in self.names if each.decision.outcome == outcome]


@dataclass(frozen=True)
class Alignment:
    """Lists whose names were held against the national items.

    Attributes:
        lists: Each of them.
    """

    lists: tuple[AlignedList, ...]


def align_list(catalogue: Catalogue, edition: Edition, label: str) -> AlignedList:
    """What each item of a list is; what the list says itself, or its ``alignment.yaml``, is obeyed."""
    answers = Answers(catalogue.files.records("alignment"))
    names = (aligned_name(item.record, edition, answers) for item in catalogue.items)
    return AlignedList(label, tuple(names), edition, tuple(unlinked(catalogue, edition)), answers)


def aligned_name(record: Record, edition: Edition, answers: Answers) -> AlignedName:
    """What an item is.

    Args:
        record: The item, with a name.
        edition: The national standard.
        answers: What people have said.
    """
    links = record.get("implements", answers.links(record))
    decision = decide(asked_of(record), edition.names) if links is None else _said(links, edition)
    return AlignedName(str(record["id"]), str(record["name"]), decision)


def _said(links: Sequence[Implements], edition: Edition) -> Decision:
    """What a person has said."""
    found = tuple(
        Candidate(each["item"], each.get("relation", "exact"), 1.0, _called(each["item"], edition)) for each in links
    )
    return Decision("accepted" if found else "none", Reason("said"), found, len(found))


def links_of(decision: Decision) -> list[Implements]:
    """The links of an item of which a decision was made, as its record has them."""
    return [{"item": each.item, "relation": each.relation} for each in decision.accepted]


def answer_rows(
    names: Iterable[AlignedName],
    edition: Edition,
    answers: Answers,
    *,
    accepted: bool = True,
    said: Mapping[str, Sequence[Implements]] | None = None,
) -> list[AlignedNameValue]:
    """The rows of an ``alignment.yaml``: those that are there stay, with what people say now, and what is new follows.

    Args:
        names: The items.
        edition: The national standard.
        answers: What people have said, or left open, before.
        accepted: What was decided by its name is written, too, and marked so.
        said: Name → what a person says that it is; ``[]``: none of the national items.
    """
    now = {bare(name): links for name, links in (said or {}).items()}
    rows = [_answered(row, now) for row in answers.rows]
    known = {bare(row["name"]) for row in rows}
    by_name: dict[str, dict[Decision, AlignedName]] = defaultdict(dict)
    for each in names:
        new = each.decision.reason.why != "said" and bare(each.name) not in known
        if new and (accepted or each.decision.outcome == "open" or bare(each.name) in now):
            by_name[each.name].setdefault(each.decision, each)
    for several in by_name.values():
        alone = len(several) == 1
        rows += [_answered(_row(each, edition, alone=alone), now) for each in several.values()]
    return rows


def alignment_file(rows: Sequence[AlignedNameValue]) -> str:
    """An ``alignment.yaml`` that is new."""
    return dumped({"schema": "alignment/1", "names": list(rows)}, "没有 implements 的还没有定：写上事项，都不是的写 []")


def _answered(row: AlignedNameValue, now: Mapping[str, Sequence[Implements]]) -> AlignedNameValue:
    links = now.get(bare(row["name"]))
    if links is None:
        return row
    answered: AlignedNameValue = {"name": row["name"], "implements": list(links)}
    for key in ("id", "note"):
        if key in row:
            answered[key] = row[key]
    return answered


def _row(each: AlignedName, edition: Edition, *, alone: bool) -> AlignedNameValue:
    """A row for all items of the name, or for one, where what stands beside them tells those of one name apart."""
    decision = each.decision
    row: AlignedNameValue = {"name": each.name} if alone else {"name": each.name, "id": each.id}
    if decision.outcome == "open":
        row["may_be"] = [_may_be(candidate, edition) for candidate in decision.candidates]
        row["because"] = _BECAUSE(decision.reason.why, "zh", word=decision.reason.word)
        return row
    row["implements"], row["by"] = links_of(decision), "likeness"
    return row


def _may_be(candidate: Candidate, edition: Edition) -> MayBeValue:
    called = _called(candidate.item, edition)
    likeness = round(candidate.score * 100)
    return {"item": candidate.item, "relation": candidate.relation, "likeness": likeness, "called": called}


def _called(id: str, edition: Edition) -> str:
    item = edition.items.get(id)
    return str(item.get("name", id)) if item else id
