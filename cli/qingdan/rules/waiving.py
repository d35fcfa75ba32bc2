"""What each waiver meets: the findings that it names, and whether it holds on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from qingdan.findings import Finding
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
    """

    waiver: Placed
    state: State
    findings: tuple[Finding, ...]
    others: Sequence[str] = ()
    asked: bool = True
    earlier: Placed | None = None


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
    waivers: Iterable[Placed], findings: Iterable[Finding], as_of: str, asked: Callable[[str], bool] = lambda id: True
) -> list[Met]:
    """Hold waivers against findings. A waiver names what fits its id and all that it states of path and fingerprint.

    Args:
        waivers: The rows of ``waivers.yaml``, in their order.
        findings: What was found, whatever is waived.
        as_of: The day on which a waiver must hold.
        asked: Whether everything that a rule or requirement could find was looked for.
    """
    rows = list(waivers)
    by_path: dict[str, dict[str, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    by_fingerprint: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings if rows else ():
        if not finding.id.startswith(NEVER):
            by_path[finding.id][finding.path].append(finding)
            by_fingerprint[finding.fingerprint].append(finding)
    covered: dict[str, Placed] = {}
    result = []
    for placed in rows:
        waiver: Mapping[str, str] = placed.record
        id, state = waiver["id"], state_of(waiver, as_of)
        of_id = by_path.get(id, {})
        if "path" in waiver:
            near = of_id.get(waiver["path"], [])
        else:
            near = by_fingerprint.get(waiver.get("fingerprint", ""), [])
        named = tuple(f for f in near if f.id == id and waiver.get("fingerprint", f.fingerprint) == f.fingerprint)
        earlier = [covered.get(finding.fingerprint) for finding in named] if state == "holds" else []
        doubled = earlier[0] if all(earlier) and earlier else None
        result.append(Met(placed, state, named, tuple(of_id), asked(id), doubled))
        for finding in named if state == "holds" else ():
            covered.setdefault(finding.fingerprint, placed)
    return result
