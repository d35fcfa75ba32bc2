#!/usr/bin/env bash
# What happens: holidays 0.109 answers for China in 2030: is_working_day() says yes or no, with days off by its own
#   rule, no weekend that is worked and no word that nothing has been announced. chinesecalendar 1.11.0 raises
#   NotImplementedError. For 2026, which was announced, the two agree on every day of the year.
# One would guess: a library that knows the days off in lieu and the weekends worked of the last years either knows
#   those of a year, or says that it does not.
# Why it surprises: the agreement on all announced years makes the two look interchangeable; and the State Council
#   announces a year only late in the one before, so each autumn a deadline over New Year is computed of a guess.
# Who meets it: whoever counts working days into the next year: "20 working days" ends days too early or too late.
# Instead: ask chinesecalendar and treat its exception as "not yet known"; or keep the announced years as data.
# Run with: holidays 0.109, chinesecalendar 1.11.0.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"${PYTHON:-python3}" -m venv venv
venv/bin/python -m pip install -qq --disable-pip-version-check "holidays==0.109" "chinesecalendar==1.11.0"
venv/bin/python -W error - <<'PY'
from datetime import date, timedelta
from importlib.metadata import version

import chinese_calendar
import holidays

print("holidays", version("holidays"), "and chinesecalendar", version("chinesecalendar"))

def days(year):
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(1)

china = holidays.China()
apart = [day for day in days(2026) if china.is_working_day(day) != chinese_calendar.is_workday(day)]
print(f"2026: the two differ on {len(apart)} days")
worked = [day for day in days(2026) if day.weekday() > 4 and china.is_working_day(day)]
guessed = [day for day in days(2030) if day.weekday() > 4 and china.is_working_day(day)]
off = [day for day in days(2030) if day.weekday() < 5 and not china.is_working_day(day)]
print(f"holidays, weekends worked in 2026: {len(worked)}; in 2030: {len(guessed)}; weekdays off in 2030: {len(off)}")
try:
    told = str(chinese_calendar.is_workday(date(2030, 2, 4)))
except NotImplementedError as error:
    told = f"NotImplementedError: {error}"
print("2030-02-04: holidays", china.is_working_day(date(2030, 2, 4)), "and chinesecalendar", told)
assert not apart and worked and not guessed and off and told.startswith("NotImplementedError"), "the behaviour has changed"
PY
