"""Drill: candidates among half a million entries."""

from __future__ import annotations

import os
import random
import statistics
import time

import pytest

from kontor_core.identity.candidates import CandidateIndex
from kontor_core.identity.duplicates import Party
from kontor_core.identity.industry import chinese_words

SYLLABLES = "宏达兴华金龙永盛东方恒泰鑫源利民嘉诚美佳康顺安新天明德力伟业正大通瑞丰隆和富祥海星联合创亿万科博远光辉腾飞翔宇信义诺豪杰强立威"
CITIES = ("佛山", "台州", "德阳", "柳州", "洛阳", "汕头", "江门", "保定", "兰州", "南昌", "许昌", "威海", "湖州", "株洲", "茂名", "贵阳")


@pytest.mark.skipif(not os.environ.get("KONTOR_DRILLS"), reason="takes a minute; KONTOR_DRILLS=1 runs it")
def test_candidates_of_one_row_take_at_most_five_milliseconds_at_half_a_million() -> None:
    chance = random.Random(1)
    words = sorted(chinese_words())
    index = CandidateIndex()
    names = [f"{chance.choice(CITIES)}市{''.join(chance.choices(SYLLABLES, k=2))}{chance.choice(words)}有限公司" for _ in range(500_000)]
    for number, name in enumerate(names):
        index.add(str(number), Party((name,)))
    times = []
    found = 0
    for number in chance.sample(range(500_000), 500):
        party = Party((names[number].replace("市", "", 1),))
        started = time.perf_counter()
        candidates = index.candidates(party)
        times.append(time.perf_counter() - started)
        found += any(names[int(candidate)] == names[number] for candidate in candidates)
    assert statistics.quantiles(times, n=100)[98] < 0.005
    assert found >= 490
