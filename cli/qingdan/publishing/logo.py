"""The picture beside the file of an identity: a plain file in the same folder, and by its content a picture."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Literal

from qingdan.publishing.drawing import NotPlain, redrawn
from qingdan.publishing.pictures import ending_of
from qingdan.reading import FileTree

#: Every page loads the logo.
_LARGEST = 200_000
Why = Literal["logo", "link", "large", "picture", "active"]


class BadLogo(Exception):
    """Raised when a logo cannot be used.

    Attributes:
        why: ``logo``: it is not there; ``link``: it is a link, no plain file, or outside of the folder; ``large``: it
            is too large; ``picture``: by its content it is no picture; ``active``: an SVG that is more than a picture.
        what: What of an SVG is not allowed.
    """

    def __init__(self, why: Why, what: str = "") -> None:
        super().__init__(f"{why} {what}".rstrip())
        self.why: Why = why
        self.what = what


@dataclass(frozen=True)
class Logo:
    """A picture to be written.

    Attributes:
        ending: What its name ends in, by its content: ``.png``.
        data: The picture.
    """

    ending: str
    data: bytes


def logo_of(folder: Path, name: str) -> Logo:
    """The picture of a name in a folder or below it; symbolic links are no more followed than in lists.

    Raises:
        BadLogo: It cannot be used.
    """
    data = _read(folder, name)
    if len(data) > _LARGEST:
        raise BadLogo("large")
    ending = ending_of(data)
    if ending:
        return Logo(ending, data)
    try:
        return Logo(".svg", redrawn(data))
    except NotPlain as error:
        raise BadLogo("active" if error.what else "picture", error.what) from error


def _read(folder: Path, name: str) -> bytes:
    steps = PurePosixPath(name).parts
    if not steps or ".." in steps or PurePosixPath(name).is_absolute() or PureWindowsPath(name).anchor or "\\" in name:
        raise BadLogo("link")
    above = [folder.joinpath(*steps[:size]) for size in range(1, len(steps))]
    if any(each.is_symlink() for each in above):
        raise BadLogo("link")
    file = folder.joinpath(*steps)
    try:
        tree = FileTree(file)
        if tree.names():
            return tree.read(file.name)
    except (OSError, ValueError) as error:
        raise BadLogo("logo") from error
    why: dict[str, Why] = {"symlink": "link", "special": "link", "": "large"}
    raise BadLogo(next((why.get(str(found.args.get("kind", "")), "logo") for found in tree.problems()), "logo"))
