"""What every function of the SDK takes."""

from __future__ import annotations

from os import PathLike

from qingdan.loading.workspace import Workspace

AnyPath = str | PathLike[str]


def looked(workspace: Workspace | None) -> Workspace:
    """A workspace in which every edition is what its files say now."""
    return workspace.look_again() if workspace else Workspace()
