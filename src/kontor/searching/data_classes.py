"""Data classes of the index queue."""

from kontor.common.data_classes import DataClass, classify

classify("searching.IndexEntry", {DataClass.TECHNICAL: "sequence kind public_id queued"})
