"""Requests about entries: from anyone, limited, recorded, their sender soon forgotten."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from kontor.audit.models import Change
from kontor.common import housekeeping
from kontor.entry_requests.models import EntryRequest
from kontor.entry_requests.services import KEPT_AFTER_DECISION, KEPT_AT_MOST, forget_contacts
from kontor.searching import worker
from kontor.web.entry_request.views import REQUESTS_AN_HOUR
from tests.kontor.factories import OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db
CANARY = "canary-5512@example.org"
FORM = {"kind": "correct", "text": "厂址已迁至顺德", "contact": CANARY}


@pytest.fixture(autouse=True)
def _fresh_counts() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def address_of(subject: object, prefix: str = "zh") -> str:
    return f"/{prefix}/organisations/{subject.public_id}/request/"  # type: ignore[attr-defined]  # a row of the factory


def test_anyone_asks_by_the_form_and_is_thanked(client: Client) -> None:
    subject = OrganisationFactory()
    page = client.get(f"/zh/organisations/{subject.public_id}/").content.decode()
    assert f'href="{address_of(subject)}' in page
    answer = client.post(address_of(subject), FORM)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{address_of(subject)}?sent=1#sent")
    kept = EntryRequest.objects.get()
    assert (kept.organisation, kept.kind, kept.text, kept.contact, kept.language) == (subject.public_id, "correct", "厂址已迁至顺德", CANARY, "zh")
    page = client.get(answer.headers["Location"]).content.decode()
    assert 'id="sent"' in page
    assert CANARY not in page


def test_the_trail_says_what_was_asked_but_not_by_whom(client: Client) -> None:
    subject = OrganisationFactory()
    client.post(address_of(subject), FORM)
    change = Change.objects.filter(action="entry_requests.asked").get()
    assert change.after == {"organisation": subject.public_id, "kind": "correct"}
    assert CANARY not in str(list(Change.objects.values()))


def test_a_removal_needs_no_words_and_no_contact(client: Client) -> None:
    assert client.post(address_of(OrganisationFactory(), "de"), {"kind": "remove"}).status_code == 302
    assert EntryRequest.objects.get().contact == ""


@pytest.mark.parametrize(
    "change",
    [{"kind": ""}, {"kind": "sell"}, {"text": ""}, {"kind": "person", "text": " "}, {"text": "x" * 1001}, {"contact": "x" * 121}, {"text": "x\x00y"}],
)
def test_what_does_not_fit_stays_in_the_form(client: Client, change: dict[str, str]) -> None:
    answer = client.post(address_of(OrganisationFactory()), FORM | change)
    assert answer.status_code == 422
    assert "field-error" in answer.content.decode()
    assert CANARY in answer.content.decode() or "contact" in change
    assert not EntryRequest.objects.exists()


def test_a_hidden_entry_and_a_wrong_address_answer_the_same(client: Client) -> None:
    hidden = OrganisationFactory(visibility="hidden")
    for address in (address_of(hidden), "/zh/organisations/aaaaaaaaaaaa/request/", "/zh/organisations/..%2f/request/"):
        assert client.get(address).status_code == client.post(address, FORM).status_code == 404
    assert not EntryRequest.objects.exists()


def test_a_form_without_its_token_is_refused() -> None:
    subject = OrganisationFactory()
    assert Client(enforce_csrf_checks=True).post(address_of(subject), FORM).status_code == 403


def test_one_address_asks_so_many_an_hour(client: Client) -> None:
    subject = OrganisationFactory()
    for _number in range(REQUESTS_AN_HOUR):
        assert client.post(address_of(subject), FORM).status_code == 302
    answer = client.post(address_of(subject), FORM)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "3600")
    assert "厂址已迁至顺德" in answer.content.decode(), "the text is still in the form"
    assert EntryRequest.objects.count() == REQUESTS_AN_HOUR
    assert client.post(address_of(subject), FORM, REMOTE_ADDR="198.51.100.7").status_code == 302


def asked(days_ago: int, decided_days_ago: int | None = None) -> EntryRequest:
    now = timezone.now()
    made = EntryRequest.objects.create(organisation="a" * 12, kind="remove", contact=CANARY, language="de")
    decided = None if decided_days_ago is None else now - timedelta(days=decided_days_ago)
    EntryRequest.objects.filter(pk=made.pk).update(created=now - timedelta(days=days_ago), decided_at=decided)
    return made


def test_a_contact_is_forgotten_when_it_is_no_longer_needed() -> None:
    old = KEPT_AT_MOST.days + 1
    kept = [asked(1), asked(old - 2), asked(60, decided_days_ago=KEPT_AFTER_DECISION.days - 1)]
    gone = [asked(old), asked(60, decided_days_ago=KEPT_AFTER_DECISION.days + 1), asked(old, decided_days_ago=1)]
    assert forget_contacts() == len(gone)
    assert forget_contacts() == 0
    assert set(EntryRequest.objects.exclude(contact="").values_list("pk", flat=True)) == {row.pk for row in kept}


def test_the_worker_forgets_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    asked(KEPT_AT_MOST.days + 1)
    monkeypatch.setattr(worker, "_kept_house", 0.0)
    worker._keep_house()
    assert EntryRequest.objects.get().contact == ""
    late = asked(KEPT_AT_MOST.days + 1)
    worker._keep_house()
    late.refresh_from_db()
    assert late.contact == CANARY, "once an hour is enough"
    assert housekeeping.run()["entry_requests.forget-contacts"] == 1


def test_operators_read_and_decide(client: Client) -> None:
    made = asked(1)
    client.force_login(PersonFactory(is_operator=True))
    address = f"/admin/entry_requests/entryrequest/{made.pk}/change/"
    assert CANARY in client.get(address).content.decode()
    answer = client.post(address, {"decision": "entfernt", "decided_at_0": "2027-03-01", "decided_at_1": "10:00"})
    assert answer.status_code == 302
    made.refresh_from_db()
    assert (made.decision, made.contact) == ("entfernt", CANARY)
    assert CANARY not in str(list(Change.objects.values()))
