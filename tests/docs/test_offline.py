"""The offline instructions name what a computer without network needs: no index is asked here."""

from __future__ import annotations

import re
from functools import cache
from importlib import metadata

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from tests.docs.test_docs import REPO

import qingdan

PAGE = (REPO / "docs/howto/offline.md").read_text("utf-8")
WINDOWS = {"os_name": "nt", "sys_platform": "win32", "platform_system": "Windows", "platform_machine": "AMD64"}
LINUX = {"os_name": "posix", "sys_platform": "linux", "platform_system": "Linux", "platform_machine": "x86_64"}
WHEEL = f"dist/qingdan-{qingdan.__version__}-py3-none-any.whl"


@cache
def needed_on(system: str) -> frozenset[str]:
    """Everything that an install on a system brings; what is needed there only ends the walk by its name."""
    environment = {**default_environment(), **(WINDOWS if system == "windows" else LINUX)}
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = [Requirement("qingdan")]
    while waiting:
        wanted = waiting.pop()
        key = (canonicalize_name(wanted.name), frozenset(wanted.extras))
        if key in seen:
            continue
        seen.add(key)
        try:
            lines = metadata.requires(wanted.name) or []
        except metadata.PackageNotFoundError:  # not needed on this system, so not installed
            continue
        for line in lines:
            needed = Requirement(line)
            extras = wanted.extras or {""}
            if needed.marker is None or any(needed.marker.evaluate({**environment, "extra": x}) for x in extras):
                waiting.append(needed)
    return frozenset(name for name, _ in seen)


def download() -> list[str]:
    """The words of the command that collects the packages for Windows."""
    [line] = [line for line in PAGE.splitlines() if line.startswith("python -m pip download") and "--platform" in line]
    return line.split()


def test_what_only_windows_needs_is_named_in_the_command() -> None:
    """Pip judges markers by the system that it runs on, whatever ``--platform`` says."""
    extra = needed_on("windows") - needed_on("linux")
    assert extra, "the walk has found nothing of Windows"
    words = download()
    assert extra == set(words[words.index("download") + 2 : words.index("-d")])


def test_the_command_has_the_flags_that_pip_asks_for_with_a_platform() -> None:
    words = download()
    assert words[words.index("download") + 1] == WHEEL
    assert words[words.index("--only-binary") + 1] == ":all:"
    assert words[words.index("--platform") + 1] == "win_amd64"
    assert words[words.index("--python-version") + 1] == "3.11"


def test_the_folder_is_the_one_that_is_installed_from() -> None:
    words = download()
    assert f"python -m pip install --no-index --find-links {words[words.index('-d') + 1]} qingdan" in PAGE
    assert f"共 {len(needed_on('windows'))} 个文件" in PAGE


def test_the_packages_made_for_one_platform_are_named() -> None:
    tags = {}
    for name in needed_on("linux") - {"qingdan"}:
        wheel = metadata.distribution(name).read_text("WHEEL") or ""
        tags[name] = re.findall(r"^Tag: (.*)$", wheel, re.MULTILINE)
    bound = {name for name, each in tags.items() if not all(tag.endswith("-none-any") for tag in each)}
    [line] = [line for line in PAGE.replace("\n  ", "").splitlines() if line.startswith("- 有四个包")]
    named = {canonicalize_name(word) for word in re.findall(r"`([^`]+)`", line.partition("；")[0])}
    assert bound == named


def test_the_readmes_name_the_wheel_that_is_built() -> None:
    for name in ("README.md", "README.zh.md"):
        text = (REPO / name).read_text("utf-8")
        assert f"python -m pip install {WHEEL.removeprefix('dist/')}  #" in text
        assert "(docs/howto/offline.md)" in text
