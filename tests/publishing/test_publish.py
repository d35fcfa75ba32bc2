"""Publishing replaces a site as a whole or leaves it as it was, and touches nothing that is not a site of ours."""

from __future__ import annotations

import errno
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

import qingdan
from qingdan.publishing import placing
from qingdan.publishing.guide import Maker
from tests.app.running import run, snapshot, start, write
from tests.repositories import commit, git, repository

REPO = Path(__file__).resolve().parents[2]
EXAMPLE = REPO / "provinces" / "990000-example"
DAY = "2026-11-22"


@pytest.fixture
def little(tmp_path: Path) -> Path:
    """A list of one item."""
    return start(tmp_path / "little")


def test_a_site_has_its_pages_and_says_where_to_look(tmp_path: Path, little: Path) -> None:
    done = run("publish", tmp_path / "site", little, "--as-of", DAY)
    assert done.code == 0, done.err
    assert done.out.splitlines()[-1] == f"打开看：{(tmp_path / 'site' / 'index.html').as_posix()}"
    assert "指南 0 份" in done.out and "虚构示例不计" in done.out  # the one guide is fiction
    page = (tmp_path / "site/guides/990000/P99-0401.html").read_text("utf-8")
    assert "<h1>失业登记</h1>" in page and "虚构" in page
    assert sorted(path.name for path in tmp_path.iterdir()) == ["little", "site"]  # nothing is left beside it


def test_guides_of_real_places_are_counted_and_fiction_is_not(tmp_path: Path) -> None:
    provinces = REPO / "provinces"
    done = qingdan.publish(provinces, to=tmp_path / "site", as_of=DAY)
    alone = qingdan.publish(provinces / "330000-zhejiang", to=tmp_path / "one", as_of=DAY)
    assert done.guides + done.specimens > alone.guides + alone.specimens > 0
    lists = [qingdan.load(path.parent) for path in provinces.glob("*/catalogue.yaml")]
    real = sum(len(list(each.effective())) for each in lists if each.head["kind"] != "sample")
    assert done.guides + done.specimens == real


def test_publishing_again_replaces_everything_but_hidden_files(tmp_path: Path, little: Path) -> None:
    site = tmp_path / "site"
    assert run("publish", site, little, "--as-of", DAY).code == 0
    first = snapshot(site)
    write(site, ".git/HEAD", "ref: refs/heads/pages\n")
    write(site, "guides/990000/gone.html", "of an item that is no more")
    assert run("publish", site, little, "--as-of", DAY).code == 0
    again = snapshot(site)
    assert again.pop(".git/HEAD") == b"ref: refs/heads/pages\n"
    assert set(again) == set(first)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("what", ["strange", "file", "a list", "lists inside"])
def test_a_folder_that_is_not_ours_is_never_touched(tmp_path: Path, little: Path, what: str, lang: str) -> None:
    target = tmp_path / "target"
    lists = little
    if what == "strange":
        write(target, "thesis.txt", "years of work")
    elif what == "file":
        write(tmp_path, "target", "years of work")
    elif what == "a list":
        target = little
    else:
        assert run("publish", target, little, "--as-of", DAY).code == 0
        lists = Path(shutil.copytree(little, target / "sources"))
    before = snapshot(tmp_path)
    done = run("publish", target, lists, "--as-of", DAY, "--lang", lang)
    assert done.code == 2 and target.name in done.err
    assert ("qingdan publish site" in done.err) and ("没有改动" in done.err or "nothing was changed" in done.err)
    assert snapshot(tmp_path) == before


