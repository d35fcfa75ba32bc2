"""Which edition may judge others: one of the package, or one of the user's own that has no errors."""

from __future__ import annotations

from collections.abc import Sequence

from qingdan.findings import Finding, Severity
from qingdan.loading.edition import Edition, NoEdition
from qingdan.loading.opening import editions, known_divisions
from qingdan.loading.workspace import Workspace
from qingdan.rules import all_rules
from qingdan.rules.record import RuleContext


class BrokenEdition(Exception):
    """Raised when an edition of one's own has errors: what it would judge could not be trusted.

    Attributes:
        name: The edition as it was named.
        findings: Its errors, in order of reading.
    """

    def __init__(self, name: str, findings: Sequence[Finding]) -> None:
        super().__init__(f"edition {name!r} has {len(findings)} errors; check it with qingdan validate {name}")
        self.name = name
        self.findings = tuple(findings)


def trusted(name: str, as_of: str, workspace: Workspace) -> Edition:
    """An edition that may judge others.

    Raises:
        UnknownEdition: There is no such edition.
        BrokenEdition: It has errors of its own.
    """
    try:
        edition = workspace.edition(name)
    except NoEdition as error:
        raise BrokenEdition(name, error.files.findings) from error
    if name not in editions():
        errors = workspace.made_of(name, ("errors", as_of), lambda edition: _errors(edition, as_of))
        if errors:
            raise BrokenEdition(name, errors)
    return edition


def _errors(edition: Edition, as_of: str) -> list[Finding]:
    context = RuleContext(edition, known_divisions(), None, as_of)
    found = [*edition.files.findings]
    found += [f for rule in all_rules().values() if rule.scope == "edition" for f in rule.run(edition, context)]
    return [finding for finding in found if finding.severity == Severity.ERROR]
