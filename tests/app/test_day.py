"""The day is the day in Beijing, wherever the machine stands; and it is said."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from qingdan.app import day
from tests.app.processes import run_process
from tests.app.running import run, start

ZONES = ["Pacific/Pago_Pago", "UTC", "Pacific/Kiritimati", "America/New_York", "Asia/Shanghai"]


def beijing() -> str:
    return (datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=8)).date().isoformat()


@pytest.mark.parametrize("zone", ZONES)
def test_the_day_is_that_of_beijing_in_every_time_zone(zone: str, tmp_path: Path) -> None:
    folder = start(tmp_path / "list")
    before = beijing()
    value = json.loads(run_process("validate", folder, "-f", "json", env={"TZ": zone}).stdout)
    assert value["as_of"] in (before, beijing())
    shown = run_process("validate", folder, env={"TZ": zone}).stdout.decode()
    assert f"以 {beijing()}（北京时间）为准" in shown


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("2026-11-30T15:59:59+00:00", "2026-11-30"),
        ("2026-11-30T16:00:00+00:00", "2026-12-01"),
        ("2026-12-31T05:30:00-11:00", "2027-01-01"),
        ("2027-01-01T09:00:00+14:00", "2027-01-01"),
    ],
)
def test_the_day_turns_at_midnight_in_beijing(now: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> Clock:
            return cls.fromisoformat(now).astimezone(tz)

    monkeypatch.setattr(day.datetime, "datetime", Clock)
    assert day.today() == day.day_of("") == told
    assert day.day_of("2026-11-22") == "2026-11-22"


def test_every_report_that_judges_by_today_says_whose_day_it_is(tmp_path: Path) -> None:
    folder = start(tmp_path / "list")
    for words in (
        ["validate", folder],
        ["diff", "national", folder],
        ["diff", "national", folder, "-f", "markdown"],
        ["diff", "national", folder, "-f", "html"],
        ["coverage", folder],
        ["coverage", folder, "-f", "html"],
        ["impact", folder, "--edition", "2025"],
    ):
        assert "北京时间" in run(*words).out and "Beijing time" in run(*words, "--lang", "en").out, words
        assert "北京时间" not in run(*words, "--as-of", "2026-11-22").out
    for command in ("validate", "diff", "coverage", "impact", "changelog", "export", "publish", "upgrade"):
        assert "北京时间的今天" in " ".join(run(command, "--help").out.split()).replace(" ", "")
