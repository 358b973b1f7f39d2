"""What a reader does: search by keyboard alone, without JavaScript, and report a word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.page_types import QUESTION

MOST_TABS = 60


def tab_to(page: Any, selector: str) -> None:
    """Press Tab until the element has the focus, which must be visible there."""
    for _step in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            outline = page.evaluate("() => { const at = document.activeElement.closest('label') || document.activeElement; return getComputedStyle(at).outlineStyle }")
            assert outline != "none", f"the focus on {selector} cannot be seen"
            return
    raise AssertionError(f"{selector} cannot be reached with {MOST_TABS} tabs")


def test_searching_by_keyboard_alone(page: Any) -> None:
    page.goto("/de/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    tab_to(page, "textarea")
    page.keyboard.type(QUESTION["de"])
    page.keyboard.press("Enter")
    page.wait_for_url("**/de/search/?q=*")
    tab_to(page, ".row h3 a")
    name = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_url("**/de/organisations/*/")
    assert name in page.inner_text("h1")


def test_a_german_sentence_finds_chinese_die_casters_with_the_word_marked(page: Any) -> None:
    page.goto("/de/")
    page.fill("textarea", QUESTION["de"])
    page.click("main form button[type=submit]")
    page.wait_for_url("**/de/search/?q=*")
    marked = page.locator('.theirs [lang="zh-Hans"] mark').all_inner_texts()
    assert any("压铸" in word for word in marked), marked
    assert "Aluminiumdruckguss" in " ".join(page.locator(".yours mark").all_inner_texts())


def test_searching_without_javascript(new_page: Callable[..., Any]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/zh/")
    page.fill("textarea", QUESTION["zh"])
    page.click("main form button[type=submit]")
    assert "/zh/search/?q=" in page.url
    page.locator(".facets a").first.click()
    assert page.locator(".row").count() >= 1
    page.locator(".row h3 a").first.click()
    assert "/zh/organisations/" in page.url
    assert page.locator("h1").inner_text().strip()


def test_browsing_without_javascript(new_page: Callable[..., Any]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/de/browse/")
    page.click(".facets a >> text=China")
    assert page.url.endswith("?country=CN")
    page.click('a[rel="next"]')
    assert "after=" in page.url and "country=CN" in page.url
    page.locator(".row h3 a").first.click()
    assert "/de/opportunities/" in page.url
    page.go_back()
    page.click(".languages a >> text=中文")
    assert "/zh/browse/?country=CN&after=" in page.url, "the other language shows the same list"


@pytest.mark.parametrize("is_scripted", [True, False])
def test_reporting_a_word(new_page: Callable[..., Any], is_scripted: bool) -> None:
    page = new_page(java_script_enabled=is_scripted)
    page.goto("/de/thesaurus/aluminium-die-casting/")
    page.click("details.report summary")
    page.fill("#report-remark", "Rückfragen an erika@example.org")
    page.click("details.report button")
    assert page.locator('[role="alert"]').count() == 1
    assert page.input_value("#report-remark") == "Rückfragen an erika@example.org", "the text is still there"
    page.fill("#report-remark", "In der Gießerei sagt man Druckgießen.")
    page.click("form.fields button")
    page.wait_for_url("**/thesaurus/aluminium-die-casting/?reported=1**")
    assert page.locator("#reported").is_visible()


def test_on_a_phone_field_and_button_stand_in_the_first_view(new_page: Callable[..., Any]) -> None:
    page = new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    for language in ("de", "zh", "en"):
        page.goto(f"/{language}/")
        box = page.locator("main form button[type=submit]").bounding_box()
        assert box["y"] + box["height"] <= 420, f"{language}: the button ends at {box['y'] + box['height']}"
