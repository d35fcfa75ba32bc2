"""From lists to a site in a folder: built beside it, and put in its place when it is whole."""

from __future__ import annotations

import errno
import gc
import json
import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from qingdan.findings import Severity
from qingdan.problems import NotPublished, SiteToolsMissing
from qingdan.publishing.address import site_address
from qingdan.publishing.placing import NEW, NotPutBack, change_places
from qingdan.publishing.work import Watch, Work, check_folder, work
from qingdan.sdk.importing import with_tables
from qingdan.words.grammar import Lang
from qingdan.writing.beside import is_read_only, scratch
from qingdan.writing.recovery import Told, put_right

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from qingdan.loading.workspace import Workspace


@dataclass(frozen=True)
class Published:
    """A site that was written.

    Attributes:
        index: Its first page.
        pages: How many pages are made from data.
        guides: How many guides of real places are dated and less than two years old.
        official: Of how many of these an official text or a copy of one was seen.
        specimens: How many guides of real places are archives, too old or without a day.
        not_yet: How many guides of real places are of what is not yet in force.
        broken: Names of the lists of which parts could not be read.
        errors: How many errors a validation finds in the lists.
        left: A folder with what of the old site could not be removed, if anything.
    """

    index: Path
    pages: int
    guides: int
    official: int
    specimens: int
    not_yet: int
    broken: tuple[str, ...]
    errors: int
    left: Path | None


def publish(
    *paths: str | PathLike[str],
    to: str | PathLike[str],
    as_of: str,
    edition: str | PathLike[str] = "",
    lang: Lang = "zh",
    site_url: str = "",
    identity: str | PathLike[str] | None = None,
    broken: bool = False,
    since: str = "",
    province: str = "",
    watch: Watch | None = None,
    told: Told | None = None,
    workspace: Workspace | None = None,
) -> Published:
    """Turn lists and an edition into a static site.

    Args:
        paths: Folders with ``catalogue.yaml``, folders of such folders, or single files.
        to: Folder of the site: not there yet, empty, or written by an earlier call, which it replaces as a whole;
            hidden files in it stay.
        as_of: The day on which the site is made: ``"2026-11-22"``.
        edition: An edition in place of the default one.
        lang: Language of the interface: ``"zh"`` or ``"en"``. The guides stay in the language of the lists.
        site_url: Address at which the site will stand, for what needs whole addresses: ``"https://example.org/"``.
        identity: A YAML file with name, slogan, colours, footer and logo of one's own.
        broken: Publish lists that have errors of reading or structure, too; their pages say so.
        since: A git revision: the pages of changes then tell what has changed in each list since, too.
        province: Whose lists files of tables are (xlsx, csv, …): they are imported in memory.
        watch: Told after each list and each page how many are done, how many there are, and its name.
        told: Told where a killed run had left something, before anything else is done.
        workspace: What was read for earlier questions; it is read anew where its files have changed.

    Returns:
        Where to look, and what was counted; fiction is not counted.

    Raises:
        SiteToolsMissing: MkDocs is not installed.
        BadAddress: ``site_url`` is no address at which a site can stand.
        NotOurFolder: The folder holds something that is not a site of ours; nothing was touched.
        NothingThere: There is no list.
        NotFitToPublish: A list has errors of reading or structure, and ``broken`` was not asked for.
        SameAddress: Two pages would be written to one file.
        BadIdentity: The identity cannot be used.
        UnknownEdition: ``edition`` is not to be had.
        BrokenEdition: It has errors of its own.
        UnknownRevision: Git does not know ``since``, or a list is in no repository.
        NotPublished: The site could not be written; what was there is as it was.
        NotATable: A file of tables cannot be read.
        NoHeadings: No row of it has headings that are known.
        UnknownProvince: ``province`` is none.
        ValueError: ``as_of`` is no day.
    """
    if find_spec("mkdocs") is None:
        raise SiteToolsMissing
    folder, lists = Path(to), [Path(path) for path in paths]
    address = site_address(site_url)
    inputs = [*lists, *(Path(path) for path in (edition, identity) if path and os.path.exists(path))]
    check_folder(folder, inputs)
    _put_right(folder, told)
    identity_file = str(identity) if identity else None
    workspace = with_tables(lists, province, as_of, edition, workspace)
    given = partial(
        work, edition=str(edition), lang=lang, identity_file=identity_file, site_url=address, workspace=workspace
    )
    done = given(lists, as_of, broken=broken, revision=since, watch=watch)
    try:
        left = _build_beside(Path(os.path.realpath(folder)), done, address, inputs, watch)
    except NotPutBack as error:
        raise NotPublished(folder, error.error, error.kept) from error
    except OSError as error:
        raise NotPublished(folder, error) from error
    real = [guide for province in done.site.provinces if not province.sample for guide in province.guides]
    live = [guide for guide in real if not guide.specimen]
    official = sum(not guide.second_hand for guide in live)
    errors = sum(f.severity == Severity.ERROR for section in done.site.report.sections for f in section.findings)
    names = tuple(province.section.name for province in done.site.provinces if province.broken)
    later = sum(guide.specimen == "not_yet" for guide in real)
    old = len(real) - len(live) - later
    return Published(folder / "index.html", len(done.pages), len(live), official, old, later, names, errors, left)


def _put_right(folder: Path, told: Told | None) -> None:
    try:
        put_right(folder, told)
        if folder.exists() and is_read_only(folder):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    except OSError as error:
        raise NotPublished(folder, error) from error


def _build_beside(folder: Path, done: Work, site_url: str, inputs: Sequence[Path], watch: Watch | None) -> Path | None:
    """Build into a folder beside the one that is meant, on the same disk, and let them change places.

    Returns:
        What of the old site could not be removed, if anything.
    """
    from mkdocs.commands.build import build

    folder.parent.mkdir(parents=True, exist_ok=True)
    with scratch(folder.parent) as beside:
        with _quiet(), _collecting():
            (beside / "docs").mkdir()
            config = _config(beside, site_url, done)
            config.plugins["qingdan"].prepare(done, watch)  # type: ignore[attr-defined]
            build(config)
        check_folder(folder, inputs)  # once more: building takes a while
        change_places(beside, folder)
    return beside if beside.exists() else None


def _config(beside: Path, site_url: str, done: Work) -> MkDocsConfig:
    from mkdocs.config import load_config

    file = beside / "mkdocs.yml"
    settings = {
        "site_name": done.identity.name[done.lang],
        "site_url": site_url or None,
        "docs_dir": str(beside / "docs"),
        "site_dir": str(beside / NEW),
        "use_directory_urls": False,
        "theme": {"name": "qingdan"},
        "plugins": [{"qingdan": {"as_of": done.site.as_of}}],
    }
    given = {key: value for key, value in settings.items() if value is not None}
    file.write_text(json.dumps(given, ensure_ascii=False), encoding="utf-8")
    return load_config(str(file))


@contextmanager
def _quiet() -> Iterator[None]:
    """MkDocs says what goes wrong on its log and raises it, too: it is told once, by whoever called."""
    log = logging.getLogger("mkdocs")
    silent, propagate = logging.NullHandler(), log.propagate
    log.addHandler(silent)
    log.propagate = False
    try:
        yield
    finally:
        log.propagate = propagate
        log.removeHandler(silent)


@contextmanager
def _collecting() -> Iterator[None]:
    """Templates and MkDocs leave cycles behind; the command, which only reads and prints, does not look for them."""
    looked = gc.isenabled()
    gc.enable()
    try:
        yield
    finally:
        if not looked:
            gc.disable()
