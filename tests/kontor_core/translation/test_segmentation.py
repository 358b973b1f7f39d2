"""Pairs of characters that straddle two words say nothing in another language."""

from kontor_core.translation.segmentation import Segmenter

LABELS = ["会计", "会计服务", "服务", "维修服务", "紧固件", "固件", "工程", "咨询", "工程咨询", "设计", "设计服务"]


def test_cuts_into_known_words_and_leaves_unknown_characters_alone() -> None:
    segmenter = Segmenter(LABELS)
    assert segmenter.words("会计服务") == ["会计", "服务"]
    assert segmenter.words("某某工程咨询") == ["某", "某", "工程", "咨询"]
    assert segmenter.words("") == []


def test_pairs_across_a_border_of_two_known_words() -> None:
    segmenter = Segmenter(LABELS)
    assert segmenter.straddling("会计服务") == {"计服"}
    assert segmenter.straddling("工程咨询 会计服务") == {"程咨", "计服"}


def test_a_pair_inside_a_word_or_beside_an_unknown_character_is_kept() -> None:
    segmenter = Segmenter(LABELS)
    assert not segmenter.straddling("紧固件")
    assert not segmenter.straddling("某工程")
    assert not Segmenter([*LABELS, "计服"]).straddling("会计服务、计服")
