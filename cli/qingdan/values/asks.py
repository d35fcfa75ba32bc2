"""Materials: whoever has what b asks has all that a asks.

An ask is a paper that the applicant must bring, always or in some case. What the agency fetches itself, forms, photos,
commitments and account numbers are no asks. An entry whose words do not say for certain which paper is asked, or of
whom, is an ask in doubt: it is never met and meets nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qingdan.model.parts import Material, Option
from qingdan.model.registry import plain
from qingdan.values import paper_links
from qingdan.values.answer import YES, Answer, all_of, any_of, maybe, no
from qingdan.values.cells import as_paper
from qingdan.values.concepts import member_of
from qingdan.values.context import Context
from qingdan.values.kind import Entry, Kind, Members
from qingdan.values.looked_up import LookedUp
from qingdan.values.members import by_id
from qingdan.values.paper_words import asks_besides, beside, bracket_behind, brought_after_all, says_form_or_case
from qingdan.values.printed import nothing
from qingdan.values.unasked import unasked

#: Papers of the registry that say no more than that something may be asked.
_UNNAMED = frozenset(("catch-all",))
#: Why an entry with several papers in its name is in doubt.
_GROUPED = {"any": "alternatives", "all": "joint", "mixed": "joint"}
#: Doubts whether it is asked, not which paper it is: who may ask for it in any case need not have them settled.
_WHETHER = ("optional", "unasked", "names_more", "words_unread")


@dataclass(frozen=True, slots=True)
class Ask:
    """One paper, or several of which any one will do.

    Attributes:
        ids: Registry ids of the options that are known.
        texts: Plain texts of the options that are not.
        conditional: It is asked in some case only.
        name: How a person would call it: its id if it has one, else its text.
        doubt: Why nobody can say what is asked, as a reason code; empty where it is certain.
    """

    ids: frozenset[str]
    texts: frozenset[str]
    conditional: bool
    name: str
    doubt: str = ""


def identity(material: Material, context: Context) -> str:
    """The id of a material, or its plain text: what a path calls it."""
    return context.registries.evidence.resolve(material.get("id"), material["name"]) or plain(material["name"])


def doubt(material: Material, context: Context, checked: bool = False) -> str:
    """Why the words of an entry leave open which paper is asked; empty where they do not.

    Two papers in one entry, alternatives that are not written as such, words that are not those of the id beside them
    (unless a person has put a name to it), what is printed as 非必要, which often means "in some cases", and what the
    words beside it say need not be brought.

    Args:
        material: The entry.
        context: The registries.
        checked: Somebody has checked the words of the whole list.
    """
    papers = context.registries.evidence
    options: Sequence[Entry] = material.get("any_of") or ()
    for each in () if checked else options or (material,):
        text = str(each.get("text") or each.get("name") or "")
        known = str(each.get("id", ""))
        if not text or "matched_by" in each or known.startswith("local/"):
            continue
        printed = papers.printed(text)
        if printed.grouping in _GROUPED and not (options and printed.grouping == "any"):
            if {paper.id for paper in printed.papers} != {known or printed.papers[0].id}:
                return _GROUPED[printed.grouping]
        elif known and not papers.vouches(known, text):
            return "words"
        if printed.open and printed.papers[0].id:
            return "unnamed"
    if material.get("necessity") == "optional":
        return "optional"
    if unasked(material):
        return "unasked"
    behind = bracket_behind(material["name"])
    read = not behind or says_form_or_case(behind) or bool(context.registries.criteria.wordings.read(plain(behind)))
    return "" if checked or read else "words_unread"


def asks(materials: Sequence[Material], context: Context, checked: bool = False) -> Iterator[Ask]:
    """The asks among the materials."""
    registries = context.registries
    listed = frozenset(id for material in materials for id in _ids(material, context))
    for material in materials:
        if material.get("by") == "agency":
            if brought_after_all(material):
                name = identity(material, context)
                yield Ask(frozenset({name} & set(registries.evidence.names)), frozenset(), True, name, "unasked")
            continue
        options = [(option.get("id"), option.get("text")) for option in material.get("any_of", [])]
        if not options:
            options = [(material.get("id"), material["name"])]
        resolved = [(registries.evidence.resolve(id, text), text or "") for id, text in options]
        yield from () if checked else _named_beside(material, listed, context)
        why = doubt(material, context, checked)
        if why in ("", "unasked") and any(
            registries.evidence_kinds.get(id, "proof") != "proof" for id, _ in resolved if id
        ):
            continue
        if why in ("joint", "alternatives") and not _proofs(material, context):
            continue
        case = "case" in material or _says_case(material, context)
        yield Ask(
            frozenset(id for id, _ in resolved if id),
            frozenset(plain(text) for id, text in resolved if not id),
            material.get("necessity") in ("conditional", "deferrable", "optional") or case,
            identity(material, context),
            why,
        )


def _named_beside(material: Material, own: frozenset[str], context: Context) -> Iterator[Ask]:
    """Other papers that the words beside a name speak of, 身份证（同时提供离职证明）: are they asked? Open."""
    papers = context.registries.evidence
    words = beside(material)
    for id in sorted(papers.mentioned("\n".join(words)) - own) if any(words) else ():
        related = papers.broader.get(id, frozenset()) & own or any(id in papers.broader.get(each, ()) for each in own)
        if not related and papers.resolve(None, material["name"]) != id:
            yield Ask(frozenset({id}), frozenset(), True, id, "names_more")
            return
    for text in words:
        if asks_besides(text):
            yield Ask(frozenset(), frozenset({plain(text)}), True, plain(text), "names_more")
            return


def _proofs(material: Material, context: Context) -> bool:
    """Whether any of the papers that an entry names is a proof: a form and a photo in one entry are none."""
    kinds = context.registries.evidence_kinds
    named = context.registries.evidence.printed(material["name"]).papers
    return any(kinds.get(paper.id, "proof") == "proof" for paper in named)


def _says_case(material: Material, context: Context) -> bool:
    """Whether a bracket in the name says in which case it is wanted: 毕业证书（应届毕业生）."""
    printed = context.registries.evidence.printed(material["name"])
    return printed.grouping == "one" and bool(printed.papers[0].id and printed.papers[0].case)


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
    answer = all_of(answers)
    return maybe(owned.doubt, owned.name) if owned.doubt and answer.verdict == "yes" else answer


def _for_some(owned: Ask, asked: Ask, context: Context) -> bool:
    """Whether those of whom a paper is asked may be the very ones who meet what is owned by it.

    What is owned in some case only may be what is asked always; what is asked in some case may be one of the papers
    that are owned, or a kind of one; and the identity document of some people is what they meet it by: 军官证.
    """
    if owned.conditional and _has(owned, asked, context).verdict == "yes":
        return True
    papers = context.registries.evidence
    narrower = [(option, id) for option in asked.ids for id in owned.ids if papers.covers(option, id)]
    return any(asked.conditional or (option != id and option in papers.holders) for option, id in narrower)


def _of_holders(owned: Ask, asked: Ask, context: Context) -> bool:
    """Whether all whom the item serves hold a paper as their identity document: it is the paper that is owned."""
    papers = context.registries.evidence
    return bool(context.served) and any(
        papers.covers(option, id) and context.served <= papers.holders.get(option, frozenset())
        for option in asked.ids
        for id in owned.ids
    )


class _Owned:
    """What is owned: all of it, and what is so always, looked up by what meets it and by what it is."""

    def __init__(self, owned: list[Ask], context: Context) -> None:
        self.same = frozenset(owned)
        self._broader = context.registries.evidence.broader
        # what b asks only in some case cannot be relied on where a asks it always
        self._sides = {True: owned, False: [own for own in owned if not own.conditional]}
        self._meeting = {
            key: LookedUp((own, self._with_wider(own.ids) | own.texts, not own.ids) for own in side)
            for key, side in self._sides.items()
        }
        self._being = {key: LookedUp((own, own.ids, False) for own in side) for key, side in self._sides.items()}

    def deciding(self, ask: Ask) -> list[Ask]:
        """Those of the usable ones on which it hangs whether a paper is met."""
        return self._meeting[ask.conditional].deciding(ask.ids | ask.texts, bool(ask.texts))

    def wider(self, ask: Ask, usable: bool) -> list[Ask]:
        """Those that are a paper or of a wider kind; of the usable ones, or of all."""
        return self._being[ask.conditional or not usable].holding(self._with_wider(ask.ids))

    def met_by(self, ask: Ask) -> list[Ask]:
        """Those, usable or not, of which an option meets a paper."""
        return self._meeting[True].holding(ask.ids | ask.texts)

    def _with_wider(self, ids: frozenset[str]) -> frozenset[str]:
        return ids.union(*(self._broader.get(id, frozenset()) for id in ids))


def within(a: list[Material], b: list[Material], context: Context) -> Answer:
    """Whether a asks no more than b."""
    owned = _Owned(list(asks(b, context, context.b_checked)), context)
    answers = [_one_within(ask, owned, context) for ask in asks(a, context, context.a_checked)]
    answers.append(YES if context.a_whole else maybe("known_in_part"))
    return all_of(answers)


def _one_within(ask: Ask, owned: _Owned, context: Context) -> Answer:
    if ask in owned.same:
        return YES  # the same words ask for the same, whatever that is
    if ask.doubt and ask.doubt not in _WHETHER:
        return maybe(ask.doubt, ask.name)
    local = bool(ask.ids) and all(id.startswith("local/") for id in ask.ids)
    missing = maybe("unmatched", ask.name) if not ask.ids and not local else no("asks_more", ask.name)
    answer = any_of((_has(own, ask, context) for own in owned.deciding(ask)), missing)
    if answer.verdict == "no" and any(_of_holders(own, ask, context) for own in owned.wider(ask, True)):
        return YES
    if answer.verdict == "no" and ask.ids & _UNNAMED:
        answer = maybe("unnamed", ask.name)
    if answer.verdict == "no" and any(
        _for_some(own, ask, context) for own in (*owned.met_by(ask), *owned.wider(ask, False))
    ):
        answer = maybe("case", ask.name)
    if answer.verdict == "no" and ask.doubt:
        answer = maybe(ask.doubt, ask.name)
    if answer.verdict == "no" and not context.b_whole:
        answer = maybe("known_in_part", ask.name)
    return answer


def disjoint(a: list[Material], b: list[Material], context: Context) -> Answer:
    """Whether a asks none of the papers that b names (b: forbidden proofs)."""
    forbidden = {id for ask in asks(b, context, context.b_checked) for id in ask.ids}
    vocabulary = context.registries.evidence
    answers = []
    for ask in asks(a, context, context.a_checked):
        hit = {id for id in ask.ids if id in forbidden or vocabulary.broader.get(id, frozenset()) & forbidden}
        if ask.doubt and (hit or ask.doubt not in _WHETHER):
            answers.append(maybe(ask.doubt, ask.name))
        elif hit and hit == ask.ids and not ask.texts:
            answers.append(no("forbidden", *sorted(hit)))
        elif ask.ids & _UNNAMED:
            answers.append(maybe("unnamed", ask.name))
        elif ask.texts and not ask.ids - hit:
            answers.append(maybe("unmatched", *sorted(ask.texts)))
    answers.append(YES if context.a_whole else maybe("known_in_part"))
    return all_of(answers)


def weighed(a: list[Material], b: list[Material], context: Context) -> bool:
    """Whether b may be called better than a for asking less: nothing that a asks is merely not spoken of.

    A stated empty list asks for nothing. Photos, cards, forms of b's own and several copies are burdens that no
    comparison weighs: with any of them nobody is praised.
    """
    if not b:
        return True
    kinds = context.registries.evidence_kinds
    names = [identity(material, context) for material in b]
    if any(kinds.get(name) in ("photo", "account") for name in names):
        return False
    proofs = [material for material in b if kinds.get(identity(material, context), "proof") == "proof"]
    printed = context.registries.evidence.printed
    if any(each.get("copies", 0) > 1 or printed(each["name"]).papers[0].copy for each in proofs):
        return False
    spoken = {id for material in b for id in _ids(material, context)}
    broader = context.registries.evidence.broader
    wide = spoken.union(*(broader.get(id, frozenset()) for id in spoken))
    return all(
        any(id in wide or not broader.get(id, frozenset()).isdisjoint(spoken) for id in ask.ids)
        for ask in asks(a, context, context.a_checked)
    )


def _ids(material: Material, context: Context) -> set[str]:
    resolve = context.registries.evidence.resolve
    options = [(each.get("id"), each.get("text")) for each in material.get("any_of", [])]
    return {resolve(id, text or "") for id, text in options or [(material.get("id"), material["name"])]} - {""}


def _says(entry: Entry, context: Context) -> dict[str, object]:
    return by_id(entry, context.registries.evidence)


#: Between the papers of one text, and what says that any one of them will do.
_BETWEEN = re.compile(r"\s*(?:[、,，;；/\n]+(?:或者|或|以及|及|和|与)?|或者|或|以及|及|和|与)\s*")
_ANY_ONE = re.compile(r"[(（]?(?:任选其一|任意一[项种]|任一[项种]?|其中一[项种]|其一|[二三四多]选一)(?:即可)?[)）]?$")
#: Words for a case beside a paper: it is no paper for everybody.
_NOT_FOR_ALL = re.compile("[:：]|的提供|需提供|时提供|应提供|另|如")
_NOT_ASKED = re.compile("(?:无需|无须|不需|不用|不必|不再|免予?|取消)(?!费)")


def read(text: str, context: Context) -> Material | None:
    """A paper, as printed; with its id where the words are those of the registry and mean one paper."""
    if nothing(text) or _NOT_ASKED.match(text):
        return None
    id = context.registries.evidence.named(text)
    named: Material = {"id": id, "name": text}
    return named if id and not doubt(named, context) else {"name": text}


def several(text: str, context: Context) -> list[Material] | None:
    """The papers of a text that names several, where each of them is known word for word and it says how they belong.

    Of 身份证或社会保障卡 any one will do. Of 身份证、户口簿 both are asked; 学历证书、学位证书 may be a name of its own
    to those who wrote it, but asks for both all the same. With 等, a case or a word that is not known it stays whole.
    """
    if nothing(text) or _NOT_ASKED.match(text) or _NOT_FOR_ALL.search(text):
        return None
    registry = context.registries.evidence
    printed = registry.printed(text)
    parts = [part for part in _BETWEEN.split(_ANY_ONE.sub("", text)) if part]
    ids = [registry.named(part) for part in parts]
    if printed.open or len(parts) < 2 or not all(ids) or len(set(ids)) < len(ids):
        return None
    if printed.grouping == "any":
        options: list[Option] = [{"id": id, "text": part} for id, part in zip(ids, parts, strict=True)]
        return [{"name": text, "any_of": options}]
    if printed.grouping == "all":
        return [{"id": id, "name": part} for id, part in zip(ids, parts, strict=True)]
    return None


KIND = Kind(
    name="asks",
    within=within,
    read=read,
    several=several,
    disjoint=disjoint,
    weighed=weighed,
    registry="evidence",
    cell=as_paper,
    members=Members(identity=identity, says=_says, called=identity, apart=True, in_path=True),
    words=dict.fromkeys((Material, Option), member_of("evidence")),
    linked={Material: paper_links.LINKED},
)
