"""The address of a site: one slash at its end, or a reason."""

from __future__ import annotations

import pytest

from qingdan.publishing.address import BadAddress, site_address


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", ""),
        ("https://example.org", "https://example.org/"),
        ("https://example.org/a", "https://example.org/a/"),
        ("HTTPS://Example.ORG:8443/Jiu-Ye//", "https://example.org:8443/Jiu-Ye/"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
        ("https://xn--fiqs8s/", "https://xn--fiqs8s/"),
    ],
)
def test_it_ends_in_one_slash(given: str, kept: str) -> None:
    assert site_address(given) == kept


@pytest.mark.parametrize(
    "given",
    [
        "https://[::1", "https://example.org/😀/", "http://", "https:///a", "https://a?q=1", "https://a/#f", "https://a/ b",
        "https://u:p@a/", "https://a:99999/", "https://a:x/", "javascript:alert(1)", "//a/", "a.example", "file:///etc/",
        'https://a/"onload', "https://a/<script>", "https://a/\n", "https://a\\@b/", "https://a/" + "a" * 400,
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(given: str) -> None:
    with pytest.raises(BadAddress):
        site_address(given)
