"""``qingdan coverage`` and ``qingdan impact`` as a user meets them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.app.running import run, write

DAY = ("--as-of", "2026-11-22")


def test_every_format_of_coverage(repo: Path) -> None:
    provinces = repo / "provinces"
    text = run("coverage", provinces, *DAY)
    assert text.code == 0 and "各省覆盖全国事项的情况（2026-11-22）" in text.out
    value = json.loads(run("coverage", provinces, *DAY, "--format", "json").out)
    assert value["schema"] == "coverage/1" and value["counted"] == len(value["columns"]) - 1
    assert run("coverage", provinces, *DAY, "--format", "csv", "--lang", "en").out.startswith(
        "\ufeffid,national item,list,area,"
    )
    assert run("coverage", provinces, *DAY, "--format", "html").out.startswith("<!doctype html>")


def test_the_places_of_one_province_and_one_list(repo: Path) -> None:
    ran = run("coverage", repo / "provinces", *DAY, "--localities", "990000")
    assert ran.code == 0 and "样例区样例街道" in ran.out and "湖南" not in ran.out
    ran = run("coverage", repo / "provinces", *DAY, "--list", "file-services-2021")
    assert ran.code == 0 and "D7-1 档案的接收、转递" in ran.out


def test_what_does_not_fit_is_said(repo: Path, tmp_path: Path) -> None:
    provinces = repo / "provinces"
    for words in (
        ["coverage", provinces, "--list", "nonsense", *DAY],
        ["coverage", provinces, "--localities", "火星省", *DAY],
        ["coverage", provinces, "--as-of", "2026-02-30"],
        ["coverage", provinces, "--edition", "2099", *DAY],
        ["coverage", provinces, "--format", "xml"],
        ["impact", provinces, *DAY],
        ["impact", provinces, "--edition", "2099", *DAY],
        ["impact", provinces, "--edition", "2025", "--as-of", "x"],
    ):
        ran = run(*words)
        assert ran.code == 2 and ran.err and not ran.out, words
    for command in (["coverage"], ["impact", "--edition", "2025"]):
        ran = run(*command, tmp_path / "nothing", *DAY)
        assert ran.code == 3 and "不存在" in ran.err
        assert run(*command, repo / "catalogue" / "2025", *DAY).code == 3


def test_what_could_not_be_read_is_named(repo: Path, tmp_path: Path) -> None:
    folder = tmp_path / "list"
    shutil.copytree(repo / "provinces" / "430000-hunan", folder)
    write(folder, "localities/433101.yaml", "schema: [")
    ran = run("coverage", folder, *DAY)
    assert ran.code == 3 and "没有读成、没有计入的文件" in ran.out and "433101.yaml" in ran.out
    ran = run("impact", folder, "--edition", "2025", *DAY)
    assert ran.code == 3 and "433101.yaml" in ran.out


def test_impact_can_fail(repo: Path, tmp_path: Path) -> None:
    hunan = repo / "provinces" / "430000-hunan"
    same = run("impact", hunan, "--edition", "2025", "--fail-on", "any", *DAY)
    assert same.code == 0 and "没有影响：湖南省就业公共服务办事指南" in same.out
    edition = tmp_path / "edition"
    shutil.copytree(repo / "catalogue" / "2025", edition)
    name = "items/04-registration.yaml"
    three, five = (f"limits: [{{amount: {days}, unit: working_day," for days in (3, 5))
    write(edition, name, (edition / name).read_text("utf-8").replace(three, five))
    words = ("impact", hunan, "--edition", edition, *DAY)
    assert run(*words).code == run(*words, "--fail-on", "new").code == 0
    gone = run(*words, "--fail-on", "any")
    assert gone.code == 1 and "消失  警告 JY-0401-R02" in gone.out
    value = json.loads(run(*words, "--format", "json").out)
    assert value["schema"] == "impact/1" and value["lists"][0]["counts"]["gone"] == 1
