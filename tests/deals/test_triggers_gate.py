"""Sentences that are not parsed hold no deal: what a trigger needs beside it is known before."""

from collections.abc import Container

import pytest

from evaluation.passages import passages
from newscrawl.deals.analysis import Analysis, _grammar, analyse, parse, tagged_tokens
from newscrawl.deals.figures import Figures
from newscrawl.deals.frames.beside import Beside, Holding, OneOf
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.frames.verb_frames import find_frames
from newscrawl.deals.gate import gate
from newscrawl.deals.mentions.names import find_names
from newscrawl.deals.sentences import Sentence
from newscrawl.deals.syntax.interpolations import interpolations
from newscrawl.deals.syntax.lexicon import lexicon


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_frame_is_hidden(language: str) -> None:
    texts = [p.passage.text for p in passages() if p.language == language and not p.held_back]
    hidden = [found for text in texts for found in frames_hidden(analyse(text, language))]
    assert hidden == []


def frames_hidden(analysis: Analysis) -> list[str]:
    """The sentences that tell something although they, or the word that tells it, were passed over."""
    found, words = [], lexicon(analysis.language)
    for number, sentence in enumerate(analysis.sentences):
        tokens = tagged_tokens(number, analysis, words)
        able = gate(analysis.language).able(tokens, analysis.figures(number))
        spans = interpolations(tokens, able, words)
        phrases = parse(tagged_tokens(number, analysis, words, spans), words)
        known = analysis.phrases.get(number)
        phrases.told = known.told if known is not None else phrases.told
        phrases.before = known.before if known is not None else phrases.before
        able = known.able if known is not None else ()
        if any(not tells(frame, able) for frame in find_frames(phrases, number, _grammar(analysis.language))):
            found.append(analysis.text[sentence.start : sentence.end])
    return found


def tells(frame: Frame, able: Container[int]) -> bool:
    words = frame.group.tokens if frame.group is not None and frame.noun is None else []
    return frame.start in able or any(token.start in able for token in words)


def lets_in(text: str, language: str, told: tuple[str, ...] = ()) -> bool:
    sentence = Sentence(0, len(text), 0)
    names = find_names(text, [sentence], language).mentions
    return gate(language).lets_in(Figures(text, sentence, language, None), lambda: len(names), told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norvik bought Tal.", True),
        ("It rained in Bergen.", False),
        ("Norvik parts with Tal.", True),
        ("The weather was fine in parts of Bergen.", False),
        ("Norvik and Tal jointly build trains.", True),
        ("Norvik built the trains.", False),
        ("Norvik has the market share.", False),
        ("Norvik will soon get its pies from Tal.", True),
        ("To grow, Norvik gets its pies from Tal.", False),
        ("Norvik is making the pies for Tal.", True),
        ("The pies that Norvik made for Tal are good.", False),
    ],
)
def test_english_words_need_what_stands_beside_them(text: str, expected: bool) -> None:
    assert lets_in(text, "en") is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Norvik steigt bei Tal ein.", True), ("Der Umsatz steigt.", False), ("Das übernommene Werk ruht.", True)],
)
def test_german_verbs_need_their_particle(text: str, expected: bool) -> None:
    assert lets_in(text, "de") is expected


def test_sums_and_percentages_are_asked_for_last() -> None:
    assert lets_in("Norvik backed Tal with $5m.", "en")
    assert not lets_in("Norvik backed Tal with a lot.", "en")
    assert lets_in("Norvik got a fifth of Tal.", "en")
    assert not lets_in("Norvik got a bit of Tal.", "en")


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [("Norvik backed Tal with a lot.", "en", "funding"), ("2014 folgte Tal.", "de", "acquisition")],
)
def test_what_goes_on_with_a_deal_needs_one_right_before(text: str, language: str, told: str) -> None:
    assert lets_in(text, language, (told,))
    assert not lets_in(text, language, ("merger",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("The buyer is Norvik.", True), ("The backers are Norvik and Tal.", True), ("The backers left Norvik.", False)],
)
def test_english_slots_without_a_preposition_need_their_words(text: str, expected: bool) -> None:
    assert lets_in(text, "en") is expected


def test_an_english_noun_before_another_is_no_trigger() -> None:
    assert analyse("Norvik saw the price of a bid for Tal.", "en").phrases
    assert not analyse("Norvik saw the bid price for Tal.", "en").phrases


def test_names_are_counted() -> None:
    assert lets_in("Norvik woos Tal.", "en")
    assert not lets_in("Norvik woos customers.", "en")


def test_conditions_hold_together() -> None:
    holding = Holding()
    needed = holding.asked(Beside((OneOf(frozenset({"up"})), OneOf(frozenset(), ("round",))), money=True))
    assert needed.bits == holding["up"] | holding["seed-round"] == holding["UP"] | holding["round"]
    assert holding["rounds"] == 0


def test_what_asks_for_more_implies_what_asks_for_less() -> None:
    holding = Holding()
    up, up_for_money = (holding.asked(Beside((OneOf(frozenset({"up"})),), money)) for money in (False, True))
    assert up_for_money.implies(up)
    assert not up.implies(up_for_money)
    assert up.implies(holding.asked(Beside()))


@pytest.mark.parametrize(("language", "piece"), [("en", "Norvik bought Tal and "), ("de", "Norvik kauft Tal und ")])
def test_what_is_no_sentence_is_not_parsed(language: str, piece: str) -> None:
    assert analyse(piece * 3, language).phrases
    assert not analyse(piece * 500, language).phrases
