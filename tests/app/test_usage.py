"""What was typed and does not fit: said in the language that was chosen, shortened, with a next step."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer._click import exceptions

from qingdan.app import usage
from qingdan.app.command import app
from tests.app.running import run, start

LIBRARY = Path(typer.__file__).parent
#: What stands for a value in a message of the library; it may come out again.
SAMPLE = "'x1'"
#: English that a Chinese message may hold: names of the tool, of options and arguments, and the sample.
_ALLOWED = re.compile(r"qingdan|--?[a-z-]+|x1|\b(?:zh|en)\b|validate|json|text|github|concise")


def english_in(text: str) -> list[str]:
    """Words of English that are left in a message."""
    return re.findall(r"[A-Za-z]{2,}", _ALLOWED.sub("", text))


def messages() -> Iterator[str]:
    """Every message with which the library raises a usage error, with a sample in place of each value."""
    raising = {name for name in dir(exceptions) if isinstance(getattr(exceptions, name), type)}
    files = [LIBRARY / "core.py", LIBRARY / "models.py", LIBRARY / "_types.py", *(LIBRARY / "_click").glob("*.py")]
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in raising or name in ("fail", "get_invalid_choice_message", "get_missing_message"):
                yield from filter(None, (_text(each) for each in [*node.args, *(k.value for k in node.keywords)]))


def _text(node: ast.expr) -> str:
    """The text of a literal, an f-string, or a literal inside ``_()``; of anything else nothing."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else SAMPLE for part in node.values)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        return _text(node.func.value)
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_":
        return _text(node.args[0])
    text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
    return re.sub(r"\{[^}]*\}", SAMPLE, text) if " " in text else ""


def test_every_message_of_the_library_has_chinese_words() -> None:
    found = {message for message in messages() if " " in message and re.search(r"[A-Za-z]{3}", message)}
    assert len(found) > 15, "the library was rewritten: look where its messages are now"
    for message in sorted(found - {"unknown error"}):
        told = usage.in_chinese(message)
        assert told and not english_in(told.replace(SAMPLE, "")), message


def errors() -> list[Exception]:
    """One of each class of the library, with and without what it may carry."""
    context = typer._click.Context(typer.main.get_command(app), info_name="qingdan")
    parameter = typer.main.get_command(app).commands["validate"].params[0]  # type: ignore[attr-defined]
    made: list[Exception] = [
        exceptions.UsageError("something that nobody knows"),
        exceptions.ClickException("something that nobody knows"),
        exceptions.BadParameter("x", param_hint="'PATH'"),
        exceptions.BadParameter("x", ctx=context, param=parameter),
        exceptions.MissingParameter(ctx=context, param=parameter),
        exceptions.MissingParameter(param_hint=["-f", "--format"], param_type="option"),
        exceptions.NoSuchOption("--nope", possibilities=["--json"]),
        exceptions.BadOptionUsage("--json", "Option '--json' requires an argument."),
        exceptions.BadArgumentUsage("Argument 'x1' takes 2 values."),
        exceptions.FileError("x1", hint="unknown error"),
    ]
    return made


def test_every_class_of_error_is_told_in_the_language_that_was_chosen() -> None:
    told = errors()
    classes = {name for name, each in vars(exceptions).items() if isinstance(each, type) and name.endswith(
        ("Error", "Parameter", "Option", "Usage", "ClickException"))}  # fmt: skip
    assert classes - {"NoArgsIsHelpError"} <= {type(error).__name__ for error in told}
    for error in told:
        zh, en = usage.said(error, "zh"), usage.said(error, "en")
        assert "下一步：qingdan" in zh and "Next: qingdan" in en
        assert not english_in(zh.replace("PATH", "").replace("paths", "").replace("LISTS", "")), zh
        assert en.isascii()


WRONG: list[tuple[list[str], str]] = [
    (["vaildate", "x"], "没有命令 vaildate；是不是 validate"),
    (["validate"], "缺少参数"),
    (["validate", "x", "--nope"], "没有选项 --nope"),
    (["validate", "x", "--formt", "json"], "是不是 --format"),
    (["validate", "x", "-q"], "没有选项 -q"),
    (["validate", "x", "--fail-on", "sometimes"], "没有 sometimes 这个写法，可以写 error、warning、info、never"),
    (["validate", "x", "--lang", "fr"], "没有 fr 这个写法，可以写 zh、en"),
    (["validate", "x", "--lang"], "选项 --lang 后面要写一个值"),
    (["validate", "x", "--all=3"], "选项 --all 后面不写值"),
    (["init", "a", "b", "c"], "多写了 b c"),
    (["diff", "national"], "缺少参数 after"),
    (["changelog", "a", "b", "--for", "everyone"], "可以写 office、citizens"),
    (["publish"], "缺少参数"),
    (["rules", "list", "extra"], "多写了 extra"),
    (["--nope"], "没有选项 --nope"),
    (["impact", "x"], "缺少参数 --edition"),
]


@pytest.mark.parametrize(("words", "said"), WRONG)
def test_what_was_typed_wrong_is_told_in_chinese_and_in_english(words: list[str], said: str) -> None:
    zh, en = run(*words), run(*words, env={"QINGDAN_LANG": "en"})
    assert zh.code == en.code == 2 and zh.out == en.out == ""
    assert said in zh.err and "下一步：qingdan" in zh.err and zh.err.endswith("--help\n")
    assert en.err.isascii() and "Next: qingdan" in en.err


@pytest.mark.parametrize("lang", ["--lang=en", "--lang en"])
def test_the_option_chooses_the_language_of_its_own_faults(lang: str) -> None:
    assert run("validate", *lang.split(), "x", "--nope").err.startswith("No such option")
    assert run("validate", "nowhere", *lang.split()).err.isascii()


@pytest.mark.parametrize("long", ["x" * 5000, "清单" * 3000, "../" * 2000, "a=" + "b" * 4000])
def test_what_is_too_long_is_shortened(long: str, tmp_path: Path) -> None:
    folder = start(tmp_path / "list")
    for words in (
        [long],
        ["validate", long],
        ["validate", folder, f"--{long}"],
        ["validate", folder, "--fail-on", long],
        ["validate", folder, "--select", long],
        ["validate", folder, "--edition", long],
        ["validate", folder, "--as-of", long],
        ["validate", folder, "-f", long],
        ["validate", folder, "-o", f"{long}/x"],
        ["validate", folder, "--baseline", long],
        ["diff", long, folder],
        ["explain", long],
        ["coverage", folder, "--list", long],
        ["init", tmp_path / "new", "--province", long],
        ["rules", long],
    ):
        ran = run(*words)
        assert ran.code in (2, 3) and len(ran.err) < 1500 and long[:300] not in ran.err and "下一步" in ran.err, words


def test_no_memory_is_told_as_such(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def too_much(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("qingdan.validate", too_much)
    ran = run("validate", start(tmp_path / "list"))
    assert ran.code == 3 and "内存不够" in ran.err and "下一步" in ran.err
    assert "Out of memory" in run("validate", tmp_path / "list", "--lang", "en").err


def test_an_id_in_small_letters_is_known_again() -> None:
    assert "TIM003" in run("explain", "tim003").err
    assert "JY-0401-R01" in run("explain", "jy-0401-r01").err


def test_what_is_said_in_english_has_the_marks_of_english(tmp_path: Path) -> None:
    (tmp_path / "list.yaml").write_text("a: [", "utf-8")
    ran = run("validate", tmp_path / "list.yaml", "--as-of", "2026-11-22", "--lang", "en")
    assert ran.code == 3 and not re.search("[：、；（）]", ran.out + ran.err)
