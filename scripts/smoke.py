"""Build the wheel, install it in an empty environment outside the repository, and use it there.

What the tests cannot see from a checkout: that the wheel carries its data, that it declares every package it imports,
and that it works where no top folders are. First only the base dependencies are installed, at the locked versions, then
the extras for tables and pages.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import venv
import zipfile
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REPO = Path(__file__).resolve().parent.parent
NAME = "qingdan"
#: One entry of the lock: a name at the line start, and everything up to the next one.
ENTRY = re.compile(r"^([a-z0-9][a-z0-9._-]*)==.*?(?=^[a-z0-9]|\Z)", re.MULTILINE | re.DOTALL)
#: The extras for tables and pages.
EXTRAS = "tables,word,pdf"
#: A form in which a list goes out → the extra that it needs, the end of its file's name, how the file begins.
FORMS = {
    "table": ("", "table.csv", "\ufeff".encode()),
    "exchange": ("", "zip", b"PK"),
    "xlsx": ("tables", "xlsx", b"PK"),
    "docx": ("word", "docx", b"PK"),
    "pdf": ("pdf", "pdf", b"%PDF-"),
}
#: How a command ends that cannot write a PDF, as no Chinese font is on the machine.
NO_FONT = 3
#: A wheel without these would install and then fail at the first command.
CARRIED = (f"{NAME}/_data/catalogue/", f"{NAME}/_data/schemas/", f"{NAME}/py.typed")


def packages(extras: str = "") -> set[str]:
    """Names of all packages that an install brings, read from the metadata of the installed ones.

    Args:
        extras: Extras of this package, ``tables,word``; empty: a plain install.
    """
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = [Requirement(f"{NAME}[{extras}]" if extras else NAME)]
    while waiting:
        wanted = waiting.pop()
        key = (canonicalize_name(wanted.name), frozenset(wanted.extras))
        if key in seen:
            continue
        seen.add(key)
        for line in metadata.requires(wanted.name) or []:
            needed = Requirement(line)
            extras = wanted.extras or {""}
            if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append(needed)
    return {name for name, _ in seen} - {NAME}


def locked(names: set[str]) -> str:
    """The entries of requirements.lock for some packages, hashes and all."""
    entries = {match[1]: match[0] for match in ENTRY.finditer((REPO / "requirements.lock").read_text("utf-8"))}
    return "".join(entries[name] for name in sorted(names))


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command outside the repository, show it and what it said, and stop where it fails."""
    env = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    print("$", Path(command[0]).name, *command[1:], flush=True)
    done = subprocess.run(command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
    print(done.stdout, end="", flush=True)
    if done.returncode:
        sys.exit(f"smoke: exit code {done.returncode}")
    return done.stdout


def build_wheel(folder: Path) -> Path:
    """Build the source archive and from it the wheel; check that the wheel carries its data."""
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, REPO, cwd=folder.parent)
    [wheel] = folder.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for carried in CARRIED:
        if not any(name.startswith(carried) for name in names):
            sys.exit(f"smoke: the wheel carries no {carried}")
    return wheel


