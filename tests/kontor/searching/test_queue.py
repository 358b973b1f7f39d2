"""The index queue: with the change or not at all, and nothing lost."""

import pytest
from django.db import transaction

from kontor.searching import documents, queries, services
from kontor.searching.errors import NotInTransaction
from kontor.searching.models import IndexEntry


@pytest.fixture
def only_these_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "_kinds", {})
    monkeypatch.setattr(documents, "_dependents", {})


@pytest.mark.django_db(transaction=True)
def test_outside_of_a_transaction_nothing_is_queued() -> None:
    with pytest.raises(NotInTransaction):
        services.enqueue("thing", "a")
    assert queries.pending_count() == 0


@pytest.mark.django_db(transaction=True)
def test_a_change_rolled_back_takes_its_row_with_it() -> None:
    with transaction.atomic():
        services.enqueue("thing", "a")
        transaction.set_rollback(True)
    assert queries.pending_count() == 0
    assert queries.oldest_pending() is None


@pytest.mark.django_db
@pytest.mark.usefixtures("only_these_kinds")
def test_a_batch_names_each_object_once_and_is_acknowledged_by_its_rows() -> None:
    services.enqueue_many("thing", ["a", "b", "a"])
    services.enqueue("thing", "a")
    services.enqueue("other", "a")
    batch = queries.next_batch()
    assert batch.objects == {"thing": ["a", "b"], "other": ["a"]}
    assert len(batch.sequences) == 4
    services.enqueue("thing", "b")
    assert services.acknowledge(batch.sequences) == 4
    assert queries.next_batch().objects == {"thing": ["b"]}
    assert not queries.next_batch(limit=0)


@pytest.mark.django_db
def test_numbers_are_never_used_again() -> None:
    services.enqueue("thing", "a")
    first = IndexEntry.objects.get().sequence
    services.acknowledge([first])
    services.enqueue("thing", "a")
    assert IndexEntry.objects.get().sequence > first


@pytest.mark.django_db
@pytest.mark.usefixtures("only_these_kinds")
def test_dependents_come_along() -> None:
    documents.register_dependents("owner", "child", lambda ids: [f"{owner}-1" for owner in ids])
    assert services.enqueue_many("owner", ["x", "y"]) == 4
    assert queries.next_batch().objects == {"owner": ["x", "y"], "child": ["x-1", "y-1"]}


@pytest.mark.django_db
def test_thousands_at_once(django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(25):  # type: ignore[operator]
        services.enqueue_many("thing", [str(number) for number in range(5000)])
    batch = queries.next_batch(5000)
    assert services.acknowledge(batch.sequences) == 5000


@pytest.mark.usefixtures("only_these_kinds")
def test_documents_come_from_the_builder_and_missing_ones_are_deletions() -> None:
    documents.register_documents("thing", build=lambda ids: {"a": "document"}, list_ids=lambda: ["a"])
    assert [kind.kind for kind in documents.document_kinds()] == ["thing"]
    built = documents.build_documents({"thing": ["a", "gone"], "unknown": ["z"]})
    assert built == {"thing:a": "document", "thing:gone": None, "unknown:z": None}
