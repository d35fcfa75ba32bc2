"""The few answers that everybody looks for, above everything else on a guide's page."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.publishing.cells import Cell, Teller, always_asked
from qingdan.words.grammar import joined

#: So many papers are named.
NAMED = 6
#: Channels that need no way.
_ONLINE = ("online", "website", "mobile", "app", "wechat")


class Glance(Teller):
    """Makes the short answers of one guide."""

    def answers(self) -> Iterator[tuple[str, Cell]]:
        """Question and answer."""
        if self._record.get("applies") == "without_application":
            yield self._told("apply"), self._cell(self._told("without_application"))
        where = self._where()
        contact = self._record.get("contact", {})
        if where:
            yield self._told("where_to_go"), self._cell(where)
        elif "phone" not in contact and self._record.get("applies") != "without_application":
            yield self._told("where_to_go"), self._cell(self._told("where_unknown"))
        for element, title in (("promised_limit", self._word("promised_limit")), ("visits", self._told("visits"))):
            entries = self._record.get(element)
            told = dict.fromkeys(self._entry(each, element) for each in entries) if isinstance(entries, list) else ()
            if told:
                yield title, self._cell("；".join(told))
        if "fee" in self._record:
            yield self._told("fee"), self._cell(self._say("fee"))
        papers = self._papers()
        if papers:
            yield self._told("materials"), self._cell(papers)
        if any(map(str.isdigit, contact.get("phone", ""))):  # 无, 详询当地: nobody can call that
            yield self._told("call"), self._cell(contact["phone"])

    def _where(self) -> str:
        """The counter as far as the guide names it, else the offices that accept; and what can be done from home."""
        contact = self._record.get("contact", {})
        counters = [each for each in self._record.get("channels", []) if each.get("kind") == "counter"]
        spots = [each.get("address") or each.get("name", "") for each in counters]
        address = "，".join(filter(None, (contact.get("address", ""), contact.get("window", ""))))
        place = address or "；".join(dict.fromkeys(filter(None, spots))) or self._say_stated("accepted_at")
        online = [each for each in self._record.get("channels", []) if each.get("kind") in _ONLINE]
        named = dict.fromkeys(each.get("name") or self._names("channels", each["kind"]) for each in online)
        return "；".join(filter(None, (place, joined(list(filter(None, named)), self._lang))))

    def _say_stated(self, element: str) -> str:
        return self._say(element) if self._record.get(element) else ""

    def _papers(self) -> str:
        """What everybody brings, by name; of the rest only how many there are, so that nobody brings them all."""
        asked = self._asked()
        if not asked:
            known = "materials" in self._record and self._guide.subject.known_in_whole("materials")
            without = self._record.get("applies") == "without_application"
            return self._told("no_materials") if known else "" if without else self._told("materials_unknown")
        always = [self._called(each) for each in asked if always_asked(each)]
        told = joined(always[:NAMED], self._lang)
        if len(always) > NAMED:
            told = self._told("papers_in_all", names=told, n=len(always))
        rest = len(asked) - len(always)
        more = self._told("papers_by_case" if always else "papers_only_by_case", n=rest) if rest else ""
        return self._told("semicolon").join(filter(None, (told, more)))
