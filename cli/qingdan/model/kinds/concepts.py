"""Sets of concepts: audience, places, channels, levels, services. a is within b if each of a is in b."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qingdan.model.kinds.answer import YES, Answer, all_of, maybe, no
from qingdan.model.kinds.context import Context
from qingdan.model.registry import plain


def members(value: Sequence[Mapping[str, object]], context: Context) -> tuple[set[str], set[str]]:
    """The known ids and the plain texts of the members that are not known.

    A channel writes its concept as ``kind`` and its printed name as ``name``; the others write ``id`` and ``text``.
    """
    vocabulary = context.registries.vocabulary(context.element)
    ids: set[str] = set()
    texts: set[str] = set()
    for member in value:
        text = str(member.get("text") or member.get("name") or "")
        id = vocabulary.resolve(str(member.get("id") or member.get("kind") or "") or None, text)
        if id:
            ids |= vocabulary.stands_for(id)
        else:
            texts.add(plain(text))
    return ids, texts


def within(a: Sequence[Mapping[str, object]], b: Sequence[Mapping[str, object]], context: Context) -> Answer:
    """Whether each member of a is in b, itself or by a concept that covers it."""
    vocabulary = context.registries.vocabulary(context.element)
    a_ids, a_texts = members(a, context)
    b_ids, b_texts = members(b, context)
    answers = []
    for id in sorted(a_ids):
        if any(vocabulary.covers(listed, id) for listed in b_ids):
            answers.append(YES)
        elif vocabulary.covered_by == "narrower" and any(vocabulary.covers(id, listed) for listed in b_ids):
            answers.append(maybe("narrower", id))  # b says it more widely: whether it is one more cannot be said
        elif b_texts and not id.startswith("local/"):
            answers.append(maybe("unmatched", *sorted(b_texts)))
        else:
            answers.append(no("missing", id) if context.b_whole else maybe("known_in_part", id))
    answers.extend(YES if text in b_texts else maybe("unmatched", text) for text in sorted(a_texts))
    answers.append(YES if context.a_whole else maybe("known_in_part"))
    return all_of(answers)


def disjoint(a: Sequence[Mapping[str, object]], b: Sequence[Mapping[str, object]], context: Context) -> Answer:
    """Whether a and b share no member."""
    vocabulary = context.registries.vocabulary(context.element)
    a_ids, a_texts = members(a, context)
    b_ids, _ = members(b, context)
    shared = sorted(id for id in a_ids if any(vocabulary.covers(id, other) for other in b_ids))
    answers = [no("forbidden", *shared)] if shared else []
    answers.extend(maybe("unmatched", text) for text in sorted(a_texts))
    answers.append(YES if context.a_whole else maybe("known_in_part"))
    return all_of(answers)
