"""What a first visit costs: bytes, hosts, and nothing the content policy refuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.browser.conftest import Watched
from tests.browser.page_types import LANGUAGES, QUESTION

# The budget for a village hall with a weak line: everything a first view transfers, compressed.
MOST_BYTES = 80 * 1024


def transferred(page: Any, path: str) -> int:
    """Bytes over the wire for a cold view of a page, headers included."""
    session = page.context.new_cdp_session(page)
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.goto(path, wait_until="networkidle")
    return sum(sizes)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["front", "results"])
def test_a_first_view_is_light_and_comes_from_one_host(
    new_page: Callable[..., Any], watched: Watched, address: str, language: str, kind: str, record_property: Callable[[str, object], None]
) -> None:
    page = new_page()
    query = urlencode({"q": QUESTION[language], "in": "both"})
    size = transferred(page, f"/{language}/" if kind == "front" else f"/{language}/search/?{query}")
    record_property("bytes", size)
    print(f"{kind} {language}: {size} bytes")
    assert 5_000 < size <= MOST_BYTES
    assert watched.hosts == {address.removeprefix("http://")}
    assert page.evaluate("window.refused") == []
    assert page.evaluate("document.querySelectorAll('[style], style, script:not([src])').length") == 0


def test_typing_a_question_asks_only_this_host(page: Any, watched: Watched, address: str) -> None:
    page.goto("/de/")
    with page.expect_response("**/understood/"):
        page.locator("textarea").press_sequentially("Aluminiumdruckguss", delay=5)
    page.wait_for_selector("#understood .chips")
    assert page.evaluate("window.refused") == []
