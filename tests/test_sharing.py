"""Parts of work shared out among processes: none is lost, whatever happens to the processes."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

import qingdan
from qingdan import sharing
from qingdan.reports.validate import as_text as text
from qingdan.sharing import Lost, shared


def doubled(number: int) -> int:
    return number * 2


def killed(number: int, marks: Path, times: int) -> int:
    """Dies at part 2, so many times."""
    mark = marks / str(len(list(marks.iterdir())))
    if number == 2 and int(mark.name) < times:
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def short_of_memory(number: int) -> int:
    if number == 1:
        raise MemoryError
    return number


def refusing(number: int) -> int:
    if number == 3:
        raise KeyError(number)
    return number


class Unfit(Exception):
    """An exception that no pipe brings back."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def unfit(number: int) -> int:
    raise Unfit("not", str(number))


def leaving(number: int) -> int:
    if number == 0:
        os._exit(7)
    return number


def never() -> None:
    raise AssertionError("processes can be started here")


@pytest.mark.parametrize("workers", [1, 2, 5, 40])
def test_answers_come_in_the_order_of_the_parts(workers: int) -> None:
    parts = [(number,) for number in range(20)]
    assert list(shared(doubled, parts, workers, never)) == [2 * number for number in range(20)]
    assert list(shared(doubled, [], workers, never)) == []


def test_a_part_whose_process_was_killed_is_tried_once_more(tmp_path: Path) -> None:
    parts = [(number, tmp_path, 1) for number in range(6)]
    assert list(shared(killed, parts, 2, never)) == [0, 1, 2, 3, 4, 5]


def test_a_part_whose_process_is_killed_twice_is_named(tmp_path: Path) -> None:
    parts = [(number, tmp_path, 9) for number in range(6)]
    assert list(shared(killed, parts, 2, never)) == [0, 1, Lost("signal 9"), 3, 4, 5]


def test_one_worker_alone_can_be_lost_too(tmp_path: Path) -> None:
    assert list(shared(killed, [(2, tmp_path, 1), (3, tmp_path, 1)], 1, never)) == [2, 3]


def test_other_ends_are_told_apart() -> None:
    assert list(shared(short_of_memory, [(0,), (1,), (2,)], 2, never)) == [0, Lost("memory"), 2]
    assert list(shared(leaving, [(0,), (1,)], 2, never)) == [Lost("exit 7"), 1]


def test_an_exception_comes_back_at_its_turn() -> None:
    answers = shared(refusing, [(number,) for number in range(6)], 3, never)
    assert [next(answers), next(answers), next(answers)] == [0, 1, 2]
    with pytest.raises(KeyError):
        next(answers)
    with pytest.raises(RuntimeError, match="Unfit: not0"):
        list(shared(unfit, [(0,), (1,)], 2, never))


def test_where_no_process_starts_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []

    class Refused(sharing.Process):  # type: ignore[misc]
        def start(self) -> None:
            if started:
                raise BlockingIOError("Resource temporarily unavailable")
            started.append(1)
            super().start()

    monkeypatch.setattr(sharing, "Process", Refused)
    told: list[bool] = []
    assert list(shared(doubled, [(1,), (2,), (3,)], 3, lambda: told.append(True))) == [2, 4, 6]
    assert told == [True]


@pytest.fixture
def eight_lists(tmp_path: Path) -> Path:
    for number in range(8):
        folder = tmp_path / f"list-{number}"
        folder.mkdir()
        (folder / "catalogue.yaml").write_text(
            f'schema: catalogue/1\nname: 清单{number}\nprovince: "330000"\nedition: "2025"\nkind: list\n'
            "completeness: partial\nsource: {title: 页, evidence: sample, seen: whole}\n",
            encoding="utf-8",
        )
    return tmp_path


def test_many_lists_are_checked_alike_in_one_process_and_it_is_said(
    eight_lists: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = qingdan.validate(eight_lists, as_of="2026-11-22", workers=2)

    class Refused(sharing.Process):  # type: ignore[misc]
        def start(self) -> None:
            raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr(sharing, "Process", Refused)
    alone = qingdan.validate(eight_lists, as_of="2026-11-22", workers=2)
    assert qingdan.render(alone, "json") == qingdan.render(both, "json")
    assert (both.alone, alone.alone) == (False, True)
    assert "一个进程" in text.render(alone, "zh") and "one process" in text.render(alone, "en")
    assert "一个进程" not in text.render(both, "zh")


def test_a_list_whose_check_was_cut_off_twice_is_named(eight_lists: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = sharing._serve

    def cut_off(work: sharing.Work, pipe: sharing.Connection) -> None:
        def dying(root: Path, *rest: object) -> object:
            if root.name == "list-5":
                os.kill(os.getpid(), signal.SIGKILL)
            return work(root, *rest)

        whole(dying, pipe)

    monkeypatch.setattr(sharing, "_serve", cut_off)
    report = qingdan.validate(eight_lists, as_of="2026-11-22", workers=2)
    assert [section.name for section in report.sections if not section.unread] == [
        f"清单{n}" for n in (0, 1, 2, 3, 4, 6, 7)
    ]
    (finding,) = [finding for finding in report.findings if finding.id == "RED022"]
    assert finding.location is not None
    assert finding.location.file.endswith("list-5")
    assert not report.complete
    assert "signal 9" in text.render(report, "en")
