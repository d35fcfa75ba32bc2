"""What a search takes in a browser: ``python -m tests.benchmarks.searching FOLDER`` with the folder of a built site.

From the moment a query is sent on the open page until its first hits stand there, with nothing in store and then with
what the first one brought; and from the parsed page to the hits where the address holds the query.
"""

from __future__ import annotations

import json
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import quote

from tests.publishing.conftest import chromium

_QUERIES = ("失业登记", "社会保险补贴", "jycy", "档案转递", "创业担保贷款")
_ROUNDS = 3
_DONE = "#hits[aria-busy=false] li"
#: Runs before the page: notes when hits stand there. The page's own policy allows no waiting by a string of code.
_NOTE = """
new MutationObserver(() => { if (document.querySelector("%s")) window.stood = performance.now(); })
  .observe(document, {subtree: true, childList: true, attributes: true});
"""
_SEND = """() => new Promise((done) => {
  document.querySelector("#hits").replaceChildren();
  const began = performance.now();
  const look = () => document.querySelector("%s") ? done(performance.now() - began) : setTimeout(look, 1);
  document.querySelector("#q").form.requestSubmit();
  look();
})"""
_PARSED = 'window.stood - performance.getEntriesByType("navigation")[0].domInteractive'


class _Quiet(SimpleHTTPRequestHandler):
    #: A connection is kept for the next file and nothing waits to be sent, as with every real server.
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: Any) -> None:
        pass


def measured(folder: Path) -> dict[str, float]:
    """Milliseconds, medians: the first query on the open page, a later one, one that came with the address."""
    from playwright.sync_api import sync_playwright

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/search.html"
    told: dict[str, list[float]] = {"first": [], "later": [], "address": []}
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        for query in _QUERIES * _ROUNDS:
            with browser.new_context() as context:
                page = context.new_page()
                page.goto(address)
                page.wait_for_selector("#hits[aria-busy=false]", state="attached")
                page.wait_for_load_state("networkidle")
                for name, sent in (("first", query), ("later", next(each for each in _QUERIES if each != query))):
                    page.fill("#q", sent)
                    told[name].append(page.evaluate(_SEND % _DONE))
            with browser.new_context() as context:
                page = context.new_page()
                page.add_init_script(_NOTE % _DONE)
                page.goto(f"{address}?q={quote(query)}")
                page.wait_for_selector(_DONE)
                told["address"].append(page.evaluate(_PARSED))
        browser.close()
    server.shutdown()
    server.server_close()
    return {name: median(times) for name, times in told.items()}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measured(Path(sys.argv[1]))))
