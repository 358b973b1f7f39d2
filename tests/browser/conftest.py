"""Real Chromium against the real server: one browser a module, one page a test, a screenshot of every failure.

Without a Chromium these tests are skipped with a message that says what is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser import server

SCREENSHOTS = Path(__file__).parent / "screenshots"
LEFT_OUT = (
    "no Chromium on this machine (looked for chromium, chromium-browser, google-chrome). Left out: journeys by keyboard and without "
    "JavaScript, axe on every page type in three languages, two widths, light and dark, content policy, one host, transfer size"
)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
# Written into every page before its own scripts; runs beside the content policy, not under it.
WATCH_POLICY = "window.refused = []; document.addEventListener('securitypolicyviolation', (event) => window.refused.push(event.violatedDirective + ' ' + event.blockedURI));"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All in one process: one server and one browser for the whole suite."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    """Keep the outcome where the page fixture finds it."""
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


FAILED = pytest.StashKey[bool]()


@dataclass
class Watched:
    """What a page asked for and what went wrong in it."""

    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the running site."""
    if not server.chromium():
        pytest.skip(LEFT_OUT)
    with server.running(tmp_path_factory.mktemp("kontor")) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium. A module long and no longer: its event loop would keep other tests from the database."""
    path = server.chromium()
    if not path:
        pytest.skip(LEFT_OUT)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def watched() -> Watched:
    return Watched()


@pytest.fixture
def new_page(browser: Any, address: str, watched: Watched, request: pytest.FixtureRequest) -> Iterator[Callable[..., Any]]:
    """Opens pages; options are those of a browser context. After the test nothing may have left the host or been refused."""
    pages: list[Any] = []

    def opened(**options: Any) -> Any:
        context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}, **options)
        context.set_default_timeout(15_000)
        page = context.new_page()
        if options.get("java_script_enabled", True):
            page.add_init_script(WATCH_POLICY)
        page.on("request", lambda asked: watched.hosts.add(urlsplit(asked.url).netloc))
        page.on("pageerror", lambda error: watched.complaints.append(f"{page.url}: {error}"))
        page.on("console", lambda said: note(watched, page, said))
        pages.append(page)
        return page

    yield opened
    if request.node.stash.get(FAILED, False):
        keep_screenshots(request.node.name, pages)
    for page in pages:
        page.context.close()
    assert watched.hosts <= {urlsplit(address).netloc}, "a page asked another host"
    assert watched.complaints == []


def note(watched: Watched, page: Any, said: Any) -> None:
    """Whatever the browser refuses (content policy) it says as an error; an answer that is an error page is no complaint."""
    if said.type == "error" and "Failed to load resource" not in said.text:
        watched.complaints.append(f"{page.url}: {said.text}")


def keep_screenshots(name: str, pages: list[Any]) -> None:
    SCREENSHOTS.mkdir(exist_ok=True)
    for number, page in enumerate(pages):
        page.screenshot(path=SCREENSHOTS / f"{re.sub(r'[^A-Za-z0-9_-]+', '-', name)}-{number}.png", full_page=True)


@pytest.fixture
def page(new_page: Callable[..., Any]) -> Any:
    """A page of 1280 px."""
    return new_page()
