"""What the page of a guide shows, in the order in which a person needs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from qingdan.answers.verdicts import bases_of
from qingdan.findings import LegalBasis
from qingdan.loading.edition import Edition
from qingdan.model.item import Record
from qingdan.publishing.site import Guide
from qingdan.publishing.text import Run, phones, web_link
from qingdan.publishing.words import told
from qingdan.reporting.messages import basis_line
from qingdan.reporting.saying import say
from qingdan.reporting.words import Lang, word


@dataclass(frozen=True)
class Cell:
    """One cell or line: runs of text, some of them links."""

    runs: tuple[Run, ...]

    def __str__(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Block:
    """One section of a page.

    Attributes:
        id: Its anchor.
        title: Its heading.
        kind: How it is laid out.
        rows: Lines, pairs of a word and a text, table rows, or questions with answers.
        heads: Of a table.
    """

    id: str
    title: str
    kind: Literal["lines", "numbered", "pairs", "table", "questions"]
    rows: tuple[tuple[Cell, ...], ...]
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class Guarantee:
    """One requirement of the nation, and how this place stands to it."""

    explains: str
    basis: str
    standing: Literal["", "kept", "better", "worse"]


class Maker:
    """Makes the blocks of one guide."""

    def __init__(self, guide: Guide, edition: Edition, names: Mapping[str, str], lang: Lang) -> None:
        self._guide, self._edition, self._names, self._lang = guide, edition, names, lang
        self._record: Record = guide.subject.record
        self._live = not guide.specimen

    def blocks(self) -> Iterator[Block]:
        """The sections that have something to say."""
        for id, kind, make in _BLOCKS:
            rows = tuple(make(self))
            if rows:
                heads = tuple(self._told(each) for each in _HEADS.get(id, ()))
                yield Block(id, self._told(id), kind, rows, heads)

    def glance(self) -> Iterator[tuple[str, str]]:
        """The few answers that everybody looks for."""
        for element in ("promised_limit", "fee", "visits"):
            if element in self._record:
                yield self._told(element), self._say(element)
        if "materials" in self._record:
            asked = [each for each in self._record["materials"] if each.get("by") != "agency"]
            yield self._told("materials"), self._list(asked) if asked else self._told("no_materials")

    def guarantees(self) -> Iterator[Guarantee]:
        """What the nation requires of it; how the place stands is said only where it is decided."""
        for judgement in self._guide.judgements:
            requirement = judgement.requirement
            decided = [change for change in judgement.changes if change.allowed in ("yes", "no")]
            standing: Literal["", "kept", "better", "worse"] = ""
            if any(change.allowed == "no" for change in decided):
                standing = "worse"
            elif decided and len(decided) == len(judgement.changes):
                standing = "better" if any(change.effect == "better" for change in decided) else "kept"
            bases: tuple[LegalBasis, ...] = bases_of(requirement, self._edition)
            basis = basis_line(bases[0], self._lang) if bases else ""
            yield Guarantee(requirement["explains"], basis, standing)

    def _told(self, name: str, **values: object) -> str:
        return told(name, self._lang, **values)

    def _say(self, element: str) -> str:
        return say(self._record.get(element), self._lang, self._names, element)

    def _list(self, entries: list[Any]) -> str:
        return say(entries, self._lang, self._names)

    def _cell(self, text: object) -> Cell:
        return Cell(tuple(phones(str(text), self._live)))

    def _link(self, text: str, url: str) -> Cell:
        href = web_link(url) if self._live else ""
        return Cell((Run(text, href),) if href or not url else (Run(f"{text} {url}" if text != url else url),))

    def _line(self, *texts: object) -> tuple[Cell, ...]:
        return tuple(text if isinstance(text, Cell) else self._cell(text) for text in texts)

    def _each(self, element: str) -> Iterator[tuple[Cell, ...]]:
        for entry in self._record.get(element, []):  # type: ignore[attr-defined]
            yield self._line(say(entry, self._lang, self._names, element))

    def audience(self) -> Iterator[tuple[Cell, ...]]:
        """Who may apply, and where."""
        for element in ("audience", "places"):
            if element in self._record:
                yield self._line(self._say(element))

    def conditions(self) -> Iterator[tuple[Cell, ...]]:
        """One line a condition."""
        yield from self._each("conditions")

    def materials(self) -> Iterator[tuple[Cell, ...]]:
        """Paper, form and number, where from."""
        for material in self._record.get("materials", []):
            if material.get("by") == "agency":
                continue
            how = [material.get("form", "")]
            number = material.get("copies") or material.get("original_copies")
            how += [self._told("copies", n=number)] if number else []
            need = material.get("necessity", "required")
            notes = [material.get("case", ""), self._told(need) if need != "required" else "", material.get("when", "")]
            name = self._list([material]) if "any_of" in material else material["name"]
            told = "；".join(note for note in notes if note)
            yield self._line(
                f"{name}（{told}）" if told else name, " ".join(filter(None, how)), material.get("source", "")
            )

    def not_needed(self) -> Iterator[tuple[Cell, ...]]:
        """What the office fetches itself."""
        for material in self._record.get("materials", []):
            if material.get("by") == "agency":
                yield self._line(f"{material['name']}：{self._told('by_agency')}")

    def steps(self) -> Iterator[tuple[Cell, ...]]:
        """Step, who, how long."""
        for step in self._record.get("steps", []):
            limit = say([step["limit"]], self._lang) if "limit" in step else ""
            yield self._line(step["name"], step.get("who", ""), limit)

    def times(self) -> Iterator[tuple[Cell, ...]]:
        """The limits, each with its kind; the channel or case it is for stands before it."""
        for element in ("promised_limit", "statutory_limit", "applicant_deadline"):
            for limit in self._record.get(element, []):  # type: ignore[attr-defined]
                parts = [limit.get("channel", ""), limit.get("case", ""), limit.get("step", "")]
                inner = "、".join(self._names.get(part, part) for part in parts if part)
                text = say([limit], self._lang, self._names, element)
                yield self._line(self._told(element), f"{inner}：{text}" if inner else text)

    def fee(self) -> Iterator[tuple[Cell, ...]]:
        """Whether it costs anything, and what."""
        fee = self._record.get("fee")
        if fee is not None:
            yield self._line(self._told("charged" if fee["charged"] == "yes" else "free"))
            for line in fee.get("lines", []):
                yield self._line(f"{line['name']}：{line['standard']}")

    def benefit(self) -> Iterator[tuple[Cell, ...]]:
        """Amounts, shares, months, as the text says it first."""
        if "benefit_text" in self._record:
            yield self._line(self._record["benefit_text"])
        for element in ("amount", "ratio", "months", "frequency", "service_standard"):
            if element in self._record:
                yield self._line(self._say(element))

    def channels(self) -> Iterator[tuple[Cell, ...]]:
        """Each way with its name, address, hours and telephone."""
        for channel in self._record.get("channels", []):
            kind = self._names.get(channel.get("kind", ""), channel.get("kind", ""))
            name = channel.get("name", "")
            where = self._link(name or channel["url"], channel["url"]) if "url" in channel else self._cell(name)
            more = [str(channel[key]) for key in ("address", "hours", "phone") if key in channel]
            yield (self._cell(kind), where, self._cell("；".join(more)))

    def contact(self) -> Iterator[tuple[Cell, ...]]:
        """Telephone, address, window, hours."""
        contact = self._record.get("contact", {})
        pairs = {"call": "phone", "online": "online", "address": "address", "window": "window", "hours": "hours"}
        for title, key in pairs.items():
            if key in contact:
                yield self._line(self._told(title), contact[key])  # type: ignore[literal-required]

    def result(self) -> Iterator[tuple[Cell, ...]]:
        """What comes of it and how it reaches the person."""
        result = self._record.get("result", {})
        for key in ("name", "delivery", "notice"):
            if key in result:
                yield self._line(result[key])

    def complaint(self) -> Iterator[tuple[Cell, ...]]:
        """Where to complain, and against whom to appeal."""
        complaint = self._record.get("complaint", {})
        for text in (complaint.get("phone", ""), *complaint.get("ways", [])):
            if text:
                yield self._line(text)
        for office in self._record.get("remedy", {}).values():
            texts = [office.get(key, "") for key in ("name", "address", "phone")]  # type: ignore[attr-defined]
            yield self._line("，".join(str(text) for text in texts if text))

    def legal_basis(self) -> Iterator[tuple[Cell, ...]]:
        """Each document with number, article and, where it is known, whether it is in force."""
        registry = self._edition.registries.documents.by_id
        for citation in self._record.get("legal_basis", []):
            document = registry.get(citation.get("document", ""))
            title = citation.get("title", "") or (document["title"] if document else "")
            parts = [
                f"《{title.strip('《》')}》" if title else "",
                citation.get("number", ""),
                citation.get("article", ""),
            ]
            status = word(document["status"], self._lang) if document and "status" in document else ""
            yield self._line(" ".join(filter(None, parts)) + (f"（{status}）" if status else ""))

    def faq(self) -> Iterator[tuple[Cell, ...]]:
        """Questions with their answers."""
        for entry in self._record.get("faq", []):
            yield self._line(entry["question"], entry["answer"])


Make = Callable[[Maker], Iterator[tuple[Cell, ...]]]
#: Section → layout → rows, in the order of the page.
_BLOCKS: tuple[tuple[str, Literal["lines", "numbered", "pairs", "table", "questions"], Make], ...] = (
    ("audience", "lines", Maker.audience),
    ("conditions", "lines", Maker.conditions),
    ("materials", "table", Maker.materials),
    ("not_needed", "lines", Maker.not_needed),
    ("channels", "table", Maker.channels),
    ("steps", "table", Maker.steps),
    ("promised_limit", "pairs", Maker.times),
    ("fee", "lines", Maker.fee),
    ("benefit", "lines", Maker.benefit),
    ("result", "lines", Maker.result),
    ("contact", "pairs", Maker.contact),
    ("complaint", "lines", Maker.complaint),
    ("legal_basis", "lines", Maker.legal_basis),
    ("faq", "questions", Maker.faq),
)
_HEADS = {
    "materials": ("material", "how", "where_from"),
    "steps": ("step", "who", "limit"),
    "channels": ("online", "place", "contact"),
}
