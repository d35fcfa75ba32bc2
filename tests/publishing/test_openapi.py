"""The description of the API: what linters ask for, and addresses that lead to files."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urljoin

import pytest
from openapi_spec_validator import validate

from qingdan.publishing.openapi import openapi
from tests import node

KNOWN = openapi("2026-11-22", "某某指南", "https://guides.example/x/")
UNKNOWN = openapi("2026-11-22", "某某指南")
BOTH = pytest.mark.parametrize("made", [KNOWN, UNKNOWN], ids=["with an address", "without"])


@BOTH
def test_every_address_has_one_slash_between_its_parts(made: dict) -> None:  # type: ignore[type-arg]
    [server] = made["servers"]
    for path in made["paths"]:
        whole = urljoin("https://guides.example/x/api/v1/openapi.json", server["url"] + path)
        assert whole == f"https://guides.example/x/api/v1{path}"


@BOTH
def test_every_operation_says_what_it_is_where_it_belongs_and_what_else_may_come(made: dict) -> None:  # type: ignore[type-arg]
    validate(made)
    assert made["security"] == [] and made["info"]["license"]["name"] and made["info"]["contact"]["name"]
    tags = {tag["name"] for tag in made["tags"]}
    assert all(tag["description"] for tag in made["tags"])
    used = set()
    for path, row in made["paths"].items():
        get = row["get"]
        assert get["summary"] and get["description"] and len(get["tags"]) == 1
        assert {"200", "404"} <= set(get["responses"])
        assert {f"{{{each['name']}}}" for each in get["parameters"]} == {
            part for part in path.replace(".", "/").split("/") if "{" in part
        }
        used.update(get["tags"])
    assert used == tags


@BOTH
def test_redocly_and_spectral_find_nothing(made: dict, tmp_path: Path) -> None:  # type: ignore[type-arg]
    node.needs("@redocly/cli", "@stoplight/spectral-cli")
    (tmp_path / "openapi.json").write_text(json.dumps(made, ensure_ascii=False), "utf-8")
    (tmp_path / "rules.yaml").write_text('extends: ["spectral:oas"]\n', "utf-8")
    done = node.run("redocly", "lint", "--extends", "recommended-strict", "openapi.json", folder=tmp_path)
    assert done.returncode == 0, done.stderr + done.stdout
    done = node.run(
        "spectral", "lint", "--ruleset", "rules.yaml", "--fail-severity", "hint", "openapi.json", folder=tmp_path
    )
    assert done.returncode == 0, done.stdout