def break_midway(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Let the third guide fail."""
    calls = iter(range(1000))
    real = Maker.blocks

    def blocks(self: Maker) -> Any:
        if next(calls) == 2:
            raise error
        return real(self)

    monkeypatch.setattr(Maker, "blocks", blocks)


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), 3, ("磁盘满了", "没有动")),
        (PermissionError(errno.EACCES, "Permission denied"), 3, ("没有权限", "没有动")),
        (RuntimeError("a fault"), 4, ("qingdan 自身出错", "a fault")),
        (KeyboardInterrupt(), 130, ()),
    ],
)
def test_where_building_fails_the_old_site_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, code: int, words: tuple[str, ...]
) -> None:
    site = tmp_path / "site"
    assert run("publish", site, EXAMPLE, "--as-of", DAY).code == 0
    before = snapshot(tmp_path)
    break_midway(monkeypatch, error)
    done = run("publish", site, EXAMPLE, "--as-of", DAY)
    assert done.code == code
    assert all(word in done.err for word in words), done.err
    assert snapshot(tmp_path) == before


def test_where_the_last_step_fails_the_old_site_is_put_back(
    tmp_path: Path, little: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    monkeypatch.setattr(placing, "exchange", lambda one, other: False)
    assert run("publish", site, little, "--as-of", DAY).code == 0
    before = snapshot(tmp_path)
    rename = os.rename

    def only_away(source: Path, target: Path) -> None:
        if Path(target) == site and Path(source).name == "site":
            raise OSError(errno.EBUSY, "Device or resource busy")
        rename(source, target)

    monkeypatch.setattr(os, "rename", only_away)
    assert run("publish", site, little, "--as-of", DAY).code == 3
    assert snapshot(tmp_path) == before


def test_a_link_to_the_folder_stays_a_link(tmp_path: Path, little: Path) -> None:
    (tmp_path / "releases").mkdir()
    (tmp_path / "current").symlink_to(tmp_path / "releases")
    assert run("publish", tmp_path / "current", little, "--as-of", DAY).code == 0
    assert (tmp_path / "current").is_symlink() and (tmp_path / "releases" / "index.html").is_file()


def test_no_province_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for lists in ("empty", "nowhere"):
        done = run("publish", tmp_path / "site", tmp_path / lists, "--as-of", DAY)
        assert done.code == 3 and lists in done.err
    assert not (tmp_path / "site").exists()


HALF_WRITTEN = {
    "catalogue.yaml is empty": ("catalogue.yaml", ""),
    "catalogue.yaml ends in the middle": ("catalogue.yaml", 'schema: catalogue/1\nprovince: "99'),
    "catalogue.yaml has no name": ("catalogue.yaml", 'schema: catalogue/1\nprovince: "990000"\n'),
    "an item ends in the middle": (
        "items/02.yaml",
        "schema: items/1\nitems:\n  - id: A-1\n    name: 失业登记\n    mater",
    ),
    "an item has no id": ("items/02.yaml", "schema: items/1\nitems:\n  - name: 失业登记\n"),
    "a place is half written": ("localities/990101.yaml", 'schema: locality/1\narea: "990101"\n'),
    "not UTF-8": ("items/02.yaml", "名称".encode("gbk")),
}


@pytest.mark.parametrize("what", HALF_WRITTEN)
def test_a_half_written_list_is_not_published_unless_told_so(tmp_path: Path, little: Path, what: str) -> None:
    write(little, *HALF_WRITTEN[what])
    done = run("publish", tmp_path / "site", little, "--as-of", DAY)
    assert done.code == 3 and "little" in done.err and not (tmp_path / "site").exists()
    if what.startswith("catalogue.yaml"):  # whether it is fiction or an archive is not known then
        assert run("publish", tmp_path / "site", little, "--as-of", DAY, "--broken").code == 3
        return
    assert "--broken" in done.err and f"{HALF_WRITTEN[what][0]}:" in done.err
    told = run("publish", tmp_path / "site", little, "--as-of", DAY, "--broken")
    assert told.code == 0, told.err
    assert "读不通" in told.out
    pages = list((tmp_path / "site").rglob("*.html"))
    for page in pages:
        if page.name != "404.html":
            assert "这份清单有写坏的地方" in page.read_text("utf-8"), page


def test_only_the_pages_of_the_broken_list_say_it(tmp_path: Path) -> None:
    for name, province in (("good", "990000"), ("bad", "330000")):
        start(tmp_path / "lists" / name, province)
    write(tmp_path / "lists/bad", "items/02.yaml", "schema: items/1\nitems: [")
    assert run("publish", tmp_path / "site", tmp_path / "lists", "--as-of", DAY, "--broken").code == 0
    said = {p.name: "这份清单有写坏的地方" in p.read_text("utf-8") for p in (tmp_path / "site/places").glob("*.html")}
    assert said == {"990000.html": False, "330000.html": True, "index.html": True}  # the last shows both


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_two_items_with_one_address_are_refused(tmp_path: Path, little: Path, lang: str) -> None:
    write(
        little,
        "items/02.yaml",
        "schema: items/1\nitems:\n  - {id: A-1, name: 求职登记}\n  - {id: A-1, name: 求职补贴}\n",
    )
    done = run("publish", tmp_path / "site", little, "--as-of", DAY, "--lang", lang)
    assert done.code == 3, done.err
    assert "guides/990000/A-1.html" in done.err and "求职登记" in done.err and "求职补贴" in done.err
    assert "items/02.yaml:3" in done.err and "items/02.yaml:4" in done.err
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("first", "second"),
    [("高新 区", "高新-区"), ("A区", "a区")],
    ids=["punctuation", "case"],
)
def test_two_places_with_one_address_are_refused(tmp_path: Path, little: Path, first: str, second: str) -> None:
    for number, name in enumerate((first, second)):
        text = f'schema: locality/1\nzone: {{within: "990101", name: {name}}}\nname: {name}\nlevel: county\nitems: []\n'
        write(little, f"localities/zone-{number}.yaml", text)
    done = run("publish", tmp_path / "site", little, "--as-of", DAY)
    assert done.code == 3 and "places/990101-" in done.err


@pytest.mark.parametrize("ids", [("CON", "NUL"), ("AUX", "COM1"), ("README", "LPT9"), ("PRN", "COM0")])
def test_pages_of_ids_that_a_system_keeps_for_itself_have_names_that_all_can_hold(
    tmp_path: Path, little: Path, ids: tuple[str, ...]
) -> None:
    items = "".join(f"  - {{id: {id}, name: 事项{number}}}\n" for number, id in enumerate(ids))
    write(little, "items/02.yaml", f"schema: items/1\nitems:\n{items}")
    for number, id in enumerate(ids):
        text = f'schema: locality/1\nzone: {{within: "990101", name: {id}}}\nname: {id}\nlevel: county\nitems: []\n'
        write(little, f"localities/zone-{number}.yaml", text)
    done = run("publish", tmp_path / "site", little, "--as-of", DAY)
    assert done.code == 0, done.err
    names = {part for path in snapshot(tmp_path / "site") for part in Path(path).parts}
    kept = {"con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in range(10)), "readme"}
    assert not {name for name in names if name.partition(".")[0].casefold() in kept}
    home = (tmp_path / "site/places/990000.html").read_text("utf-8")
    for number in range(len(ids)):
        [url] = re.findall(rf'href="\.\./(guides/990000/[^"]+)">事项{number}<', home)
        assert f"<h1>事项{number}</h1>" in (tmp_path / "site" / url).read_text("utf-8")


def test_two_lists_of_one_province_are_refused(tmp_path: Path) -> None:
    for name in ("one", "two"):
        start(tmp_path / "lists" / name, "330000")
    done = run("publish", tmp_path / "site", tmp_path / "lists", "--as-of", DAY)
    assert done.code == 3 and "places/330000.html" in done.err


IDENTITY = """\
name: {zh: 某省指南, en: Guides of a province}
slogan: {zh: 一句话, en: One line}
footer: {zh: 本站不是政府网站, en: Not a government site}
logo: mark.svg
colours: {main: "#7a1f1f"}
"""


def test_an_identity_of_ones_own_is_taken_over(tmp_path: Path, little: Path) -> None:
    own = write(tmp_path, "own/identity.yaml", IDENTITY)
    write(tmp_path, "own/mark.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    done = run("publish", tmp_path / "site", little, "--as-of", DAY, "--identity", own)
    assert done.code == 0, done.err
    home = (tmp_path / "site/index.html").read_text("utf-8")
    assert "某省指南" in home and 'src="./img/logo.svg"' in home
    assert (tmp_path / "site/img/logo.svg").read_bytes().startswith(b"<svg")
    assert "--main:#7a1f1f;" in (tmp_path / "site/css/colours.css").read_text("utf-8")


BAD_IDENTITY = {
    "no such file": (None, "打不开"),
    "no YAML": ("name: [", "YAML"),
    "no logo": (IDENTITY, "mark.svg"),
    "a logo that is no picture": (IDENTITY.replace("mark.svg", "identity.yaml"), "identity.yaml"),
    "no English name": (IDENTITY.replace(", en: Guides of a province", ""), "name"),
    "no footer": (IDENTITY.partition("footer")[0], "footer"),
    "an unknown part": (IDENTITY.replace("logo:", "logoo:"), "logoo"),
    "a blank name": (IDENTITY.replace("Guides of a province", "' '"), "name"),
    "a colour that is CSS": (IDENTITY.replace("#7a1f1f", "red;}body{display:none"), "#0b4f8a"),
    "an unknown colour": (IDENTITY.replace("main:", "mian:"), "mian"),
}


@pytest.mark.parametrize("what", BAD_IDENTITY)
def test_an_identity_that_cannot_be_used_is_told(tmp_path: Path, little: Path, what: str) -> None:
    text, word = BAD_IDENTITY[what]
    if text:
        write(tmp_path, "own/identity.yaml", text)
    own = tmp_path / "own" / "identity.yaml"
    for lang in ("zh", "en"):
        done = run("publish", tmp_path / "site", little, "--as-of", DAY, "--identity", own, "--lang", lang)
        assert done.code == 2 and "identity.yaml" in done.err
        assert word in done.err or lang == "en"
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("picture", "word"),
    [
        ("<svg><script>alert(1)</script></svg>", "脚本"),
        ("<svg onload='alert(1)'/>", "脚本"),
        ("<svg><image href='https://evil.example/x.png'/></svg>", "外面的地址"),
        ("<svg>" + " " * 300_000 + "</svg>", "200 KB"),
    ],
)
def test_a_logo_that_does_something_or_is_too_large_is_refused(
    tmp_path: Path, little: Path, picture: str, word: str
) -> None:
    own = write(tmp_path, "own/identity.yaml", IDENTITY)
    write(tmp_path, "own/mark.svg", picture)
    done = run("publish", tmp_path / "site", little, "--as-of", DAY, "--identity", own)
    assert done.code == 2 and word in done.err and not (tmp_path / "site").exists()


def test_a_logo_may_refer_to_itself(tmp_path: Path, little: Path) -> None:
    own = write(tmp_path, "own/identity.yaml", IDENTITY)
    write(tmp_path, "own/mark.svg", "<svg><g id='a'/><use href='#a'/><image href='data:image/png;base64,AA=='/></svg>")
    assert run("publish", tmp_path / "site", little, "--as-of", DAY, "--identity", own).code == 0


def test_without_mkdocs_the_command_says_how_to_get_it(
    tmp_path: Path, little: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qingdan.publishing.publish.find_spec", lambda name: None)
    done = run("publish", tmp_path / "site", little, "--as-of", DAY)
    assert done.code == 2 and 'pip install "qingdan[site]"' in done.err


def test_an_address_that_is_none_is_refused(tmp_path: Path, little: Path) -> None:
    done = run("publish", tmp_path / "site", little, "--as-of", DAY, "--site-url", "javascript:alert(1)")
    assert done.code == 2 and not (tmp_path / "site").exists()


def test_those_who_watch_are_told_of_each_list_and_each_page(tmp_path: Path, little: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    done = qingdan.publish(little, to=tmp_path / "site", as_of=DAY, watch=lambda *told: seen.append(told))
    assert seen[0][:2] == (1, 1)
    assert [told[0] for told in seen[1:]] == list(range(1, done.pages + 1))
    assert {told[1] for told in seen[1:]} == {done.pages}


def test_the_same_lists_give_the_same_site(tmp_path: Path, little: Path) -> None:
    for name in ("one", "two"):
        qingdan.publish(little, to=tmp_path / name, as_of=DAY)
    one, two = (snapshot(tmp_path / name) for name in ("one", "two"))
    assert one == two


def test_the_pages_of_changes_tell_what_changed_since_a_revision(tmp_path: Path) -> None:
    old = start(tmp_path / "lists" / "old")
    lists = repository(old.parent)
    commit(lists, "one item")
    git(lists, "tag", "before")
    new = shutil.copytree(old, lists / "new")
    head = new / "catalogue.yaml"
    head.write_text(
        head.read_text("utf-8").replace('"990000"', '"430000"').replace("kind: sample", "kind: list"), "utf-8"
    )
    item = old / "items" / "01.yaml"
    item.write_text(item.read_text("utf-8").replace("{amount: 3, unit: working_day, text: 3个工作日}",
                                                    "{amount: 5, unit: working_day, text: 5个工作日}"), "utf-8")  # fmt: skip
    qingdan.publish(lists, to=tmp_path / "site", as_of=DAY, since="before")
    told = (tmp_path / "site/changes/990000.html").read_text("utf-8")
    assert "从 3 个工作日改为 5 个工作日，比原来慢" in told and git(lists, "rev-parse", "before")[:10] in told
    absent = (tmp_path / "site/changes/430000.html").read_text("utf-8")
    assert "那一版里还没有这份清单" in absent and "比原来" not in absent


@pytest.mark.parametrize(("words", "why"), [(("--since", "no-such"), "no-such"), (("--since", ""), "--since")])
def test_without_the_revision_nothing_is_written(tmp_path: Path, words: tuple[str, str], why: str) -> None:
    lists = repository(start(tmp_path / "lists" / "old").parent)
    commit(lists, "one item")
    done = run("publish", tmp_path / "site", lists / "old", "--as-of", DAY, *words)
    assert done.code == 2 and why in done.err and not (tmp_path / "site").exists()


def test_a_list_in_no_repository_has_no_revisions(
    tmp_path: Path, little: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    done = run("publish", tmp_path / "site", little, "--as-of", DAY, "--since", "main")
    assert done.code == 2 and "git" in done.err and not (tmp_path / "site").exists()


def test_what_the_site_is_made_from_is_never_inside_it_nor_it_inside_a_list(tmp_path: Path, little: Path) -> None:
    site = tmp_path / "site"
    assert run("publish", site, little, "--as-of", DAY).code == 0
    write(site, "identity.yaml", IDENTITY)
    for words in ((site, little, "--identity", site / "identity.yaml"), (little / "site", little)):
        done = run("publish", *words, "--as-of", DAY)
        assert done.code == 2 and "没有改动任何文件" in done.err
    assert (site / "identity.yaml").is_file() and not (little / "site").exists()


def test_what_appears_while_building_is_not_taken_away(
    tmp_path: Path, little: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mkdocs.commands import build

    whole = build.build

    def slow(config: Any) -> None:
        whole(config)
        write(tmp_path / "site", "thesis.txt", "years of work")

    monkeypatch.setattr(build, "build", slow)
    assert run("publish", tmp_path / "site", little, "--as-of", DAY).code == 2
    assert (tmp_path / "site" / "thesis.txt").read_text("utf-8") == "years of work"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["little", "site"]


@pytest.mark.parametrize("more", [(), ("--broken",)])
def test_a_list_without_a_head_is_not_published_for_nobody_knows_what_it_is(
    tmp_path: Path, little: Path, more: tuple[str, ...]
) -> None:
    head = little / "catalogue.yaml"
    head.write_text(head.read_text("utf-8") + "foo: bar\n", "utf-8")
    for lists in (little, little / "items" / "01.yaml"):
        done = run("publish", tmp_path / "site", lists, "--as-of", DAY, *more)
        assert done.code == 3 and "catalogue.yaml" in done.err and not (tmp_path / "site").exists()


def test_the_errors_that_a_list_has_all_the_same_are_counted(tmp_path: Path, little: Path) -> None:
    item = little / "items" / "01.yaml"
    item.write_text(item.read_text("utf-8").replace("JY-0401", "JY-9999"), "utf-8")
    assert qingdan.publish(little, to=tmp_path / "site", as_of=DAY).errors >= 1
    assert "处错误" in run("publish", tmp_path / "site", little, "--as-of", DAY).out


def test_a_link_in_a_circle_is_told(tmp_path: Path, little: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    for words in ((tmp_path / "a", little), (tmp_path / "site", tmp_path / "a")):
        assert run("publish", *words, "--as-of", DAY).code in (2, 3)


def test_a_place_with_a_long_name_has_a_short_address(tmp_path: Path, little: Path) -> None:
    name = "很" * 90
    write(little, "localities/zone.yaml",
          f"schema: locality/1\nzone: {{within: \"990101\", name: {name}}}\nname: {name}\nlevel: township\n"
          "items:\n  - {id: Z-1, item: P99-0401, status: claimed}\n")  # fmt: skip
    done = run("publish", tmp_path / "site", little, "--as-of", DAY)
    assert done.code == 0, done.err


def test_a_pipe_is_no_identity(tmp_path: Path, little: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("needs named pipes")
    os.mkfifo(tmp_path / "pipe.yaml")
    assert run("publish", tmp_path / "site", little, "--as-of", DAY, "--identity", tmp_path / "pipe.yaml").code == 2
