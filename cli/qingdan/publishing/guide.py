"""What the page of a guide shows, in the order in which a person needs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from qingdan.model import parts
from qingdan.model.base import SECTIONS, Section
from qingdan.model.declarations import elements, in_section
from qingdan.model.declarations import told as declared
from qingdan.model.fields import model_of
from qingdan.model.values import Citation
from qingdan.publishing.cells import Block, Cell, Layout, Teller
from qingdan.reports.export.rest import Shown, rest
from qingdan.values import kind_of
from qingdan.values.saying import say
from qingdan.words.grammar import bracketed, joined, reads_chinese

#: Channels of the registry that a personnel file takes, not a person.
_CARRIAGE = ("confidential-post", "by-messenger", "registered-express", "carried-by-person")
Rows = Iterator[tuple[Cell, ...]]


class Maker(Teller):
    """Makes the blocks of one guide."""

    def blocks(self) -> Iterator[Block]:
        """The sections that have something to say."""
        for section in SECTIONS[1:]:  # the heading is that of the page
            if section == "materials":
                yield from self._materials()
            elif rows := tuple(_OWN[section](self) if section in _OWN else self._rows(section)):
                yield self._block(section, self._told(section), _LAYOUTS.get(section, "pairs"), rows)

    def _rows(self, section: Section, but: str = "") -> Rows:
        """The elements of a section but one, each as its shape is laid out there, or in the words of its kind."""
        layout = _LAYOUTS.get(section, "pairs")
        for element in (each for each in in_section(section) if each != but):
            value: object = self._record.get(element)
            if make := _MAKERS.get((layout, model_of(element))):
                yield from make(self, value) if value else ()
            elif value not in (None, {}):
                title = () if layout == "lines" else (self._word(element),)
                yield from (self._line(*title, text) for text in self._each(value, element))

    def _each(self, value: object, element: str) -> list[str]:
        """What an element says: entry by entry where each holds by itself, else as a whole."""
        kind = kind_of(element)
        alone = kind.keyed or (kind.members is not None and kind.members.apart)
        listed = value if alone and isinstance(value, list) else None
        return [self._say(element)] if listed is None else [self._entry(each, element) for each in listed]

    def _materials(self) -> Iterator[Block]:
        """What to bring: one table, or one for each case."""
        tables: dict[str, list[tuple[Cell, ...]]] = {}
        for each in self._asked():
            tables.setdefault(each.get("case", ""), []).append(self._paper(each))
        if others := list(self._rows("materials", but="materials")):
            tables.setdefault("", []).extend(others)
        for number, (case, rows) in enumerate(tables.items()):
            title = self._told("materials") + (bracketed(case, self._lang) if case else "")
            block = self._block("materials", title, "table", tuple(rows))
            yield replace(block, id=f"materials-{number}") if number else block

    def _block(self, id: str, title: str, kind: Layout, rows: tuple[tuple[Cell, ...], ...]) -> Block:
        """A block; columns of a table in which nothing stands are left out."""
        heads = tuple(self._told(each) for each in _HEADS.get(id, ()))
        if kind == "table":
            rows = tuple((*row, *self._line("") * (len(heads) - len(row))) for row in rows)
            kept = [at for at in range(len(heads)) if any(str(row[at]) for row in rows)]
            heads, rows = tuple(heads[at] for at in kept), tuple(tuple(row[at] for at in kept) for row in rows)
        return Block(id, title, kind, rows, heads)

    def partly(self) -> list[str]:
        """The elements of which only a part is known; ``all`` stands for the whole guide."""
        words = elements()
        return [
            words[name].title if name in words and reads_chinese(self._lang) else name
            for name in self._record.get("known_in_part", [])
        ]

    def second_hand(self) -> Cell:
        """That no official text was seen, and whom to ask."""
        return self._cell(self._told("second_hand"))

    def _paper(self, material: parts.Material) -> tuple[Cell, ...]:
        """Paper, form and number, where from."""
        numbers = [("originals", material.get("original_copies")), ("copies", material.get("copies"))]
        count = joined([self._told(name, n=number) for name, number in numbers if number], self._lang)
        need = material.get("necessity", "required")
        notes = [self._told(need) if need != "required" else ""]
        notes += [material.get(key, "") for key in ("when", "accepted_if", "how_to_fill", "note")]  # type: ignore[misc]
        told = "；".join(note for note in notes if note)
        name = self._called(material) + (bracketed(told, self._lang) if told else "")
        where = [material.get("source", ""), material.get("blank", "")]
        return self._line(name, f"{material.get('form', '')} {count}".strip(), "；".join(filter(None, where)))

    def not_needed(self) -> Rows:
        """What the office fetches itself."""
        for material in self._record.get("materials", []):
            if material.get("by") == "agency":
                yield self._line(f"{material['name']}：{self._told('by_agency')}")

    def steps(self, steps: list[parts.Step]) -> Rows:
        """Step, who, how long."""
        for step in steps:
            limit = self._limit(step["limit"]) if "limit" in step else ""
            yield self._line(step["name"], step.get("who", ""), limit)

    def fee(self, fee: parts.Fee) -> Rows:
        """Whether it costs anything, and what; both where the words deny it."""
        told = {key: value for key, value in fee.items() if key != "lines"}
        yield self._line(say(told, self._lang, self._names, "fee", printed=True))
        for line in fee.get("lines", []):
            yield self._line(f"{line['name']}：{line['standard']}")

    def benefit(self) -> Rows:
        """Amounts, shares, months, as the text says it first."""
        printed = self._record.get("benefit_text", "").replace(" ", "")
        for number, row in enumerate(self._rows("benefit")):
            # 3000元 is not told once more as 3000 元
            if (printed and not number) or str(row[0]).replace(" ", "") not in printed:
                yield row

    def channels(self, channels: list[parts.Channel]) -> Rows:
        """Each way with its name, address, hours and telephone."""
        for channel in channels:
            if channel.get("kind") in _CARRIAGE:
                continue
            kind = self._names("channels", channel.get("kind", "")) or channel.get("kind", "")
            name = channel.get("name", "") if channel.get("name") != kind else ""
            where = self._link(name or channel["url"], channel["url"]) if "url" in channel else self._cell(name)
            more = [str(channel[key]) for key in ("address", "hours", "phone") if key in channel]
            yield (self._cell(kind), where, self._cell("；".join(more)))

    def carriage(self) -> Rows:
        """The ways by which a personnel file travels from one keeper to the next: no person applies by them."""
        for channel in self._record.get("channels", []):
            if channel.get("kind") in _CARRIAGE:
                yield self._line(channel.get("name") or self._names("channels", channel["kind"]))

    def region(self, region: parts.CrossRegion) -> Rows:
        """Where else it is handled."""
        told = (region.get("text", ""), region.get("mode", ""), joined(region.get("areas", []), self._lang))
        if any(told):
            yield self._line(self._word("cross_region"), "；".join(filter(None, told)))

    def centre(self, centre: parts.Centre) -> Rows:
        """What the hall offers."""
        for key in ("hall", "appointment_rules", "transport"):
            if key in centre:
                yield self._line(self._told(key), centre[key])
        for key in ("appointment", "terminal", "materials_by_post"):
            if key in centre:
                yield self._line(self._told(key), self._told(f"offered_{centre[key]}"))  # type: ignore[literal-required]

    def contact(self, contact: parts.Contact) -> Rows:
        """Telephone, address, window, hours."""
        pairs = {"call": "phone", "online": "online", "address": "address", "window": "window", "hours": "hours"}
        for title, key in pairs.items():
            if key in contact:
                yield self._line(self._told(title), contact[key])  # type: ignore[literal-required]

    def provider(self, provider: parts.Provider) -> Rows:
        """Who handles it, who takes it in, who decides."""
        for key in ("name", "authority", "accepts", "decides"):
            if key in provider:
                yield self._line(self._told(f"provider_{key}"), provider[key])

    def result(self, result: parts.Result) -> Rows:
        """What comes of it and how it reaches the person."""
        for key in ("name", "delivery", "notice"):
            if key in result:
                yield self._line(self._told(f"result_{key}"), result[key])
        if "delivery_limit" in result:
            yield self._line(self._told("result_limit"), self._limit(result["delivery_limit"]))

    def duties(self, guide: parts.Guide) -> Rows:
        """Rights and duties, and when one can apply."""
        for key in ("window", "rights", "duties", "steps_online", "steps_counter", "note"):
            if key in guide:
                yield self._line(self._told(f"guide_{key}"), guide[key])

    def complaint(self, complaint: parts.Complaint) -> Rows:
        """Where to complain."""
        for text in (complaint.get("phone", ""), *complaint.get("ways", [])):
            if text:
                yield self._line(self._told("complain"), text)

    def remedy(self, remedy: parts.Remedy) -> Rows:
        """Against whom to appeal."""
        for kind, office in remedy.items():
            texts = [office.get(key, "") for key in ("name", "address", "phone", "url")]  # type: ignore[attr-defined]
            yield self._line(self._told(kind), "，".join(str(text) for text in texts if text))

    def basis(self, citations: list[Citation]) -> Rows:
        """Each document with number, article and, where it is known, whether it is in force."""
        registry = self._edition.registries.documents.by_id
        for citation in citations:
            document = registry.get(citation.get("document", ""))
            title = citation.get("title", "") or (document["title"] if document else "")
            told = [
                f"《{title.strip('《》')}》" if title else "",
                citation.get("number", ""),
                citation.get("article", ""),
                citation.get("date", ""),
            ]
            status = bracketed(self._told(f"status_{document['status']}"), self._lang) if document else ""
            yield self._line(" ".join(filter(None, told)) + status)

    def rest(self) -> Rows:
        """What the list states and the sections above have no place for: for staff; a printed sheet does without."""
        for _, title, told in rest(self._record, shown(), self._names, self._lang):
            yield self._line(title, told)

    def faq(self, questions: list[parts.Question]) -> Rows:
        """Questions with their answers."""
        for entry in questions:
            yield self._line(entry["question"], entry["answer"])


#: Section → layout, where it is not made of pairs.
_LAYOUTS: dict[Section, Layout] = {
    "conditions": "lines",
    "materials": "table",
    "not_needed": "lines",
    "benefit": "lines",
    "steps": "table",
    "visits": "lines",
    "fee": "lines",
    "channels": "table",
    "carriage": "lines",
    "legal_basis": "lines",
    "faq": "questions",
}
#: Sections that are more than the elements declared in them, one after the other.
_OWN: dict[Section, Callable[[Maker], Rows]] = {
    "not_needed": Maker.not_needed,
    "benefit": Maker.benefit,
    "carriage": Maker.carriage,
    "rest": Maker.rest,
}
#: Layout and model → how a value is laid out that has parts of its own.
_MAKERS: dict[tuple[Layout, object], Callable[[Maker, Any], Rows]] = {
    ("table", parts.Step): Maker.steps,
    ("table", parts.Channel): Maker.channels,
    ("lines", parts.Fee): Maker.fee,
    ("lines", Citation): Maker.basis,
    ("pairs", parts.CrossRegion): Maker.region,
    ("pairs", parts.Centre): Maker.centre,
    ("pairs", parts.Contact): Maker.contact,
    ("pairs", parts.Provider): Maker.provider,
    ("pairs", parts.Result): Maker.result,
    ("pairs", parts.Guide): Maker.duties,
    ("pairs", parts.Complaint): Maker.complaint,
    ("pairs", parts.Remedy): Maker.remedy,
    ("questions", parts.Question): Maker.faq,
}
#: Model → the parts that the page has a place for; of others it has one for all.
_PARTS: dict[object, frozenset[str]] = {
    parts.Material: frozenset(
        "name necessity when case by form original_copies copies source blank how_to_fill accepted_if note".split()
    ),
    parts.Result: frozenset(("name", "delivery", "notice", "delivery_limit")),
    parts.Channel: frozenset(("kind", "name", "url", "address", "hours", "phone")),
    parts.CrossRegion: frozenset(("text", "mode", "areas")),
    parts.Centre: frozenset(("hall", "appointment_rules", "transport", "appointment", "terminal", "materials_by_post")),
    parts.Step: frozenset(("name", "who", "limit")),
    parts.Fee: frozenset(("charged", "text")),
    parts.Guide: frozenset(("window", "rights", "duties", "steps_online", "steps_counter", "note")),
    parts.Provider: frozenset(("name", "authority", "accepts", "decides")),
}
_HEADS = {
    "materials": ("material", "how", "where_from"),
    "steps": ("step", "who", "limit"),
    "channels": ("channel", "name", "contact"),
}


@cache
def shown() -> Shown:
    """What the sections of the page show of each element; all else stands at the end."""
    return {name: _PARTS.get(model_of(name)) for name, each in declared().items() if each.section != "rest"}
