"""Materials: whoever has what b asks has all that a asks.

An ask is a paper that the applicant must bring, always or in some case. What the agency fetches itself, what is
optional, forms, photos, commitments and account numbers are no asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qingdan.model.kinds.answer import YES, Answer, all_of, any_of, maybe, no
from qingdan.model.kinds.context import Context
from qingdan.model.parts import Material
from qingdan.model.registry import plain

#: Papers of the registry that say no more than that something may be asked.
_UNNAMED = frozenset(("catch-all",))


@dataclass(frozen=True, slots=True)
class Ask:
    """One paper, or several of which any one will do.

    Attributes:
        ids: Registry ids of the options that are known.
        texts: Plain texts of the options that are not.
        conditional: It is asked in some case only.
        name: How a person would call it: its id if it has one, else its text.
    """

    ids: frozenset[str]
    texts: frozenset[str]
    conditional: bool
    name: str


def identity(material: Material, context: Context) -> str:
    """The id of a material, or its plain text: what a path calls it."""
    return context.registries.evidence.resolve(material.get("id"), material["name"]) or plain(material["name"])


def asks(materials: list[Material], context: Context) -> Iterator[Ask]:
    """The asks among the materials."""
    registries = context.registries
    for material in materials:
        if material.get("by") == "agency" or material.get("necessity") == "optional":
            continue
        options = [(option.get("id"), option.get("text")) for option in material.get("any_of", [])]
        if not options:
            options = [(material.get("id"), material["name"])]
        resolved = [(registries.evidence.resolve(id, text), text or "") for id, text in options]
        if any(registries.evidence_kinds.get(id, "proof") != "proof" for id, _ in resolved if id):
            continue
        conditional = material.get("necessity") in ("conditional", "deferrable") or "case" in material
        yield Ask(
            frozenset(id for id, _ in resolved if id),
            frozenset(plain(text) for id, text in resolved if not id),
            conditional,
            identity(material, context),
        )


def _has(owned: Ask, asked: Ask, context: Context) -> Answer:
    """Whether whoever can meet ``owned``, by whichever option, also meets ``asked``."""
    vocabulary = context.registries.evidence
    answers = []
    for id in sorted(owned.ids):
        met = any(vocabulary.covers(id, option) for option in asked.ids)
        answers.append(
            YES if met else maybe("unmatched", *sorted(asked.texts)) if asked.texts else no("asks_more", asked.name)
        )
    for text in sorted(owned.texts):
        met = text in asked.texts
        answers.append(YES if met else maybe("unmatched", text))
    return all_of(answers)


def _for_some(owned: Ask, asked: Ask, context: Context) -> bool:
    """Whether those of whom a paper is asked may be the very ones who meet what is owned by it.

    What is owned in some case only may be what is asked always; and what is asked in some case may be one of the
    papers that are owned, or a kind of one: 港澳台居民居住证 of those whose identity document it is.
    """
    if owned.conditional and _has(owned, asked, context).verdict == "yes":
        return True
    covers = context.registries.evidence.covers
    return asked.conditional and any(covers(option, id) for option in asked.ids for id in owned.ids)


def within(a: list[Material], b: list[Material], context: Context) -> Answer:
    """Whether a asks no more than b."""
    owned = list(asks(b, context))
    answers = []
    for ask in asks(a, context):
        local = bool(ask.ids) and all(id.startswith("local/") for id in ask.ids)
        missing = maybe("unmatched", ask.name) if not ask.ids and not local else no("asks_more", ask.name)
        # what b asks only in some case cannot be relied on where a asks it always
        usable = [own for own in owned if ask.conditional or not own.conditional]
        answer = any_of((_has(own, ask, context) for own in usable), missing)
        if answer.verdict == "no" and ask.ids & _UNNAMED:
            answer = maybe("unnamed", ask.name)
        if answer.verdict == "no" and any(_for_some(own, ask, context) for own in owned):
            answer = maybe("case", ask.name)
        if answer.verdict == "no" and not context.b_whole:
            answer = maybe("known_in_part", ask.name)
        answers.append(answer)
    answers.append(YES if context.a_whole else maybe("known_in_part"))
    return all_of(answers)


def disjoint(a: list[Material], b: list[Material], context: Context) -> Answer:
    """Whether a asks none of the papers that b names (b: forbidden proofs)."""
    forbidden = {id for ask in asks(b, context) for id in ask.ids}
    vocabulary = context.registries.evidence
    answers = []
    for ask in asks(a, context):
        hit = {id for id in ask.ids if id in forbidden or vocabulary.broader.get(id, frozenset()) & forbidden}
        if hit and hit == ask.ids and not ask.texts:
            answers.append(no("forbidden", *sorted(hit)))
        elif ask.ids & _UNNAMED:
            answers.append(maybe("unnamed", ask.name))
        elif ask.texts and not ask.ids - hit:
            answers.append(maybe("unmatched", *sorted(ask.texts)))
    answers.append(YES if context.a_whole else maybe("known_in_part"))
    return all_of(answers)
