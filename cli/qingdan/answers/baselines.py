"""A report against an earlier one: what is new, how much was there before, what has gone, what cannot be compared.

Findings are the same where their fingerprints are, so that moved lines, renamed files and another language are no
difference. Of what was not looked for, then or now, nothing is said.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace

from qingdan.findings import Baseline, Earlier, Finding, NotRun, Report, Section, Since
from qingdan.loading.baselines import EarlierList, EarlierReport

#: Whether a rule or requirement was looked for.
Ran = Callable[[str], bool]


def against(report: Report, earlier: EarlierReport, ran_then: Ran, ran_now: Ran) -> Report:
    """The report with its new findings only.

    Args:
        report: What was found now.
        earlier: What was found then.
        ran_then: Whether a rule or requirement was run then.
        ran_now: Whether it was run now.
    """
    pairs = paired(report.sections, earlier.lists)
    baseline = Baseline(earlier.name, earlier.as_of, earlier.lang, earlier.edition, earlier.edition_hash, len(pairs))
    left = set(range(len(earlier.lists))) - set(pairs.values())
    baseline.not_checked = [
        (each.label, each.name, sum(not finding.waived for finding in each.findings))
        for each in (earlier.lists[index] for index in sorted(left))
    ]
    sections = [
        _compared(section, earlier.lists[pairs[index]], ran_then, ran_now) if index in pairs else _unknown(section)
        for index, section in enumerate(report.sections)
    ]
    return replace(report, sections=sections, baseline=baseline)


def paired(sections: Sequence[Section], lists: Sequence[EarlierList]) -> dict[int, int]:
    """Number of a section → number of the earlier list that it was: by what names it, if that names one on each side.

    A list is known by its name and path, by its name, by its path, by the last part of its path; a file that stands
    alone and was renamed, by the findings it still has.
    """
    pairs: dict[int, int] = {}
    for key in (_exact, _by_name, _by_path, _by_folder):
        ours, theirs = _grouped(sections, key, pairs.keys()), _grouped(lists, key, pairs.values())
        for value, mine in ours.items():
            yours = theirs.get(value, [])
            if value and (len(mine) == len(yours) == 1 or (key is _exact and len(mine) == len(yours))):
                pairs.update(zip(mine, yours, strict=True))
    left = [index for index in range(len(sections)) if index not in pairs]
    open_ = [index for index in range(len(lists)) if index not in pairs.values()]
    if len(left) == len(open_) == 1 and _alike(sections[left[0]], lists[open_[0]]):
        pairs[left[0]] = open_[0]
    return pairs


Named = Section | EarlierList


def _label(each: Named) -> str:
    """The path of a list as a report holds it: bytes of a name that are no UTF-8 are written out in JSON."""
    return "".join(f"\\u{ord(char):04x}" if "\ud800" <= char <= "\udfff" else char for char in each.label)


def _exact(each: Named) -> Hashable:
    return _label(each), each.name


def _by_name(each: Named) -> Hashable:
    return each.name


def _by_path(each: Named) -> Hashable:
    return "" if each.label == "." else _label(each)


def _by_folder(each: Named) -> Hashable:
    return _label(each).rstrip("/").rsplit("/", 1)[-1].strip(".")


def _grouped(rows: Sequence[Named], key: Callable[[Named], Hashable], done: Iterable[int]) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for index in sorted(set(range(len(rows))) - set(done)):
        groups[key(rows[index])].append(index)
    return groups


def _alike(section: Section, earlier: EarlierList) -> bool:
    """Whether the same items were found wanting: a fingerprint with a path holds the id of an item."""
    return not {f.fingerprint for f in section.findings if f.path}.isdisjoint(f.fingerprint for f in earlier.findings)


def _unknown(section: Section) -> Section:
    """A list that the earlier report does not hold: nothing of it is new, because nobody knows what was there."""
    counts = Counter(("not_in_baseline", finding.id) for finding in section.findings)
    return replace(section, findings=[], since=Since(not_compared=dict(counts)))


def _compared(section: Section, earlier: EarlierList, ran_then: Ran, ran_now: Ran) -> Section:
    then: dict[str, list[Earlier]] = defaultdict(list)
    for each in earlier.findings:
        then[each.fingerprint].append(each)
    since, counts, new = Since(), Counter[tuple[str, str]](), list[Finding]()
    unseen_then = _Unseen("then", section.findings, ran_then, earlier.skipped, earlier.unread, earlier.left_out)
    # one requirement may speak for another: where one that was not run now spoke then, the other now takes its place
    unseen_now = _Unseen("now", earlier.findings, ran_now, section.not_applicable, _broken(section), ())
    for finding in section.findings:
        before = next((each for each in then[finding.fingerprint] if not each.waived), None)
        if before is not None:
            then[finding.fingerprint].remove(before)
        if before is not None and before.severity >= finding.severity:
            since.known += 1
        elif before is None and (why := unseen_then.why(finding) or unseen_now.spoken_for(finding)):
            counts[why, finding.id] += 1
        else:
            new.append(finding)
    here = {finding.fingerprint for finding in section.findings} | {each.fingerprint for each, _ in section.waived}
    for each in (each for rows in then.values() for each in rows if each.fingerprint not in here):
        if why := unseen_now.why(each) or unseen_then.spoken_for(each):
            counts[why, each.id] += 1
        else:
            since.gone.append(each)
    since.not_compared = dict(counts)
    return replace(section, findings=new, since=since)


def _broken(section: Section) -> bool:
    """Whether something of a list was not checked, so that what is not found may be there all the same."""
    return bool(section.unread) or any(finding.id in ("STR009", "STR010") for finding in section.findings)


class _Unseen:
    """What one of the two reports could not see, because it was not looked for or could not be read."""

    def __init__(
        self,
        when: str,
        others: Iterable[Finding | Earlier],
        ran: Ran,
        skipped: Iterable[NotRun],
        unread: bool,
        left_out: Iterable[str],
    ) -> None:
        """Name the report.

        Args:
            when: ``then`` or ``now``.
            others: What the other report found.
            ran: Whether this one looked for something.
            skipped: What did not apply.
            unread: Files could not be read.
            left_out: Paths of entries that were left out.
        """
        self._not_run, self._not_read = f"not_run_{when}", f"unread_{when}"
        self._ran, self._unread, self._left_out = ran, unread, tuple(left_out)
        self._whole = {row.id for row in skipped if row.reason == "partial_list"}
        self._parts = [(row.id, row.subject) for row in skipped if row.reason != "partial_list"]
        self._spoken = {each.path for each in others if each.path and not self._looked_for(each)}

    def why(self, finding: Finding | Earlier) -> str:
        """Why the report could not have told a finding; ``""`` where it could."""
        if finding.id.startswith("RED"):  # what cannot be read is always told
            return ""
        if self._unread:
            return self._not_read
        if finding.id.startswith("STR"):  # so is what is wrong with the structure of what can
            return ""
        if not self._looked_for(finding):
            return self._not_run
        return self._not_read if any(path in finding.path for path in self._left_out) else ""

    def spoken_for(self, finding: Finding | Earlier) -> str:
        """Of one thing that two requirements forbid the stronger one speaks; without it the other does."""
        return self._not_run if finding.path in self._spoken else ""

    def _looked_for(self, finding: Finding | Earlier) -> bool:
        requirement = finding.requirement if isinstance(finding, Earlier) else str(finding.extra.get("requirement", ""))
        parts = any(id == finding.id and finding.path.startswith(subject) for id, subject in self._parts)
        return self._ran(requirement or finding.id) and finding.id not in self._whole and not parts
