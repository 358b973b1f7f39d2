"""Public ids, languages, texts and errors."""

import re

import pytest
from django.utils import translation

from kontor.common.errors import Conflict, KontorError, NotFound, require
from kontor.common.languages import in_language, lang_attribute, page_language, reading_order
from kontor.common.public_ids import PATTERN, new_public_id
from kontor.common.texts import best_text, original_text
from kontor.directory.models import OrganisationText


def test_public_ids_are_random_and_have_no_letters_to_misread() -> None:
    made = {new_public_id() for _number in range(2000)}
    assert len(made) == 2000
    assert all(re.fullmatch(PATTERN, public_id) for public_id in made)
    assert not set("".join(made)) & set("ilou")


@pytest.mark.parametrize(("code", "page"), [("de", "de"), ("zh-hans", "zh"), ("en", "en")])
def test_page_language_is_the_prefix(code: str, page: str) -> None:
    with translation.override(code):
        assert page_language() == page


def test_addresses_in_another_language() -> None:
    assert in_language("/de/cities/foshan/", "zh") == "/zh/cities/foshan/"
    assert in_language("/de/", "en") == "/en/"
    assert in_language("/admin/", "en") == "/en/"
    assert lang_attribute("zh") == "zh-Hans"
    assert lang_attribute("xx") == ""


def test_texts_for_a_reader() -> None:
    rows = [
        OrganisationText(field="profile", language="en", value="c", origin="machine"),
        OrganisationText(field="profile", language="zh", value="z", origin="written"),
        OrganisationText(field="summary", language="de", value="s"),
    ]
    assert best_text(rows, "profile", "de") is rows[0]
    assert best_text(rows, "profile", "zh") is rows[1]
    assert original_text(rows, "profile", "de") is rows[1]
    assert best_text(rows, "products", "de") is None
    assert reading_order("??") == ("en", "de", "zh")


def test_errors_have_a_key_a_status_and_a_sentence() -> None:
    todo, seen = [KontorError], []
    while todo:
        kind = todo.pop()
        seen.append(kind.key)
        assert kind.status >= 400
        assert str(kind.title) and str(kind.message)
        todo += kind.__subclasses__()
    assert len(seen) == len(set(seen)), "two errors share a key"


def test_require_answers_as_for_a_missing_thing() -> None:
    require(True)
    with pytest.raises(NotFound):
        require(False)
    assert Conflict().text() == str(Conflict.message)
