"""The address of a site: one slash at its end, or a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from qingdan.problems import BadAddress
from qingdan.publishing.address import site_address
from tests.app.running import run, start


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", ""),
        ("https://example.org", "https://example.org/"),
        ("https://example.org/a", "https://example.org/a/"),
        ("HTTPS://Example.ORG:8443/Jiu-Ye//", "https://example.org:8443/Jiu-Ye/"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
        ("https://xn--fiqs8s/", "https://xn--fiqs8s/"),
        ("https://example.org/%E5%B0%B1%E4%B8%9A", "https://example.org/%E5%B0%B1%E4%B8%9A/"),
        ("https://example.org/a.b/.well-known", "https://example.org/a.b/.well-known/"),
        ("http://10.0.0.1/a", "http://10.0.0.1/a/"),
    ],
)
def test_it_ends_in_one_slash(given: str, kept: str) -> None:
    assert site_address(given) == kept


@pytest.mark.parametrize(
    "given",
    [
        "https://[::1", "http://", "https:///a", "https://a?q=1", "https://a/#f", "https://a/ b",
        "https://u:p@a/", "https://a:99999/", "https://a:x/", "javascript:alert(1)", "//a/", "a.example", "file:///etc/",
        "https://x/../../", "https://x/a/../b", "https://x/./", "https://x/a/..", "https://x/%2e%2e/", "https://x/.%2E/a",
        "https://x/%zz", "https://x/%", "https://x/%4", "https://x/%0a", "https://x/%ff", "https://x/a%2fb", "https://x/a%5Cb",
        "https://a..b/", "https://-a/", "https://a-.org/", "https://a.org./", f"https://{'a' * 64}.org/", "https://1.2.3/",
        "https://999.1.1.1/", "https://0x7f.1/", "https://a:0/", "https://a_b/", "https://例子@a/", "https://例子 a/",
        "https://\u202e/", "https://例子/../", "https://例子/?q", "javascript://例子/", "https:///例子", "https://a\u3002/\n",
        'https://a/"onload', "https://a/<script>", "https://a/\n", "https://a\\@b/", "https://a/" + "a" * 400,
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(given: str) -> None:
    with pytest.raises(BadAddress) as caught:
        site_address(given)
    assert caught.value.offered == ""


@pytest.mark.parametrize(
    ("given", "offered"),
    [
        ("https://就业.中国/", "https://xn--vhq565a.xn--fiqs8s/"),
        ("https://人社.example.org:8443/a/", "https://xn--gmq794h.example.org:8443/a/"),
        ("https://bücher.example", "https://xn--bcher-kva.example/"),
        ("https://就业。中国", "https://xn--vhq565a.xn--fiqs8s/"),  # as an input method writes the dot
        ("https://ＥＸＡＭＰＬＥ.org/", "https://example.org/"),
        ("https://example.org/就业/", "https://example.org/%E5%B0%B1%E4%B8%9A/"),
        ("https://example.org/😀/", "https://example.org/%F0%9F%98%80/"),
    ],
)
def test_a_name_in_another_script_is_offered_as_links_have_it(given: str, offered: str) -> None:
    with pytest.raises(BadAddress) as caught:
        site_address(given)
    assert caught.value.offered == offered and (offered in str(caught.value))
    assert not offered or site_address(offered) == offered


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_command_says_how_to_write_it(tmp_path: Path, lang: str) -> None:
    little = start(tmp_path / "little")
    for given, words in (
        ("https://就业.中国/", "https://xn--vhq565a.xn--fiqs8s/"),
        ("https://x/../../", "https://example.org/"),
    ):
        done = run("publish", tmp_path / "site", little, "--as-of", "2026-11-22", "--site-url", given, "--lang", lang)
        assert done.code == 2 and words in done.err and given in done.err and not (tmp_path / "site").exists()
