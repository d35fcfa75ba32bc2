"""Sets of concepts: audience, places, channels, levels, services. a is within b if each of a is in b."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from qingdan.model.base import RegistryKind
from qingdan.model.declarations import declaration
from qingdan.model.fields import of_model
from qingdan.model.parts import Channel
from qingdan.model.registry import plain
from qingdan.model.values import Member
from qingdan.model.wording import SOME
from qingdan.values.answer import YES, Answer, all_of, maybe, no
from qingdan.values.channel_words import closed, of_both_kinds
from qingdan.values.context import Context
from qingdan.values.kind import Entry, Kind, Says, Speaker
from qingdan.values.kind import Members as Known
from qingdan.values.linking import Linked, Linker, Node, hours
from qingdan.values.members import by_id
from qingdan.values.printed import nothing
from qingdan.words.showing import visible


class Members(NamedTuple):
    """The members of a list: ids, plain texts that are not known, texts that leave open what holds and why."""

    ids: set[str]
    texts: set[str]
    doubtful: dict[str, str]


def members(value: Sequence[Mapping[str, object]], context: Context, checked: bool = False) -> Members:
    """The members of a list.

    A channel writes its concept as ``kind`` and its printed name, which is the place's own, as ``name``; the others
    write ``id`` and ``text``. A text that names several (户籍地、常住地或参保地) stands for each of them.
    """
    vocabulary = context.registries.vocabulary(context.element)
    checked, ways = checked or not declaration(context.element).worded, context.element in of_model(Channel)
    found = Members(set(), set(), {})
    for member in value:
        own, text = str(member.get("id") or ""), str(member.get("text") or member.get("name") or "")
        id = vocabulary.resolve(own or str(member.get("kind") or "") or None, text)
        several = vocabulary.listed(text) if text and not id else ()
        if id and ways and closed(member):
            found.doubtful[plain(text) or id] = "closed"
        elif own and text and not checked and "matched_by" not in member and not vocabulary.vouches(own, text):
            found.doubtful[plain(text)] = "words"
        elif id or several:
            for each in several or (id,):
                found.ids.update(vocabulary.stands_for(each))
            if ways and of_both_kinds(text):
                found.texts.add(plain(text))  # it names a way of the other kind, too
        else:
            found.texts.add(plain(text))
    return found


def within(a: Sequence[Mapping[str, object]], b: Sequence[Mapping[str, object]], context: Context) -> Answer:
    """Whether each member of a is in b, itself or by a concept that covers it."""
    vocabulary = context.registries.vocabulary(context.element)
    mine, others = members(a, context, context.a_checked), members(b, context, context.b_checked)
    b_ids, b_texts = others.ids, others.texts
    answers = []
    for id in sorted(mine.ids):
        covering = [listed for listed in b_ids if vocabulary.covers(listed, id)]
        if any(listed == id or not vocabulary.formal(listed, id) for listed in covering):
            answers.append(YES)
        elif covering:  # 自然人 is what the form has a column for; it says nothing of 高校毕业生
            answers.append(maybe("formal", id))
        elif others.doubtful:
            answers.append(maybe(min(others.doubtful.values()), *sorted(others.doubtful)))
        elif vocabulary.covered_by == "narrower" and any(vocabulary.covers(id, listed) for listed in b_ids):
            answers.append(maybe("narrower", id))  # b says it more widely: whether it is one more cannot be said
        elif b_texts and not id.startswith("local/"):
            answers.append(maybe("unmatched", *sorted(b_texts)))
        else:
            answers.append(no("missing", id) if context.b_whole else maybe("known_in_part", id))
    answers.extend(YES if text in b_texts else maybe("unmatched", text) for text in sorted(mine.texts))
    answers.extend(
        YES if text in others.doubtful else maybe(mine.doubtful[text], text) for text in sorted(mine.doubtful)
    )
    answers.append(YES if context.a_whole else maybe("known_in_part"))
    return all_of(answers)


def disjoint(a: Sequence[Mapping[str, object]], b: Sequence[Mapping[str, object]], context: Context) -> Answer:
    """Whether a and b share no member."""
    vocabulary = context.registries.vocabulary(context.element)
    mine, others = members(a, context, context.a_checked), members(b, context, context.b_checked)
    shared = sorted(id for id in mine.ids if any(vocabulary.covers(id, other) for other in others.ids))
    answers = [no("forbidden", *shared)] if shared else []
    answers.extend(maybe("unmatched", text) for text in sorted(mine.texts))
    answers.extend(maybe(mine.doubtful[text], text) for text in sorted(mine.doubtful))
    answers.append(YES if context.a_whole else maybe("known_in_part"))
    return all_of(answers)


def identity(entry: Entry, context: Context) -> str:
    """The id of a member, or its text; one website is not another, though both are websites."""
    text, id = str(entry.get("text") or entry.get("name") or ""), str(entry.get("id") or entry.get("kind") or "")
    resolved = context.registries.vocabulary(context.element).resolve(id or None, text)
    return plain(text) if "kind" in entry and text else resolved or plain(text) or id


def _says(entry: Entry, context: Context) -> dict[str, object]:
    return by_id(entry, context.registries.vocabulary(context.element))


def member_of(registry: RegistryKind = "") -> Says:
    """How a member of a registry is said; of that of the element where none is named."""
    return lambda entry, speaker: _member(entry, speaker, registry or speaker.registry)


def _member(entry: Entry, speaker: Speaker, registry: RegistryKind) -> str:
    """A paper, a person, a place, a way: by the name of its registry, else as printed."""
    if speaker.printed and (entry.get("text") or entry.get("name")):
        return visible(str(entry.get("text") or entry.get("name")))
    shown = speaker.names(registry, str(entry.get("id", ""))) or entry.get("name") or entry.get("text")
    shown = shown or entry.get("id") or speaker.names(registry, str(entry.get("kind", ""))) or entry.get("kind", "")
    if "value" not in entry:
        return visible(str(shown))
    number = str(entry["value"])
    return visible(str(shown).replace(SOME, number) if SOME in str(shown) else f"{shown}（{number}）")


def read(text: str, context: Context) -> Member | Channel | None:
    """Who, where or which way, as printed: with the id of the list where the words are that of one."""
    if nothing(text):
        return None
    id = context.registries.vocabulary(context.element).named(text)
    if context.element in of_model(Channel):
        return {"kind": id, "name": text} if id else {"name": text}
    return {"id": id, "text": text} if id else {"text": text}


#: What joins the members of one text. A blank does where every part is a name of the list.
_JOINED = re.compile(r"[、,，;；/\s]+|以及|及|和|与|或者|或")
#: A remark that says no more than the members that it repeats: 法人（符合规定条件的法人）.
_REMARK = re.compile(r"\s*[(（]\s*(?:符合(?:规定|相关)?条件的|各类)?([^()（）]*?)[。.]?\s*[)）]$")
#: A way is named in so many characters where nothing else is said of it.
_SHORT = 6
#: What a level does, printed behind it: 村级负责受理.
_DOES = re.compile("(?P<level>.{2,4}?)(?:负责|承担)[^、,，;；]{2,12}")


def several(text: str, context: Context) -> list[Member | Channel] | None:
    """The members that a text names one behind the other, where each is a name of the list: 法人,其他组织.

    Words that say which of them are left standing with all others, since nobody knows of which they are meant.
    """
    named = context.registries.vocabulary(context.element).named
    if remark := _REMARK.search(text):
        told = [part for part in _JOINED.split(remark[1]) if part]
        own = [part for part in _JOINED.split(text[: remark.start()]) if part]
        text = text[: remark.start()] if told == own else text
    parts = [part for part in _JOINED.split(text) if part]
    if named(text) or len(parts) < 2:
        return None
    does = [_DOES.fullmatch(part) for part in parts]
    known = all(map(named, parts)) or all(match and named(match["level"]) for match in does)
    if context.element in of_model(Channel):  # 网上申请 现场申请 邮寄申请: all of them are called alike
        alike = {part[-2:] for part in parts} == {parts[0][-2:]} and max(map(len, parts)) <= _SHORT
        known = known or (alike and any(map(named, parts)))
    entries = [read(part, context) for part in dict.fromkeys(parts)] if known else []
    return [each for each in entries if each is not None] or None


def concepts(members: Sequence[Member], linker: Linker) -> Iterator[str]:
    """Each member as a term of the list of the element."""
    for each in members:
        yield linker.concept(linker.listed, each.get("id", ""), each.get("text", ""))


def channels(channels: Sequence[Channel], linker: Linker) -> Iterator[str]:
    """Ways to have it handled; where, when and by which telephone stands in the text."""
    for channel in channels:
        parts = [channel.get(key, "") for key in ("name", "address", "phone", "url")]
        told = "；".join(str(part) for part in parts if part)
        more: Node = {"Channel.description": [linker.text(told)]} if told else {}
        if "kind" in channel:
            more["Channel.type"] = linker.concept(linker.listed, channel["kind"])
        if "hours" in channel:
            more["Channel.openingHours"] = [hours(channel["hours"], linker)]
        yield linker.put("channel", f"{channel.get('kind', '')} {told}", "Channel", more)


KIND = Kind(
    name="concepts",
    within=within,
    read=read,
    several=several,
    disjoint=disjoint,
    members=Known(identity=identity, says=_says),
    offer=True,
    words=dict.fromkeys((Member, Channel), member_of()),
    linked={
        Member: Linked(concepts),
        Channel: Linked(channels, frozenset(("kind", "name", "url", "address", "hours", "phone"))),
    },
)
