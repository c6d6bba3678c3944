"""Sentences that are not parsed hold no deal: what a trigger needs beside it is known before."""

import pytest

from evaluation.passages import passages
from newscrawl.deals.analysis import Analysis, _grammar, analyse, parse
from newscrawl.deals.frames import find_frames
from newscrawl.deals.sentences import Sentence
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.syntax.tokens import Mention
from newscrawl.deals.triggers import Beside, triggers


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_frame_is_hidden(language: str) -> None:
    texts = [p.passage.text for p in passages() if p.language == language and not p.held_back]
    hidden = [found for text in texts for found in frames_not_parsed(analyse(text, language))]
    assert hidden == []


def frames_not_parsed(analysis: Analysis) -> list[str]:
    """The sentences that tell something although they were passed over."""
    found = []
    for number, sentence in enumerate(analysis.sentences):
        if number not in analysis.phrases:
            phrases = parse(analysis.text, sentence, mentions(analysis, sentence), lexicon(analysis.language))
            if find_frames(phrases, number, _grammar(analysis.language)):
                found.append(analysis.text[sentence.start : sentence.end])
    return found


def mentions(analysis: Analysis, sentence: Sentence) -> list[tuple[str, Mention]]:
    """Names, sums and percentages of a sentence, none overlapping."""
    found = [("M", m) for m in analysis.money] + [("%", p) for p in analysis.percents]
    found += [("E", n) for n in analysis.names.mentions]
    inside = sorted((f for f in found if sentence.start <= f[1].start < sentence.end), key=lambda f: f[1].start)
    return [f for f, before in zip(inside, [None, *inside], strict=False) if not before or before[1].end <= f[1].start]


@pytest.mark.parametrize(
    ("text", "has_money", "expected"),
    [
        ("Norvik parts with Tal.", False, True),
        ("The weather was fine in parts of Bergen.", False, False),
        ("Norvik bought Tal.", False, True),
        ("It rained in Bergen.", False, False),
    ],
)
def test_english_words_need_their_particle(text: str, has_money: bool, expected: bool) -> None:
    assert triggers("en").stand_in(text, 0, len(text), has_money, False) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Norvik steigt bei Tal ein.", True), ("Der Umsatz steigt.", False), ("Das übernommene Werk ruht.", True)],
)
def test_german_verbs_need_their_particle(text: str, expected: bool) -> None:
    assert triggers("de").stand_in(text, 0, len(text), False, False) is expected


def test_conditions_hold_together() -> None:
    needed = Beside(particle="up", endings=("round",), money=True)
    assert needed.is_met({"up", "seed-round"}, True)
    assert not needed.is_met({"up", "seed-round"}, False)
    assert not needed.is_met({"up", "rounds"}, True)
    assert not needed.is_met({"round"}, True)
    assert Beside().is_met(set(), False)


@pytest.mark.parametrize(("language", "piece"), [("en", "Norvik bought Tal and "), ("de", "Norvik kauft Tal und ")])
def test_what_is_no_sentence_is_not_parsed(language: str, piece: str) -> None:
    assert analyse(piece * 3, language).phrases
    assert not analyse(piece * 500, language).phrases
