"""Rules on whom the list serves, beyond what the requirements of single items say."""

from __future__ import annotations

from collections.abc import Iterator

from qingdan.loading.catalogue import Catalogue, Effective
from qingdan.rules import written
from qingdan.rules.record import Hit, Rule, RuleContext, Said, Severity, at, on_head

_NOTICE = "《关于进一步健全就业公共服务体系的意见》（人社部发〔2025〕21号）"


def hukou_only(subject: Effective, context: RuleContext) -> Iterator[Hit]:
    """A list in use that accepts an item at the place of household registration only.

    It does not apply where a requirement speaks of the places, so that conformance says it.
    """
    places = subject.record.get("places", [])
    vocabulary = context.edition.registries.vocabulary("places")
    ids = {vocabulary.resolve(row.get("id"), row.get("text")) for row in places}
    links = subject.record.get("implements", [])
    rows = [row for link in links for row in context.edition.requirements.get(link["item"], ())]
    regulated = any(row["element"] == "places" and row["relation"] != "free" for row in rows)
    if ids == {"hukou-place"} and subject.known_in_whole("places") and not context.printed and not regulated:
        yield at(subject, "places", key=True, args={})


def no_employers(catalogue: Catalogue, context: RuleContext) -> Iterator[Hit]:
    """No item serves employers, in a list whose every item says whom it serves."""
    vocabulary = context.edition.registries.vocabulary("audience")
    items = [item.record for item in catalogue.items if item.record.get("state") != "cancelled"]
    if not items or not written.in_whole(catalogue) or any("audience" not in item for item in items):
        return
    ids = [vocabulary.resolve(row.get("id"), row.get("text")) for item in items for row in item["audience"]]
    if not all(ids):
        return
    atoms = {
        atom for id in ids for wide in (id, *vocabulary.broader.get(id, ())) for atom in vocabulary.stands_for(wide)
    }
    if atoms == {"natural-person"}:
        yield on_head(catalogue, path="items", args={})


_ITEM = "schema: items/1\nitems:\n  - id: SL-01\n    name: 职业培训补贴申领\n"
_LIST = "--- file: items/a.yaml\n" + _ITEM

RULES = (
    Rule(
        id="AUD001", severity=Severity.INFO, scope="item", since="0.1", reads=("places",), enforces=_NOTICE,
        title=Said("只收户籍地", "Accepted at the place of registration only"),
        message=Said("可办地只写了户籍地", "The only place stated is that of household registration"),
        advice=Said("常住地、就业地、用工地也能办的，补上；只能户籍地办的，写明依据",
                    "Add usual residence and workplace if they are accepted; else cite the basis"),
        why=Said("公共就业服务应当让常住的人、在本地用工的单位都能办",
                 "Residents and local employers should be served too"),
        bad=_ITEM + "    places: [{id: hukou-place}]\n",
        good=_ITEM + "    places: [{id: hukou-place}, {id: usual-residence}]\n", check=hukou_only,
    ),
    Rule(
        id="AUD002", severity=Severity.WARNING, scope="catalogue", since="0.1", needs_whole=True, enforces=_NOTICE,
        title=Said("没有面向用人单位的事项", "No item serves employers"),
        message=Said("清单里所有事项都只面向个人", "Every item of the list serves persons only"),
        advice=Said("补上招聘、用工备案、补贴等面向单位的事项，或核对服务对象",
                    "Add items for employers, such as recruitment and subsidies, or check the audience"),
        why=Said("公共就业服务的对象包括各类用人单位",
                 "Employers of every kind are served by public employment services"),
        bad=_LIST + "    audience: [{id: natural-person}]\n",
        good=_LIST + "    audience: [{id: natural-person}, {id: enterprise}]\n", check=no_employers,
    ),
)  # fmt: skip
