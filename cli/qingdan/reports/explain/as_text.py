"""What ``qingdan explain`` says: a rule, a requirement, a national item or an element, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import indent

from qingdan.judging.verdicts import bases_of
from qingdan.loading.edition import Edition
from qingdan.model.declarations import elements
from qingdan.model.edition import NationalItem, Requirement
from qingdan.model.examples import EXAMPLES
from qingdan.model.likeness import closest
from qingdan.model.naming_items import Meant
from qingdan.printing import item_names
from qingdan.printing.messages import basis_line
from qingdan.printing.words import SEVERITY, word
from qingdan.reports.documents.grounds import open_note
from qingdan.reports.explain import file_fields, lookup
from qingdan.reports.explain.facts import Explanation
from qingdan.reports.rules.as_text import line, weight
from qingdan.rules.record import Rule
from qingdan.values import registry_of
from qingdan.values.saying import say
from qingdan.words.grammar import Lang, bracketed, colon, joined, reads_chinese, semicolon
from qingdan.words.said import Phrases
from qingdan.words.showing import visible

_says = Phrases("explain")

_RELATIONS = Phrases("explain.relation")


def render(found: Explanation, lang: Lang) -> str:
    """For a person at a terminal; nothing in it steers one."""
    lines = explained(found.asked, found.edition, lang, found.as_of, found.rules)
    return "".join(visible(line) + "\n" for text in lines for line in text.split("\n"))


def explained(asked: str, edition: Edition, lang: Lang, day: str, rules: Mapping[str, Rule]) -> list[str]:
    """The lines about an id, a name or a list; none where nothing is called so.

    Args:
        asked: A rule, a group of rules, a requirement, an item, an element or a field of one, an entry or a list of the
            registries, a document; by id, by name, by alias, or by a name as lists print it.
        edition: The national standard.
        lang: ``zh`` or ``en``.
        day: The day by which it is told what is still in force: ``2026-11-22``.
        rules: The rules that are known, by id.
    """
    if asked in rules:
        return list(_rule(rules[asked], lang))
    if asked in edition.by_id:
        return list(_requirement(edition.by_id[asked], edition, lang, day))
    found = [*_items(asked, edition, lang, day), *_elements(asked, edition, lang)]
    found += lookup.lines(asked, edition, lang, day)
    if not found:
        found = [line(rule, lang) for rule in rules.values() if rule.group == asked.upper()]
    return found or list(file_fields.lines(asked, lang))


def near(asked: str, edition: Edition, lang: Lang, rules: Mapping[str, Rule]) -> list[str]:
    """What comes near a name that nothing has: the one id that clearly wins; else items, papers and others."""
    ids = [*rules, *edition.by_id, *edition.items, *elements()]
    if slip := asked.upper() if asked.upper() in ids else closest(asked, ids):
        return [slip]
    items = item_names.called(edition.names.nearest(asked), edition)
    kind = bracketed(_says("national_item", lang), lang)
    gap = edition.names.nearest_gap(asked)
    none = [gap["name"] + bracketed(_says("no_national_item", lang), lang)] if gap else []
    return [*(each + kind for each in items), *none, *lookup.near(asked, edition, lang)]


def _items(asked: str, edition: Edition, lang: Lang, day: str) -> Iterator[str]:
    everyday = [id for id, item in edition.items.items() if asked and asked in (id, item.get("everyday_name"))]
    meant = edition.names.means(asked) or tuple(Meant(id, "exact") for id in everyday)
    for each in meant:
        yield from _item(edition.items[each.item], edition, lang, day)
        yield from item_names.remark(each, lang)
    if row := edition.names.ambiguous(asked):
        yield from item_names.ambiguous(row, edition, lang)
    if none := edition.names.gap(asked):
        yield from item_names.gap(none, edition, lang)


def _elements(asked: str, edition: Edition, lang: Lang) -> Iterator[str]:
    for name, words in elements().items():
        if asked in (name, words.title, *words.columns):
            yield from _element(name, edition, lang)


def _rule(rule: Rule, lang: Lang) -> Iterator[str]:
    yield f"{rule.id}  {SEVERITY(rule.severity.word, lang)}  {rule.told.say('title', lang)}"
    if rule.status == "retired":
        why = rule.because.say(lang, f"rule.{rule.id}.because") if rule.because else ""
        yield (
            word("retired", lang)
            + colon(lang)
            + (word("successor", lang, id=rule.successor) if rule.successor else why)
        )
    if rule.origin:
        yield f"{_says('from', lang)}{colon(lang)}{rule.origin}"
    yield f"{_says('why', lang)}{colon(lang)}{rule.why.say(lang, f'rule.{rule.id}.why')}"
    yield f"{_says('next', lang)}{colon(lang)}{_as_read(rule.told.say('advice', lang))}"
    if rule.enforces:
        yield f"{_says('basis', lang)}{colon(lang)}{rule.enforces}"
    for heading, example in ((_says("bad", lang), rule.bad), (_says("good", lang), rule.good)):
        if example:
            yield f"\n{heading}{colon(lang).rstrip()}\n" + indent(example.rstrip(), "    ", lambda line: True)


def _as_read(template: str) -> str:
    """A template as a person is to read it: braces stand twice in one."""
    return template.replace("{{", "{").replace("}}", "}")


def _requirement(row: Requirement, edition: Edition, lang: Lang, day: str) -> Iterator[str]:
    element = elements()[row["element"]]
    names = edition.registries.name
    yield f"{row['id']}  {weight(row, edition, lang, day)}  {row['explains']}"
    relation = _RELATIONS(row["relation"], lang)
    value = say(next(iter(row["value"].values())), lang, names, row["element"])
    if "besides" in row:
        more = say(next(iter(row["besides"].values())), lang, names, row["element"])
        value += _says("besides", lang, more=more)
    if "tolerated" in row:
        room = say(next(iter(row["tolerated"].values())), lang, names, row["element"])
        value += _says("not_judged", lang, room=room)
    shown = element.title if reads_chinese(lang) else row["element"]
    yield f"{_says('element', lang)}{colon(lang)}{shown}{semicolon(lang)}{relation}{colon(lang)}{value}"
    for key in ("channel", "case"):
        if key in row:
            yield f"{_says(key, lang)}{colon(lang)}{names(key, str(row[key])) or row[key]}"
    period = row.get("in_force", {})
    if period:
        yield f"{_says('in_force', lang)}{colon(lang)}{period.get('since', '')} — {period.get('until', '')}"
    for basis in bases_of(row, edition, day):
        yield f"{_says('basis', lang)}{colon(lang)}{basis_line(basis, lang)}"
    if note := open_note(row, edition, day, lang):
        yield f"{_says('open', lang)}{colon(lang)}{note}"
    if "note" in row:
        yield f"{_says('note', lang)}{colon(lang)}{row['note']}"


def _item(item: NationalItem, edition: Edition, lang: Lang, day: str) -> Iterator[str]:
    yield f"{item['id']}  {item.get('name', '')}"
    if item.get("aliases"):
        yield f"{_says('also', lang)}{colon(lang)}{joined(item['aliases'], lang)}"
    for row in edition.requirements[item["id"]]:
        yield f"  {row['id']:<12} {weight(row, edition, lang, day)}  {row['explains']}"


def _element(name: str, edition: Edition, lang: Lang) -> Iterator[str]:
    words = elements()[name]
    yield f"{name}  {words.title}"
    yield words.description
    declared = words.declaration
    if declared:
        better = _says(f"better_{declared.better}", lang)
        yield f"{_says('kind', lang)}{colon(lang)}{declared.kind}{semicolon(lang)}{better}"
    if name in EXAMPLES:
        yield f"{_says('example', lang)}{colon(lang)}{EXAMPLES[name]}"
    listed = edition.registries.vocabulary(registry_of(name))
    if listed.names:
        yield f"{_says('ids', lang)}{colon(lang)}qingdan explain {listed.name}"
    if words.columns:
        yield f"{_says('columns_seen', lang)}{colon(lang)}{joined(words.columns, lang)}"
