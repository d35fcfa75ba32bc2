"""What the page of a guide shows, in the order in which a person needs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from qingdan.model.declarations import elements
from qingdan.model.parts import Material
from qingdan.publishing.cells import Block, Cell, Layout, Teller
from qingdan.reports.export.rest import Shown, rest
from qingdan.values.saying import say
from qingdan.words.grammar import bracketed, joined, reads_chinese

#: Channels of the registry that a personnel file takes, not a person.
_CARRIAGE = ("confidential-post", "by-messenger", "registered-express", "carried-by-person")


class Maker(Teller):
    """Makes the blocks of one guide."""

    def blocks(self) -> Iterator[Block]:
        """The sections that have something to say."""
        for id, kind, make in _BLOCKS:
            rows = tuple(make(self))
            if rows:
                yield self._block(id, self._told(id), kind, rows)
            if id == "conditions":
                yield from self._materials()

    def _materials(self) -> Iterator[Block]:
        """What to bring: one table, or one for each case."""
        cases = dict.fromkeys(each.get("case", "") for each in self._asked())
        for number, case in enumerate(cases):
            title = self._told("materials") + (bracketed(case, self._lang) if case else "")
            rows = tuple(self._paper(each) for each in self._asked() if each.get("case", "") == case)
            block = self._block("materials", title, "table", rows)
            yield replace(block, id=f"materials-{number}") if number else block

    def _block(self, id: str, title: str, kind: Layout, rows: tuple[tuple[Cell, ...], ...]) -> Block:
        """A block; columns of a table in which nothing stands are left out."""
        heads = tuple(self._told(each) for each in _HEADS.get(id, ()))
        if kind == "table":
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

    def _each(self, element: str) -> Iterator[tuple[Cell, ...]]:
        for entry in self._record.get(element, []):  # type: ignore[attr-defined]
            yield self._line(self._entry(entry, element))

    def audience(self) -> Iterator[tuple[Cell, ...]]:
        """Who may apply, and where."""
        for element in ("audience", "places", "accepted_at"):
            if element in self._record:
                yield self._line(self._told(f"who_{element}"), self._say(element))

    def conditions(self) -> Iterator[tuple[Cell, ...]]:
        """One line a condition."""
        yield from self._each("conditions")

    def _paper(self, material: Material) -> tuple[Cell, ...]:
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

    def not_needed(self) -> Iterator[tuple[Cell, ...]]:
        """What the office fetches itself."""
        for material in self._record.get("materials", []):
            if material.get("by") == "agency":
                yield self._line(f"{material['name']}：{self._told('by_agency')}")

    def steps(self) -> Iterator[tuple[Cell, ...]]:
        """Step, who, how long."""
        for step in self._record.get("steps", []):
            limit = self._entry(step["limit"], "promised_limit") if "limit" in step else ""
            yield self._line(step["name"], step.get("who", ""), limit)

    def times(self) -> Iterator[tuple[Cell, ...]]:
        """The limits, each with its kind; the channel or case it is for stands before it."""
        for element in ("promised_limit", "statutory_limit", "applicant_deadline", "first_contact", "contact_interval"):
            for limit in self._record.get(element, []):  # type: ignore[attr-defined]
                yield self._line(self._told(element), self._entry(limit, element))

    def visits(self) -> Iterator[tuple[Cell, ...]]:
        """How often a person must come, and why."""
        for count in self._record.get("visits", []):
            yield self._line(self._entry(count, "visits"))

    def fee(self) -> Iterator[tuple[Cell, ...]]:
        """Whether it costs anything, and what; both where the words deny it."""
        fee = self._record.get("fee")
        if fee is not None:
            told = {key: value for key, value in fee.items() if key != "lines"}
            yield self._line(say(told, self._lang, self._names, "fee", printed=True))
            for line in fee.get("lines", []):
                yield self._line(f"{line['name']}：{line['standard']}")

    def benefit(self) -> Iterator[tuple[Cell, ...]]:
        """Amounts, shares, months, as the text says it first."""
        printed = self._record.get("benefit_text", "")
        if printed:
            yield self._line(printed)
        for element in ("amount", "ratio", "months", "frequency"):
            for entry in self._record.get(element, []):  # type: ignore[attr-defined]
                told = self._entry(entry, element)
                if told.replace(" ", "") not in printed.replace(" ", ""):  # 3000元 is not told once more as 3000 元
                    yield self._line(told)
        if "service_standard" in self._record:
            yield self._line(self._say("service_standard"))

    def channels(self) -> Iterator[tuple[Cell, ...]]:
        """Each way with its name, address, hours and telephone."""
        for channel in self._record.get("channels", []):
            if channel.get("kind") in _CARRIAGE:
                continue
            kind = self._names.get(channel.get("kind", ""), channel.get("kind", ""))
            name = channel.get("name", "") if channel.get("name") != kind else ""
            where = self._link(name or channel["url"], channel["url"]) if "url" in channel else self._cell(name)
            more = [str(channel[key]) for key in ("address", "hours", "phone") if key in channel]
            yield (self._cell(kind), where, self._cell("；".join(more)))

    def carriage(self) -> Iterator[tuple[Cell, ...]]:
        """The ways by which a personnel file travels from one keeper to the next: no person applies by them."""
        for channel in self._record.get("channels", []):
            if channel.get("kind") in _CARRIAGE:
                yield self._line(channel.get("name") or self._names.get(channel["kind"], ""))

    def more_ways(self) -> Iterator[tuple[Cell, ...]]:
        """What the hall offers, how far it goes online, where else it is handled."""
        if self._record.get("online"):
            yield self._line(self._told("online"), self._say("online"))
        region = self._record.get("cross_region", {})
        parts = (region.get("text", ""), region.get("mode", ""), joined(region.get("areas", []), self._lang))
        if any(parts):
            yield self._line(self._told("cross_region"), "；".join(filter(None, parts)))
        centre = self._record.get("centre", {})
        for key in ("hall", "appointment_rules", "transport"):
            if key in centre:
                yield self._line(self._told(key), centre[key])
        for key in ("appointment", "terminal", "materials_by_post"):
            if key in centre:
                yield self._line(self._told(key), self._told(f"offered_{centre[key]}"))  # type: ignore[literal-required]

    def contact(self) -> Iterator[tuple[Cell, ...]]:
        """Telephone, address, window, hours."""
        contact = self._record.get("contact", {})
        pairs = {"call": "phone", "online": "online", "address": "address", "window": "window", "hours": "hours"}
        for title, key in pairs.items():
            if key in contact:
                yield self._line(self._told(title), contact[key])  # type: ignore[literal-required]

    def provider(self) -> Iterator[tuple[Cell, ...]]:
        """Who handles it, who takes it in, who decides."""
        provider = self._record.get("provider", {})
        for key in ("name", "authority", "accepts", "decides"):
            if key in provider:
                yield self._line(self._told(f"provider_{key}"), provider[key])

    def result(self) -> Iterator[tuple[Cell, ...]]:
        """What comes of it and how it reaches the person."""
        result = self._record.get("result", {})
        for key in ("name", "delivery", "notice"):
            if key in result:
                yield self._line(self._told(f"result_{key}"), result[key])
        if "delivery_limit" in result:
            yield self._line(self._told("result_limit"), self._entry(result["delivery_limit"], "promised_limit"))
        if "exit_rule" in self._record:
            yield self._line(self._told("exit_rule"), self._record["exit_rule"])

    def duties(self) -> Iterator[tuple[Cell, ...]]:
        """Rights and duties, and when one can apply."""
        guide = self._record.get("guide", {})
        for key in ("window", "rights", "duties", "steps_online", "steps_counter", "note"):
            if key in guide:
                yield self._line(self._told(f"guide_{key}"), guide[key])

    def complaint(self) -> Iterator[tuple[Cell, ...]]:
        """Where to complain, and against whom to appeal."""
        complaint = self._record.get("complaint", {})
        for text in (complaint.get("phone", ""), *complaint.get("ways", [])):
            if text:
                yield self._line(self._told("complain"), text)
        for kind, office in self._record.get("remedy", {}).items():
            texts = [office.get(key, "") for key in ("name", "address", "phone", "url")]  # type: ignore[attr-defined]
            yield self._line(self._told(kind), "，".join(str(text) for text in texts if text))

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
                citation.get("date", ""),
            ]
            status = bracketed(self._told(f"status_{document['status']}"), self._lang) if document else ""
            yield self._line(" ".join(filter(None, parts)) + status)

    def rest(self) -> Iterator[tuple[Cell, ...]]:
        """What the list states and the sections above have no place for: for staff; a printed sheet does without."""
        for _, title, told in rest(self._record, SHOWN, self._names, self._lang):
            yield self._line(title, told)

    def faq(self) -> Iterator[tuple[Cell, ...]]:
        """Questions with their answers."""
        for entry in self._record.get("faq", []):
            yield self._line(entry["question"], entry["answer"])


#: What the sections of the page show of each element; all else stands at the end.
SHOWN: Shown = {
    **dict.fromkeys(
        (
            "name", "everyday_name", "audience", "places", "accepted_at", "conditions", "applicant_deadline",
            "promised_limit", "statutory_limit", "first_contact", "contact_interval", "visits", "amount", "ratio",
            "months", "frequency", "service_standard", "benefit_text", "exit_rule", "contact", "complaint", "online",
            "legal_basis", "faq", "remedy",
        )
    ),
    "materials": frozenset((
        "name", "necessity", "when", "case", "by", "form", "original_copies", "copies", "source", "blank",
        "how_to_fill", "accepted_if", "note",
    )),
    "result": frozenset(("name", "delivery", "notice", "delivery_limit")),
    "channels": frozenset(("kind", "name", "url", "address", "hours", "phone")),
    "cross_region": frozenset(("text", "mode", "areas")),
    "centre": frozenset(("hall", "appointment_rules", "transport", "appointment", "terminal", "materials_by_post")),
    "steps": frozenset(("name", "who", "limit")),
    "fee": frozenset(("charged", "text")),
    "guide": frozenset(("window", "rights", "duties", "steps_online", "steps_counter", "note")),
    "provider": frozenset(("name", "authority", "accepts", "decides")),
}  # fmt: skip


Make = Callable[[Maker], Iterator[tuple[Cell, ...]]]
#: Section → layout → rows, in the order of the page.
_BLOCKS: tuple[tuple[str, Layout, Make], ...] = (
    ("audience", "pairs", Maker.audience),
    ("conditions", "lines", Maker.conditions),
    ("not_needed", "lines", Maker.not_needed),
    ("benefit", "lines", Maker.benefit),
    ("steps", "table", Maker.steps),
    ("times", "pairs", Maker.times),
    ("visits", "lines", Maker.visits),
    ("fee", "lines", Maker.fee),
    ("channels", "table", Maker.channels),
    ("carriage", "lines", Maker.carriage),
    ("contact", "pairs", Maker.contact),
    ("more_ways", "pairs", Maker.more_ways),
    ("result", "pairs", Maker.result),
    ("provider", "pairs", Maker.provider),
    ("duties", "pairs", Maker.duties),
    ("complaint", "pairs", Maker.complaint),
    ("legal_basis", "lines", Maker.legal_basis),
    ("rest", "pairs", Maker.rest),
    ("faq", "questions", Maker.faq),
)
_HEADS = {
    "materials": ("material", "how", "where_from"),
    "steps": ("step", "who", "limit"),
    "channels": ("channel", "name", "contact"),
}
