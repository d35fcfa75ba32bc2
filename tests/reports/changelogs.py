"""The example province as it was and as an office changed it: many kinds of change at once, in a git repository."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
AS_OF = "2026-11-22"
LIST = "provinces/990000-example"

_BASIS = "{title: 示例省就业公共服务事项调整通知（虚构）, number: 示人社发〔2026〕9号, article: 第二条}"
#: File, id of the item, what stood there, what stands there now.
EDITS: tuple[tuple[str, str, str, str], ...] = (
    ("items/04-registration.yaml", "P99-0401",
     "        by: applicant\n        type: certificate\n        form: 原件",
     "        by: agency\n        type: certificate\n        form: 原件"),
    ("items/04-registration.yaml", "P99-0401", "online, amount: 1, unit: working_day", "online, amount: 3, unit: working_day"),
    ("items/04-registration.yaml", "P99-0401", "1个工作日}", "3个工作日}"),
    ("items/04-registration.yaml", "P99-0401", "      - {kind: app, name: 示例人社 App}\n",
     "      - {kind: app, name: 示例人社 App}\n      - {kind: terminal, name: 自助服务机}\n"),
    ("items/04-registration.yaml", "P99-0401", 'phone: "0900-5550106"', 'phone: "0900-5550188"'),
    ("items/04-registration.yaml", "P99-0401", "    state: in_use\n    version: 1\n    effective_on: 2026-01-01\n",
     "    state: in_use\n    version: 2\n    effective_on: 2026-12-01\n    changes:\n"
     "      - {element: materials, reason: 身份信息由系统核验，不再向群众要, basis: [" + _BASIS + "]}\n"
     "      - {reason: 统一全省网上办理系统, effective_on: 2026-12-15}\n"),
    ("items/05-startup.yaml", "P99-0501", "{yuan: 5000, bound: exact, per: 户, text: 每户5000元}",
     "{yuan: 8000, bound: exact, per: 户, text: 每户8000元}"),
    ("items/05-startup.yaml", "P99-0501", "正常经营满12个月, value: 12}", "正常经营满6个月, value: 6}"),
    ("items/05-startup.yaml", "P99-0501", "amount: 12\n        unit: working_day", "amount: 15\n        unit: calendar_day"),
    ("items/05-startup.yaml", "P99-0501", "text: 12个工作日，含公示5个工作日", "text: 15个自然日，含公示5个工作日"),
    ("items/06-assistance.yaml", "P99-0607", "    state: in_use\n",
     "    state: cancelled\n    cancelled_on: 2026-12-31\n    successor: P99-0606\n"
     "    changes: [{reason: 并入就业困难人员帮扶}]\n"),
    ("items/12-skills.yaml", "P99-1202", "    levels:\n      - {id: county, text: 县级}\n",
     "    levels:\n      - {id: township, text: 街道（乡镇）}\n"),
    ("items/12-skills.yaml", "P99-1203", "    state: in_use\n", "    state: suspended\n"),
    ("items/13-special.yaml", "P99-9001", "name: 零工驿站服务", "name: 零工市场服务"),
    ("items/13-special.yaml", "P99-9001", '    fee: {charged: "no"}\n', ""),
    ("items/01-information.yaml", "P99-0104", "frequency:\n      - {amount: 1, per: month, text: 每月更新一次}",
     "frequency:\n      - {amount: 1, per: quarter, text: 每季度更新一次}"),
)  # fmt: skip
NEW = """\

  - id: P99-9003
    origin: province
    name: 灵活就业意外险补助
    type: public-service
    legal_basis:
      - {title: 示例省灵活就业意外险补助办法（虚构）, number: 示人社规〔2026〕8号}
    levels:
      - {id: county, text: 县级}
    audience:
      - {id: flexible-workers, text: 灵活就业人员}
    materials:
      - {id: id-document, name: 有效身份证件, necessity: required, by: applicant}
    promised_limit:
      - {amount: 10, unit: working_day}
    fee: {charged: "no"}
    contact: {phone: "0900-5550117"}
    state: in_use
    effective_on: 2027-01-01
"""


def git(folder: Path, *words: str) -> None:
    """Run git in a folder, whatever the person's own settings are."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    env = {**kept, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    subprocess.run(["git", *who, *words], cwd=folder, env=env, capture_output=True, check=True)


def edited(root: Path, file: str, id: str, old: str, new: str) -> None:
    """Replace a text once, inside the entry of one item."""
    path = root / LIST / file
    text = path.read_text("utf-8")
    start = text.index(f"id: {id}")
    at = text.index(old, start)
    following = text.find("\n  - id: ", start)
    assert following < 0 or at < following, (id, old)
    path.write_text(text[:at] + new + text[at + len(old) :], encoding="utf-8", newline="\n")


def committed(root: Path) -> Path:
    """A repository with the example province as its first commit."""
    shutil.copytree(REPO / LIST, root / LIST)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "first")
    return root


def changed(root: Path) -> Path:
    """The same with every edit in the working tree, and one new item."""
    for edit in EDITS:
        edited(root, *edit)
    special = root / LIST / "items" / "13-special.yaml"
    special.write_text(special.read_text("utf-8").rstrip("\n") + "\n" + NEW, encoding="utf-8", newline="\n")
    local = root / LIST / "localities" / "990102.yaml"
    text = local.read_text("utf-8")
    gone = "  - {id: FL-0602, item: P99-0602, status: claimed}\n"
    left = "  - {id: FL-0602, item: P99-0602, status: not_claimed, because: 改由示例市统一办理}\n"
    assert text.count(gone) == 1
    taken = left + "  - {id: FL-0603, item: P99-0603, status: claimed}\n"
    local.write_text(text.replace(gone, taken), encoding="utf-8", newline="\n")
    return root
