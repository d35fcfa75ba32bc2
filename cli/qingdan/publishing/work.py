"""What a site is built from, and the folder it may be written to: looked over before anything is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qingdan.loading.workspace import Workspace
from qingdan.problems import NotOurFolder
from qingdan.publishing import site as sites
from qingdan.publishing.identity import Identity, identity
from qingdan.publishing.pages import Page, by_url
from qingdan.publishing.site import Site
from qingdan.words.grammar import Lang

#: The file by which a folder is known as written by us. Hidden files stay where they are when a site is built anew.
MARK = ".qingdan-site"
_MARK_TEXT = (
    "本文件夹由 qingdan 生成：再次发布时整个换掉，只保留点号开头的文件。\n"
    "Written by qingdan: everything here is replaced by the next build but what begins with a dot.\n"
)
#: Told how many parts are done, how many there are, and the name of the last.
Watch = Callable[[int, int, str], None]


@dataclass(frozen=True, repr=False)
class Work:
    """Everything that was read for a site.

    Attributes:
        site: Lists and edition.
        identity: Name, colours, logo.
        lang: Language of the interface.
        pages: URL → page.
    """

    site: Site
    identity: Identity
    lang: Lang
    pages: dict[str, Page]


def work(
    paths: Sequence[Path],
    as_of: str,
    *,
    edition: str = "",
    lang: Lang = "zh",
    identity_file: str | None = None,
    broken: bool = False,
    site_url: str = "",
    revision: str = "",
    watch: Watch | None = None,
    workspace: Workspace | None = None,
) -> Work:
    """Read and look over everything.

    Raises:
        BadIdentity: The identity cannot be used.
        SameAddress: Two pages would be written to one file.
        Exception: What ``qingdan.publishing.site.read`` raises.
    """
    own = identity(identity_file)
    site = sites.read(paths, as_of, edition, broken=broken, revision=revision, watch=watch, workspace=workspace)
    return Work(site, own, lang, by_url(site, lang, site_url))


def check_folder(folder: Path, paths: Sequence[Path] = ()) -> None:
    """Make sure that a site may take the place of a folder.

    Args:
        folder: Where the site goes.
        paths: Of what it is made from, lists, edition and identity: none may lie inside it, nor it inside a list.

    Raises:
        NotOurFolder: It may not.
    """
    here = Path(os.path.realpath(folder))  # never fails, not even on links that lead in a circle
    inputs = [Path(os.path.realpath(path)) for path in paths]
    if any(here != path and here.is_relative_to(path) for path in inputs if (path / "catalogue.yaml").is_file()):
        raise NotOurFolder(folder, "inputs")
    if not folder.exists():
        return
    if not folder.is_dir():
        raise NotOurFolder(folder, "file")
    inside = [path for path in inputs if path.is_relative_to(here)]
    if (here / "catalogue.yaml").is_file() or any(map(_holds_lists, inside)):
        raise NotOurFolder(folder, "lists")
    if inside:
        raise NotOurFolder(folder, "inputs")
    if any(here.iterdir()) and not (here / MARK).is_file():
        raise NotOurFolder(folder, "strange")


def _holds_lists(path: Path) -> bool:
    return path.name == "catalogue.yaml" or any(path.glob("catalogue.yaml")) or any(path.glob("*/catalogue.yaml"))


def mark(folder: Path) -> None:
    """Make a folder known as ours."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text(_MARK_TEXT, encoding="utf-8", newline="\n")
