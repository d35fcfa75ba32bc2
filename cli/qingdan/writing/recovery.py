"""What a killed run left is put right by the next one: a journal says which parts go back to where they were."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from qingdan.writing.beside import JOURNAL, clear, left_behind


@dataclass(frozen=True)
class Back:
    """One part that goes back.

    Attributes:
        part: Where it is kept, below the folder of parts.
        to: Where it belongs, below what is being written; ``""`` is that itself. Nothing is done where something else
            stands there already.
        instead: SHA-256 of the one text that it takes the place of; ``""`` for none.
    """

    part: str
    to: str
    instead: str = ""


@dataclass(frozen=True)
class PutRight:
    """What a killed run had left, and what became of it.

    Attributes:
        back: What is where it was.
        kept: Folders with parts in the place of which something else stands by now: a person must look at them.
        cleared: Folders that held nothing of worth, and are gone.
    """

    back: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    cleared: tuple[Path, ...] = ()


#: Is told of it before anything else is done.
Told = Callable[[PutRight], None]


def put_right(target: Path, told: Told | None = None) -> None:
    """Put right what killed runs left where a file or folder is to be written.

    Args:
        target: The file or folder.
        told: Is told where there was anything.

    Raises:
        OSError: A part cannot go back; it is kept.
    """
    target = Path(os.path.realpath(target))
    back: list[Path] = []
    kept: list[Path] = []
    cleared: list[Path] = []
    for left in left_behind(target.parent, target):
        whose = _belongs_to(left)
        if whose == target:
            back += put_back(left, target)
        if whose in (None, target):
            (cleared if not (left / JOURNAL).exists() and clear(left) else kept).append(left)
    if told and (back or kept or cleared):
        told(PutRight(tuple(back), tuple(kept), tuple(cleared)))


def unfinished(target: Path) -> bool:
    """Whether a killed run left a file or folder half changed."""
    target = Path(os.path.realpath(target))
    return any(_belongs_to(left) == target for left in left_behind(target.parent, target))


def note(part: Path, target: Path, steps: Sequence[Back]) -> None:
    """Write down how to put right what is about to be changed, and make sure that it is on the disk.

    Args:
        part: The folder of parts, beside the target or inside it.
        target: What is being changed.
        steps: What would have to go back.

    Raises:
        OSError: It cannot be written.
    """
    name = os.path.relpath(target, part.parent)
    draft = part / f"{JOURNAL}.new"
    with draft.open("w", encoding="utf-8") as file:
        json.dump({"target": name, "steps": [asdict(step) for step in steps]}, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, part / JOURNAL)


def settled(part: Path) -> None:
    """From now on nothing would have to be put right."""
    (part / JOURNAL).unlink(missing_ok=True)


def put_back(part: Path, target: Path) -> list[Path]:
    """Put back what a journal names, and settle it unless something stands in the way.

    Returns:
        What was put back.

    Raises:
        OSError: A part cannot be moved; the journal stays.
    """
    moved, blocked = [], False
    for step in _steps(part):
        source, place = part / step.part, target / step.to if step.to else target
        if not os.path.lexists(source):
            continue
        if os.path.lexists(place) and not (step.instead and fingerprint(place) == step.instead):
            # one whole folder, the old or the new, is as good as the other
            blocked = blocked or (step.to != "" and not _same(source, place))
            continue
        os.replace(source, place)
        moved.append(place)
    if not blocked:
        settled(part)
    return moved


def fingerprint(path: Path) -> str:
    """SHA-256 of a plain file; ``""`` for anything else."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() and not path.is_symlink() else ""


def _same(source: Path, place: Path) -> bool:
    return fingerprint(source) == fingerprint(place) != ""


def _journal(part: Path) -> dict[str, Any] | None:
    try:
        return dict(json.loads((part / JOURNAL).read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return {}


def _belongs_to(part: Path) -> Path | None:
    """What a journal is about; ``None`` where there is none. One that cannot be read is about the folder of parts."""
    journal = _journal(part)
    if journal is None:
        return None
    name = str(journal.get("target", ""))
    inside = name not in ("", "..") and len(PurePosixPath(name).parts) <= 1
    return Path(os.path.realpath(part.parent / name)) if inside else part


def _steps(part: Path) -> Iterator[Back]:
    """The steps of a journal; none of them leads out of the two folders."""
    for each in (_journal(part) or {}).get("steps", []):
        step = Back(**each)
        paths = PurePosixPath(step.part), PurePosixPath(step.to)
        if not any(path.is_absolute() or ".." in path.parts for path in paths):
            yield step