def install(wheel: Path, folder: Path) -> Path:
    """Make an empty environment, install the locked base packages and the wheel; return its folder of programs."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    install_locked(programs, packages(), folder)
    run(*pip(programs), "install", "--quiet", "--no-deps", wheel, cwd=folder)
    run(*pip(programs), "check", cwd=folder)
    return programs


def pip(programs: Path) -> tuple[str | Path, ...]:
    """The installer of an environment."""
    return (programs / "python", "-m", "pip", "--disable-pip-version-check", "--no-input")


def install_locked(programs: Path, names: set[str], folder: Path) -> None:
    """Install some packages at their locked versions."""
    lock = folder / "some.lock"
    lock.write_text(locked(names), "utf-8")
    run(*pip(programs), "install", "--quiet", "--require-hashes", "-r", lock, cwd=folder)


def use(programs: Path, folder: Path, as_of: str) -> None:
    """Do what a new user does first, in a folder that knows nothing of the repository."""
    folder.mkdir()
    version = metadata.version(NAME)
    if version not in run(programs / NAME, "--version", cwd=folder):
        sys.exit(f"smoke: --version does not say {version}")
    where = run(programs / "python", "-c", "import qingdan; qingdan.national(); print(qingdan.__file__)", cwd=folder)
    if not Path(where.strip()).is_relative_to(programs.parent):
        sys.exit(f"smoke: the package came from {where.strip()}, not from the wheel")
    run(programs / NAME, "init", "sample", cwd=folder)
    run(programs / NAME, "validate", "sample", "--as-of", as_of, cwd=folder)
    run_without_extras(programs, folder, as_of)
    install_locked(programs, packages(EXTRAS) - packages(), folder)
    run_with_extras(programs, folder, as_of)


def run_without_extras(programs: Path, folder: Path, as_of: str) -> None:
    """Every command does its work in a plain install, or says in both languages which extra it needs."""
    day = ("--as-of", as_of)
    (folder / "table.csv").write_text("事项名称,收费\n失业登记,免费\n", "utf-8")
    commands: dict[str, tuple[tuple[str, ...], str]] = {
        "validate": (("sample", *day), ""),
        "diff": (("national", "sample", *day), ""),
        "changelog": (("sample", "sample", *day), ""),
        "documents": (("--changed", *day), ""),
        "explain": (("JY-0401",), ""),
        "items": (("--search", "失业登记"), ""),
        "rules": ((), ""),
        "schema": (("schemas",), ""),
        "init": (("second",), ""),
        "import": (("table.csv", "--province", "330000", *day), ""),
        "align": (("table.csv", "--province", "330000", *day), ""),
        "coverage": (("sample", *day), ""),
        "impact": (("sample", "--edition", "2025", *day), ""),
        "export": (("sample", *day), ""),
        **{
            f"export {name}": (("sample", "-f", name, "-o", f"new.{ending}", *day), extra)
            for name, (extra, ending, _) in FORMS.items()
        },
        "import as a workbook": (("table.csv", "--province", "330000", "-o", "new.account.xlsx", *day), "tables"),
        "publish": (("site", "sample", *day), "site"),
        "upgrade": (("sample", "--to", "2025", *day), ""),
        "git-diff": (("items/01.yaml",), ""),
    }
    listed = re.findall(
        r"^  ([a-z][a-z-]+)  ", run(programs / NAME, "--help", cwd=folder).partition("Commands:")[2], re.M
    )
    if sorted(listed) != sorted({name.partition(" ")[0] for name in commands}):
        sys.exit(f"smoke: the commands are {listed}; say how each is tried")
    for name, (words, extra) in commands.items():
        for lang in ("zh", "en"):
            fresh = [f"{word}-{lang}" if word in ("schemas", "second", "site") else word for word in words]
            fresh = [name.partition(" ")[0], *fresh]
            env = {**os.environ, "QINGDAN_LANG": lang, "PYTHONIOENCODING": "utf-8"}
            done = subprocess.run(
                [programs / NAME, *fresh], cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True,
                text=True, encoding="utf-8", check=False,
            )  # fmt: skip
            told = done.returncode == 2 and f"{NAME}[{extra}]" in done.stderr if extra else done.returncode == 0
            if not told:
                sys.exit(f"smoke: {name} ({lang}) ends with {done.returncode} in a plain install\n{done.stderr}")


def run_with_extras(programs: Path, folder: Path, as_of: str) -> None:
    """What needs the extras works with them: a list goes out in every form, and comes back from those that do."""
    day = ("--as-of", as_of)
    for name, (_, ending, begins) in FORMS.items():
        words = [programs / NAME, "export", "sample", "-f", name, "-o", f"list.{ending}", *day]
        if name == "pdf" and subprocess.run(words, cwd=folder, capture_output=True, check=False).returncode == NO_FONT:
            print("smoke: no Chinese font here, no PDF is tried", flush=True)
            continue
        run(*words, cwd=folder)
        if not (folder / f"list.{ending}").read_bytes().startswith(begins):
            sys.exit(f"smoke: list.{ending} is no {name}")
    for file in ("list.xlsx", "list.table.csv"):
        run(programs / NAME, "import", file, "--province", "990000", "--to", f"{file}.list", *day, cwd=folder)
    run(programs / NAME, "import", "table.csv", "--province", "330000", "-o", "account.xlsx", *day, cwd=folder)
    run(programs / NAME, "align", "sample", *day, cwd=folder)


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the wheel and use it in an empty environment.")
    parser.add_argument("--as-of", required=True, help="date as of which the sample is judged")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="qingdan-smoke-") as name:
        folder = Path(name).resolve()
        wheel = build_wheel(folder / "dist")
        use(install(wheel, folder / "env"), folder / "empty", options.as_of)
    print("smoke: the installed wheel works")


if __name__ == "__main__":
    main()
