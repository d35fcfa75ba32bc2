"""Remarks on what was not judged and a person can settle: names in no registry, words that take a value back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from qingdan.comparing.change import Change
from qingdan.findings import Finding, Severity
from qingdan.judging.pointing import Pointing
from qingdan.loading.edition import Edition
from qingdan.model.likeness import closest, longest_held
from qingdan.values import kind_of, registry_of
from qingdan.values.kind import Entry
from qingdan.values.unasked import unasking

if TYPE_CHECKING:
    from qingdan.judging.conformance import Judgement

UNMATCHED, TAKEN_BACK = "CNF001", "CNF004"
#: Reasons that lie in the words beside a value.
_WORDS = ("words_unread", "unasked", "closed")


class Remarks:
    """Makes the remarks of one catalogue, each once."""

    def __init__(self, edition: Edition, pointing: Pointing) -> None:
        self._edition, self._pointing = edition, pointing
        self._told: set[tuple[str, str, str]] = set()
        # one name is often written in hundreds of guides
        self._nearest = cache(lambda text, element: _nearest(text, element, edition))

    def on(self, judgement: Judgement, change: Change) -> Iterator[Finding]:
        """The remarks on one change that was not decided, or not in all its parts."""
        reasons = [(change.reason, member) for member in change.members] if change.allowed != "no" else []
        for reason, member in (*reasons, *change.open):
            if reason == "unmatched" and member:
                yield from self._unmatched(judgement, change, member)
            elif reason in _WORDS and not kind_of(change.element).unread:
                yield from self._member(judgement, change, reason, member)
        if change.reason == "words_unread" and change.allowed != "no":
            yield from self._entries(judgement, change)

    def _unmatched(self, judgement: Judgement, change: Change, member: str) -> Iterator[Finding]:
        args = {"element": change.element, "member": member}
        near = self._nearest(member, change.element)
        pointed = replace(change, members=(member,))
        yield from self._finding(UNMATCHED, judgement, pointed, args, member, "unmatched", (near,) if near else ())

    def _member(self, judgement: Judgement, change: Change, reason: str, member: str) -> Iterator[Finding]:
        """A paper or a channel, with its words."""
        pointed = replace(change, members=(member,))
        index = self._pointing.entry(judgement.subject, pointed)
        stated = judgement.subject.record.get(change.element)
        entry: Entry = stated[index] if isinstance(stated, list) and index is not None else {}
        name = str(entry.get("name") or entry.get("text") or member)
        words = unasking(entry) if reason == "unasked" and entry else ""
        args = {"element": change.element, "text": f"{name}（{words}）" if words and words not in name else name}
        yield from self._finding(TAKEN_BACK, judgement, pointed, args, member, reason)

    def _entries(self, judgement: Judgement, change: Change) -> Iterator[Finding]:
        """Entries whose words are not read."""
        unread, stated = kind_of(change.element).unread, change.after
        for entry in stated if isinstance(stated, list) else [stated]:
            if isinstance(entry, Mapping) and unread and (words := unread(entry)):
                pointed = replace(change, after=[entry]) if isinstance(stated, list) else change
                text = str(entry.get("text", words))
                args = {"element": change.element, "text": text}
                yield from self._finding(TAKEN_BACK, judgement, pointed, args, text, "words_unread")

    def _finding(
        self,
        rule: str,
        judgement: Judgement,
        pointed: Change,
        args: dict[str, str],
        member: str,
        reason: str,
        suggestions: tuple[str, ...] = (),
    ) -> Iterator[Finding]:
        subject, element = judgement.subject, pointed.element
        if (subject.path, element, member) in self._told:
            return
        self._told.add((subject.path, element, member))
        location, pointer = self._pointing.place(subject, pointed)
        extra = {"requirement": judgement.requirement["id"], "explains": judgement.requirement["explains"]}
        path, told = f"{subject.path}.{element}[{member}]", (rule, Severity.INFO, location, args, extra)
        yield Finding(*told, pointer=pointer, path=path, reason=reason, suggestions=suggestions)


def _nearest(text: str, element: str, edition: Edition) -> str:
    """The registered name that a text holds or is most like, with its id."""
    vocabulary = edition.registries.vocabulary(registry_of(element))
    alias = longest_held(text, vocabulary.aliases) or closest(text, vocabulary.aliases)
    id = vocabulary.aliases.get(alias, "")
    return f"{id}（{vocabulary.names[id]}）" if id else ""
