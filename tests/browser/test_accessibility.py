"""axe and reflow on every page type, in three languages, two widths, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.page_types import LANGUAGES, page_types

WIDTHS = (1280, 390)
# What the colours of a page can break; all else is the same in the dark.
COLOUR_RULES = "runOnly: ['color-contrast', 'link-in-text-block'], "
# The narrowest window that WCAG 1.4.10 asks for.
REFLOW = 320
# Everything folded is unfolded first: what a reader can open has to hold as well.
UNFOLD = "document.querySelectorAll('details').forEach((one) => one.open = true)"
# Further rows of a list are like its first ones; every row is tested in one language.
THIN_OUT = "document.querySelectorAll('.row:nth-of-type(n+5), tbody tr:nth-child(n+6), .facets li:nth-child(n+5), .cities li:nth-child(n+6), .sides li:nth-child(n+8)').forEach((one) => one.remove())"
AXE = "axe.run(document, {%sresultTypes: ['violations'], preload: false}).then((found) => found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html.slice(0, 160)).slice(0, 3).join(' | ')))"
# Chinese characters whose nearest `lang` is not Chinese, outside of what is never shown.
FOREIGN_HAN = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!/\\p{Script=Han}/u.test(node.data) || parent.closest('script, style, textarea')) continue;
    const near = parent.closest('[lang]');
    if (!near || (near.lang && !near.lang.startsWith('zh'))) found.push(near.lang + ': ' + node.data.trim().slice(0, 60));
  }
  return found.slice(0, 3);
}"""


def faults(page: Any, script: str, name: str, path: str, is_thinned: bool) -> list[str]:
    """Everything wrong with one page, in words that name the state it was seen in."""
    answer = page.goto(path)
    assert answer is not None and answer.status == (404 if name == "no-such-page" else 200), (path, answer and answer.status)
    page.evaluate(UNFOLD)
    page.evaluate(script)
    found = [f"{name}: Chinese under lang={text}" for text in page.evaluate(FOREIGN_HAN)]
    page.set_viewport_size({"width": REFLOW, "height": 900})
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if overflow > 0:
        found.append(f"{name}: {overflow} px too wide at {REFLOW} px")
    if is_thinned:
        page.evaluate(THIN_OUT)
    for width in WIDTHS:
        found += violations(page, f"{name}, {width} px, light", width, "light", "")
        page.evaluate(THIN_OUT)
        found += violations(page, f"{name}, {width} px, dark", width, "dark", COLOUR_RULES)
    found += [f"{name}: refused by the content policy: {refused}" for refused in page.evaluate("window.refused")]
    return found


def violations(page: Any, state: str, width: int, scheme: str, rules: str) -> list[str]:
    """What axe finds in one state, by all its rules or those named."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    return [f"{state}: {violation}" for violation in page.evaluate(AXE % rules)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_type_is_accessible(new_page: Callable[..., Any], address: str, language: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page, script = new_page(), Axe().axe_script
    found = [fault for name, path in page_types(address, language).items() for fault in faults(page, script, name, path, language != "de")]
    assert found == []
