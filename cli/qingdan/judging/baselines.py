"""A report against an earlier one: what is new, how much was there before, what has gone, what cannot be compared.

Findings are the same where their fingerprints are, so that moved lines, renamed files and another language are no
difference; nor is another id of an item that says which one it had, or another code of a place that the table of
divisions knows. One that has only become better is no new one. Of what was not looked for nothing is said.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from qingdan.findings import Baseline, Earlier, Finding, NotRun, Report, Section, Since, Then
from qingdan.judging.improving import Improved
from qingdan.loading.baselines import EarlierList, EarlierReport

#: Why a rule did not apply to a list as a whole: how far it is.
_GRADES = ("partial_list", "names_only", "guides_only")
#: Whether a rule or requirement was looked for.
Ran = Callable[[str], bool]


def against(report: Report, earlier: EarlierReport, ran_then: Ran, ran_now: Ran, improved: Improved) -> Report:
    """The report with its new findings only.

    Args:
        report: What was found now.
        earlier: What was found then.
        ran_then: Whether a rule or requirement was run then.
        ran_now: Whether it was run now.
        improved: Whether a finding of now is one of then that has become better.
    """
    pairs = paired(report.sections, earlier.lists)
    baseline = Baseline(earlier.name, earlier.as_of, earlier.lang, earlier.edition, earlier.edition_hash, len(pairs))
    left = set(range(len(earlier.lists))) - set(pairs.values())
    baseline.not_checked = [
        (each.label, each.name, sum(not finding.waived for finding in each.findings))
        for each in (earlier.lists[index] for index in sorted(left))
    ]
    sections = [
        _compared(section, earlier.lists[pairs[index]], ran_then, ran_now, improved)
        if index in pairs
        else _unknown(section)
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


def _compared(section: Section, earlier: EarlierList, ran_then: Ran, ran_now: Ran, improved: Improved) -> Section:
    since, counts, new = Since(), Counter[tuple[str, str]](), list[Finding]()
    met = _Met(section, earlier, improved)
    unseen_then = _Unseen("then", section.findings, ran_then, earlier.skipped, earlier.unread, earlier.left_out)
    # one requirement may speak for another: where one that was not run now spoke then, the other now takes its place
    unseen_now = _Unseen("now", earlier.findings, ran_now, section.not_applicable, _broken(section), ())
    for finding in section.findings:
        before = met.same(finding)
        better = met.worse(finding) if before is None else None
        if (before is not None and before.severity >= finding.severity) or better is not None:
            since.known += 1
            since.improved += better is not None
        elif before is None and (why := unseen_then.why(finding) or unseen_now.spoken_for(finding)):
            counts[why, finding.id] += 1
        else:
            new.append(finding)
    for each in met.left():
        if why := unseen_now.why(each) or unseen_then.spoken_for(each):
            counts[why, each.id] += 1
        else:
            since.gone.append(each)
    since.not_compared = dict(counts)
    return replace(section, findings=new, since=since)


class _Met:
    """The findings of an earlier list, taken one by one by those of now that they were."""

    def __init__(self, section: Section, earlier: EarlierList, improved: Improved) -> None:
        self._formerly, self._improved = section.formerly, improved
        self._then: dict[str, list[Earlier]] = defaultdict(list)
        for each in earlier.findings:
            self._then[each.fingerprint].append(each)
        self._places = {_place(each.path) for each in earlier.findings}
        #: Fingerprints of now, and what they would have been: an earlier finding under one of them has not gone.
        self._here = {
            name
            for finding in (*section.findings, *(each for each, _ in section.waived))
            for name in (finding.fingerprint, *(then.fingerprint for then in self._formers(finding)))
        }
        self._open: dict[str, list[Earlier]] = defaultdict(list)
        for each in earlier.findings:
            if each.fingerprint not in self._here:
                self._open[each.path].append(each)

    def _formers(self, finding: Finding) -> Iterator[Then]:
        """What a finding would have been called before; not that of a merged place beside which its own stood then."""
        own = _place(finding.path) in self._places
        return (then for then in self._formerly.get(finding.fingerprint, ()) if not (then.merged and own))

    def same(self, finding: Finding) -> Earlier | None:
        """The earlier finding that this one was, under its name of now or one that it had."""
        before = next((each for each in self._then.get(finding.fingerprint, ()) if not each.waived), None)
        if before is not None:
            self._then[finding.fingerprint].remove(before)
            return before
        names = (then.fingerprint for then in self._formers(finding))  # of what was split each part was the whole
        before = next((each for name in names for each in self._then.get(name, ()) if not each.waived), None)
        return before or (None if finding.args else self._of_place(finding))

    def _of_place(self, finding: Finding) -> Earlier | None:
        """Of what is known by its rule and place alone: the same rule there, whatever else it was known by then."""
        for each in self._open.get(finding.path, ()):
            if each.id == finding.id and not each.waived:
                self._open[finding.path].remove(each)
                return each
        return None

    def worse(self, finding: Finding) -> Earlier | None:
        """An earlier finding of the same place that this one is an improvement of; it is taken for gone no more."""
        for path in dict.fromkeys((finding.path, *(then.path for then in self._formers(finding)))):
            for each in self._open.get(path, ()):
                if not each.waived and self._improved(finding, each):
                    self._open[path].remove(each)
                    return each
        return None

    def left(self) -> list[Earlier]:
        """The earlier findings that are here no longer, under no name."""
        return [each for rows in self._open.values() for each in rows]


def _place(path: str) -> str:
    """The place in a path; ``""`` for what is of the whole province."""
    return path.partition("]")[0] if path.startswith("localities[") else ""


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
        self._whole = {row.id for row in skipped if row.reason in _GRADES}
        self._parts = [(row.id, row.subject) for row in skipped if row.reason not in _GRADES]
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
