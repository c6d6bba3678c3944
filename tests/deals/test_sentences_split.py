"""Sentences: the examples of every language, any text, and texts that try to make us slow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.deals.languages import language_table, languages
from newscrawl.deals.sentences import SentenceExample, SentenceRules, split_sentences

EXAMPLES = [
    (language, example)
    for language in languages()
    for example in language_table(language, "sentences", SentenceRules).examples
]


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_example_is_split_as_written(language: str, example: SentenceExample) -> None:
    text = example.join.join(example.sentences)
    assert [text[s.start : s.end] for s in split_sentences(text, language)] == example.sentences


@given(st.text(), st.sampled_from(languages()))
def test_any_text_loses_nothing_but_blanks(text: str, language: str) -> None:
    position, paragraph = 0, 0
    for sentence in split_sentences(text, language):
        assert position <= sentence.start < sentence.end
        assert not text[position : sentence.start].strip()
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        assert sentence.paragraph - paragraph in (0, 1)
        position, paragraph = sentence.end, sentence.paragraph
    assert not text[position:].strip()


@given(
    st.lists(st.sampled_from(["Inc", "Mr", "z", "B", "12", "A", "März", "The", "Die", ".", "!", "“", "(", " ", "\n"]))
)
def test_texts_of_hard_pieces_lose_nothing_but_blanks(pieces: list[str]) -> None:
    text = "".join(pieces)
    for language in languages():
        spans = [text[s.start : s.end] for s in split_sentences(text, language)]
        assert "".join("".join(spans).split()) == "".join(text.split())


WORDS = st.lists(
    st.sampled_from(["said", "Corp", "the", "Tal", "12", "(INL)", "Inc.", "end.", ","]), min_size=1, max_size=16
)


@given(st.lists(st.tuples(st.sampled_from(["", " ", "    "]), WORDS.map(" ".join)), max_size=12))
def test_wrapped_lines_lose_nothing_but_blanks(lines: list[tuple[str, str]]) -> None:
    text = "\n".join(indent + line for indent, line in lines)
    spans = [text[s.start : s.end] for s in split_sentences(text, "en")]
    assert "".join("".join(spans).split()) == "".join(text.split())


def test_paragraphs_are_numbered() -> None:
    sentences = split_sentences("One here. Two here.\n\nThree here.\nFour here.", "en")
    assert [s.paragraph for s in sentences] == [0, 0, 1, 2]


@pytest.mark.parametrize(
    "piece", ["1", "(", "A", "1.", "A. ", "%", ". ", "Inc. ", "\n", " \n", "a\n", "!?", "“", "x" * 60 + "\ny"]
)
def test_hostile_text_is_split_fast(piece: str) -> None:
    split_sentences(piece * (100_000 // len(piece)), "de")


def test_language_without_rules_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        split_sentences("Text.", "xx")
