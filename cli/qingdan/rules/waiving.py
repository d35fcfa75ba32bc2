"""What each waiver meets: the findings that it names, and whether it holds on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from qingdan.findings import Finding, Then
from qingdan.loading.placed import Placed
from qingdan.model import dates

#: What nobody can accept: files that were not read, entries that were left out, an empty list, waivers themselves.
NEVER = ("RED", "STR", "CAT002", "WVR")

#: ``holds`` on the day; ``never``: ends before it begins; ``unclear``: a partial date leaves it open.
State = Literal["holds", "expired", "not_yet", "never", "unclear"]


@dataclass(frozen=True)
class Met:
    """A waiver and what it meets.

    Attributes:
        waiver: The row of ``waivers.yaml``.
        state: Whether it holds on the day asked for.
        findings: What it names, whether it holds or not.
        others: Paths of all findings of its rule or requirement.
        asked: All that it could name was looked for, so that finding nothing means that nothing is there.
        earlier: The waiver before it in the file that holds for all of its findings already.
        followed: Where it names a place that was merged into another one: paths of the same findings there. What was
            accepted for the smaller place is not accepted for the larger one.
    """

    waiver: Placed
    state: State
    findings: tuple[Finding, ...]
    others: Sequence[str] = ()
    asked: bool = True
    earlier: Placed | None = None
    followed: tuple[str, ...] = ()


def state_of(waiver: Mapping[str, str], as_of: str) -> State:
    """Whether a waiver holds on a day; both its first and its last day count."""
    start, end = waiver["approved_on"], waiver["until"]
    if dates.known_before(end, start):
        return "never"
    if dates.known_before(end, as_of):
        return "expired"
    if dates.known_before(as_of, start):
        return "not_yet"
    return "holds" if dates.in_force(start, end, as_of) else "unclear"


def meet(
    waivers: Iterable[Placed],
    findings: Iterable[Finding],
    as_of: str,
    asked: Callable[[str], bool] = lambda id: True,
    former: Callable[[Finding], Iterable[Then]] = lambda finding: (),
) -> list[Met]:
    """Hold waivers against findings. A waiver names what fits its id and all that it states of path and fingerprint.

    Args:
        waivers: The rows of ``waivers.yaml``, in their order.
        findings: What was found, whatever is waived.
        as_of: The day on which a waiver must hold.
        asked: Whether everything that a rule or requirement could find was looked for.
        former: How a finding would have been called before: a waiver may still call it so.
    """
    rows = list(waivers)
    called = _Called(findings if rows else (), former)
    covered: dict[str, Placed] = {}
    result = []
    for placed in rows:
        waiver: Mapping[str, str] = placed.record
        id, state = waiver["id"], state_of(waiver, as_of)
        named = tuple(called.by(waiver))
        earlier = [covered.get(finding.fingerprint) for finding in named] if state == "holds" else []
        doubled = earlier[0] if all(earlier) and earlier else None
        followed = tuple(dict.fromkeys(finding.path for finding in called.by(waiver, merged=True)))
        result.append(Met(placed, state, named, called.paths(id), asked(id), doubled, followed))
        for finding in named if state == "holds" else ():
            covered.setdefault(finding.fingerprint, placed)
    return result


class _Called:
    """Findings by what a waiver may call them."""

    def __init__(self, findings: Iterable[Finding], former: Callable[[Finding], Iterable[Then]]) -> None:
        self._names: dict[str, dict[str, list[tuple[Finding, Then]]]] = defaultdict(lambda: defaultdict(list))
        self._paths: dict[str, dict[str, None]] = defaultdict(dict)
        for finding in findings:
            if finding.id.startswith(NEVER):
                continue
            self._paths[finding.id].setdefault(finding.path)
            for then in (Then(finding.path, finding.fingerprint), *former(finding)):
                for name in {then.path, then.fingerprint}:
                    self._names[finding.id][name].append((finding, then))

    def paths(self, id: str) -> tuple[str, ...]:
        """The paths of all findings of a rule or requirement."""
        return tuple(self._paths.get(id, ()))

    def by(self, waiver: Mapping[str, str], merged: bool = False) -> Iterator[Finding]:
        """The findings that a waiver names.

        Args:
            waiver: A row of ``waivers.yaml``.
            merged: Those of places into which the one that it names was merged, instead.
        """
        name = waiver.get("path", waiver.get("fingerprint", ""))
        for finding, then in self._names.get(waiver["id"], {}).get(name, ()):
            fits = waiver.get("path", then.path) == then.path
            fits = fits and waiver.get("fingerprint", then.fingerprint) == then.fingerprint
            if fits and then.merged is merged:
                yield finding
