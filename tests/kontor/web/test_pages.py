"""Languages, policy, errors and the admin, over HTTP."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse
from django.utils import translation

from kontor.audit.models import Change
from kontor.common.errors import Conflict
from kontor.web.errors import bad_request, error_page, not_allowed, server_error
from kontor.web.middleware.errors import ErrorPageMiddleware
from tests.kontor.world import World

pytestmark = pytest.mark.django_db
LANGUAGES = [("de", "de", "de"), ("zh", "zh-Hans", "zh-hans"), ("en", "en", "en")]


@pytest.mark.parametrize(("prefix", "attribute", "code"), LANGUAGES)
def test_an_address_is_in_the_language_of_its_prefix(client: Client, prefix: str, attribute: str, code: str) -> None:
    answer = client.get(f"/{prefix}/", headers={"accept-language": "fr"})
    assert answer.status_code == 200
    assert answer.headers["Content-Language"] == attribute
    assert f'<html lang="{attribute}"' in answer.content.decode()
    assert "Accept-Language" not in answer.headers.get("Vary", "")
    with translation.override(code):
        assert reverse("front") == f"/{prefix}/"


@pytest.mark.parametrize(
    ("wanted", "prefix"), [("zh-CN,zh;q=0.9", "zh"), ("zh-TW", "zh"), ("de-AT", "de"), ("en-US", "en"), ("fr", "en")]
)
def test_the_root_leads_to_the_readers_language(client: Client, wanted: str, prefix: str) -> None:
    answer = client.get("/?q=x", headers={"accept-language": wanted})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/{prefix}/?q=x")
    assert "Accept-Language" in answer.headers["Vary"]


@pytest.mark.parametrize("path", ["/zh-hans/", "/fr/", "/de/nothing-here/", "/zh", "/de/..%2f", "/\x00"])
def test_other_addresses_do_not_exist(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert any(title in answer.content.decode() for title in ("There is no such page", "Diese Seite gibt es nicht"))


@pytest.mark.parametrize("path", ["/de/", "/", "/de/nothing/", "/admin/", "/healthz"])
def test_every_answer_carries_the_policy(client: Client, path: str) -> None:
    policy = client.get(path).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


def test_a_page_that_loads_nothing_costs_no_query_for_strangers(
    client: Client, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        client.get("/de/nothing-here/")


def test_errors_become_pages_and_other_faults_are_left_to_django() -> None:
    request = RequestFactory().get("/de/")
    middleware = ErrorPageMiddleware(lambda request: None)  # type: ignore[arg-type, return-value]
    statuses = {}
    for error in (Conflict(), PermissionDenied(), OperationalError("database is locked")):
        answer = middleware.process_exception(request, error)
        assert answer is not None
        statuses[type(error).__name__] = answer.status_code
    assert statuses == {"Conflict": 409, "PermissionDenied": 403, "OperationalError": 503}
    assert middleware.process_exception(request, ValueError()) is None


def test_handlers_answer_without_a_trace() -> None:
    request = RequestFactory().get("/de/")
    assert bad_request(request, ValueError("secret")).status_code == 400
    assert not_allowed(request, ValueError("secret")).status_code == 403
    answer = server_error(request)
    assert answer.status_code == 500
    assert b"secret" not in answer.content


def test_an_error_page_that_fails_itself_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> None:
        raise RuntimeError("no template either")

    monkeypatch.setattr("kontor.web.errors.get_template", broken)
    answer = error_page(RequestFactory().get("/de/"), Conflict())
    assert (answer.status_code, b"no template either" in answer.content) == (409, False)


def test_a_form_without_its_token_is_explained(world: World) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/admin/login/", {"username": "a", "password": "b"})
    assert answer.status_code == 403
    assert "The form has expired" in answer.content.decode()


def test_operators_sign_in_and_their_changes_are_recorded_and_queued(world: World, client: Client) -> None:
    operator = world.people["operator"]
    operator.set_password("correct horse 12")
    operator.save()
    answer = client.post("/admin/login/", {"username": operator.email.upper(), "password": "correct horse 12"})
    assert answer.status_code == 200, "addresses are stored in lower case and typed as such"
    answer = client.post("/admin/login/?next=/admin/", {"username": operator.email, "password": "correct horse 12"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/admin/")
    page = client.get(f"/admin/alliance/city/{world.city.pk}/change/")
    form = page.context["adminform"].form
    values = {name: form.initial.get(name) or "" for name in form.fields} | {"name_zh": "因戈尔施塔特"}
    for formset in page.context["inline_admin_formsets"]:
        management = formset.formset.management_form
        values |= {f"{management.prefix}-{name}": value for name, value in management.initial.items()}
    answer = client.post(f"/admin/alliance/city/{world.city.pk}/change/", values)
    assert answer.status_code == 302, answer.content.decode()
    change = Change.objects.get(action="alliance.city-changed")
    assert (change.actor, change.after) == (operator.public_id, {"name_zh": "因戈尔施塔特"})


@override_settings(DEBUG=False)
def test_a_fault_in_a_view_is_a_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise RuntimeError("canary-51aa")

    monkeypatch.setattr("kontor.web.entry.page_language", broken)
    client.raise_request_exception = False
    answer = client.get("/")
    assert answer.status_code == 500
    assert b"canary-51aa" not in answer.content
