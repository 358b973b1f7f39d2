"""Reports on words: kept without a sender, limited, recorded."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from kontor.audit.models import Change
from kontor.common.actors import ANONYMOUS
from kontor.common.limits import network
from kontor.vocabulary_reports.errors import ContactDetails, TooManyReports
from kontor.vocabulary_reports.limits import REPORTS_AN_HOUR, count_report
from kontor.vocabulary_reports.models import WordReport
from kontor.vocabulary_reports.services import report_word

pytestmark = pytest.mark.django_db
FORM = {"kind": "wrong", "word": "模铸", "language": "zh", "concept": "aluminium-die-casting", "remark": "应为压铸"}
ADDRESS = "/zh/thesaurus/report/"


@pytest.fixture(autouse=True)
def _fresh_counts() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def test_a_report_is_kept_and_recorded() -> None:
    report = report_word("模铸", actor=ANONYMOUS, kind="wrong", language="zh", concept="aluminium-die-casting")
    change = Change.objects.get()
    assert (change.action, change.object) == ("vocabulary_reports.word-reported", report.public_id)
    assert change.after == {"kind": "wrong", "word": "模铸", "concept": "aluminium-die-casting"}


@pytest.mark.parametrize(
    "remark",
    ["bitte an erika@example.org", "Tel. 0841 305-1234", "我的手机 13800138000", "+49 (0) 841 123456", "138-0013-8000"],
)
def test_contact_details_are_refused(remark: str) -> None:
    with pytest.raises(ContactDetails):
        report_word("Guss", actor=ANONYMOUS, kind="wrong", language="de", remark=remark)
    assert not WordReport.objects.exists()


@pytest.mark.parametrize("remark", ["EN AC-46000 (ADC12)", "1.4301 ~ 06Cr19Ni10", "GB/T 15115-2009", "800 t, 1 650 t"])
def test_grades_and_sizes_are_no_telephone_numbers(remark: str) -> None:
    assert report_word("Guss", actor=ANONYMOUS, kind="wrong", language="de", remark=remark).pk


def test_anyone_reports_by_the_form(client: Client) -> None:
    answer = client.post(ADDRESS, FORM)
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        "/zh/thesaurus/aluminium-die-casting/?reported=1#reported",
    )
    report = WordReport.objects.get()
    assert (report.word, report.remark, report.is_done) == ("模铸", "应为压铸", False)
    assert 'id="reported"' in client.get(answer.headers["Location"]).content.decode()


def test_a_keyword_nobody_knows_is_left_out(client: Client) -> None:
    answer = client.post(ADDRESS, FORM | {"concept": "no-such-thing"})
    assert answer.headers["Location"] == "/zh/thesaurus/?reported=1#reported"
    assert WordReport.objects.get().concept == ""


@pytest.mark.parametrize(
    "change",
    [{"word": ""}, {"kind": "other"}, {"language": "fr"}, {"remark": "x" * 501}, {"word": "x\x00y"}, {"word": "a@b.example"}],
)
def test_what_does_not_fit_stays_in_the_form(client: Client, change: dict[str, str]) -> None:
    answer = client.post(ADDRESS, FORM | change)
    assert answer.status_code == 422
    assert "应为压铸" in answer.content.decode() or "remark" in change
    assert not WordReport.objects.exists()


def test_a_form_without_its_token_is_refused() -> None:
    assert Client(enforce_csrf_checks=True).post(ADDRESS, FORM).status_code == 403


def test_one_address_sends_so_many_an_hour(client: Client) -> None:
    for _number in range(REPORTS_AN_HOUR):
        assert client.post(ADDRESS, FORM).status_code == 302
    answer = client.post(ADDRESS, FORM)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "3600")
    assert "应为压铸" in answer.content.decode(), "the text is still in the form"
    assert client.post(ADDRESS, FORM, REMOTE_ADDR="198.51.100.7").status_code == 302


def test_a_network_of_ipv6_counts_as_one() -> None:
    assert network("2001:db8:1:2::1") == network("2001:db8:1:2:ffff::9") == "2001:db8:1:2::/64"
    assert network("::ffff:192.0.2.1") == network("192.0.2.1")
    assert network("") == ""
    for _number in range(REPORTS_AN_HOUR):
        count_report("2001:db8::1")
    with pytest.raises(TooManyReports):
        count_report("2001:db8::2")
