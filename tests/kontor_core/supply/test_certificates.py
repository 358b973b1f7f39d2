"""Certificates in the words of lists."""

from __future__ import annotations

import pytest

from kontor_core.supply.certificates import read_certificates
from kontor_core.thesaurus.index import LabelIndex


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("ISO9001、ISO14001；IATF 16949认证", ["std-iso-9001", "std-iso-14001", "std-iatf-16949"]),
        ("DIN EN ISO 9001:2015 zertifiziert, VDA 6.3", ["std-iso-9001", "std-vda-6-3"]),
        ("ISO 9001 / TISAX", ["std-iso-9001", "std-tisax"]),
        ("ISO 9001, ISO 9001:2015", ["std-iso-9001"]),
        ("某行业认证证书", ["某行业"]),
        ("无", []),
        ("keine", []),
        ("-; ***", []),
    ],
)
def test_cells(labels: LabelIndex, cell: str, found: list[str]) -> None:
    assert [concept or name for name, concept in read_certificates(cell, labels)] == found
