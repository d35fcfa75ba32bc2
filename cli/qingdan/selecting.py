"""Which rules and requirements are to be run. A name that fits nothing is an error: checking nothing is no pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qingdan.findings import Profile
from qingdan.model.likeness import closest
from qingdan.problems import RetiredRule, UnknownRule

#: Groups of findings that nobody can deselect.
ALWAYS = ("RED", "STR")


@dataclass(frozen=True)
class Options:
    """What to check, and how.

    Attributes:
        as_of: The day by whose rules lists in use are judged, ``2026-11-22``.
        edition: An edition in place of the one that each catalogue names: an id in the package or a folder.
        select: Run only these rules, requirements or groups (``TIM``, ``TIM003``, ``JY-0401``); empty: all.
        ignore: Leave out these.
        waivers_from: The git revision whose waivers hold; empty: those of the files.
        rules: Installed distributions whose rules are run as well.
        profile: What was made of the profile that was asked for.
    """

    as_of: str
    edition: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    waivers_from: str = ""
    rules: tuple[str, ...] = ()
    profile: Profile | None = None

    def wants(self, id: str) -> bool:
        """Whether a rule or requirement is to be run. What could not be read is always said: it was not checked."""
        if id.startswith(ALWAYS):
            return True
        chosen = not self.select or any(_fits(id, name) for name in self.select)
        return chosen and not any(_fits(id, name) for name in self.ignore)


def _fits(id: str, name: str) -> bool:
    """Whether a name means an id: itself, its group of three letters, or the item that a requirement stands on."""
    return id == name or id.startswith(f"{name}-") or (len(name) == 3 and name.isalpha() and id[:3] == name)


def names(words: Sequence[str], known: Iterable[str], retired: Mapping[str, str]) -> tuple[str, ...]:
    """The names in words as they were typed: commas and spaces part them, and case does not matter.

    Args:
        words: What was typed, such as ``["tim", "JY-0401-R02,TXT001"]``.
        known: Ids of all rules and requirements.
        retired: Rule that must not be named, for it is run no longer → the one that took its place, or ``""``.

    Raises:
        UnknownRule: A name fits none of them.
        RetiredRule: A name is that of a retired rule.
    """
    ids = list(known)
    typed = [name for word in words for name in word.replace(",", " ").replace("，", " ").split()]
    for name in typed:
        if not any(_fits(id, name.upper()) for id in ids):
            raise UnknownRule(name, closest(name.upper(), ids))
        if name.upper() in retired:
            raise RetiredRule(name.upper(), retired[name.upper()])
    return tuple(name.upper() for name in typed)
