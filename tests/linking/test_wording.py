"""What the sentence that tells a deal says besides its facts."""

import time

import pytest

from newscrawl.linking.generic import description_of, generic_table, is_translation
from newscrawl.linking.wording import counts_in, matter_of, says, wording_table

TABLES = {name: getattr(wording_table(), name) for name in ("debt", "equity", "sequel")}
EXAMPLES = [(name, text, True) for name, table in TABLES.items() for text in table.examples]
COUNTEREXAMPLES = [(name, text, False) for name, table in TABLES.items() for text in table.counterexamples]


@pytest.mark.parametrize(("name", "sentence", "expected"), [*EXAMPLES, *COUNTEREXAMPLES])
def test_examples(name: str, sentence: str, expected: bool) -> None:
    assert says(name, sentence) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norvik orders 340 buses and 1,150 trams.", {340, 1150}),
        ("Norvik bestellt 1.150 Busse und 30 Lokomotiven.", {30, 1150}),
        ("Norvik pays 450 million euros, $38m or EUR 35 for 12.5 percent.", set()),
        ("On 14 May 2025 and on March 31 it had 9 ships.", set()),
        ("Tansley has licensed TSX-201 from Brix for $40m.", {"TSX-201"}),
        ("Am 14. Mai 2025 und seit 30 Jahren, mit 4000 Mitarbeitern.", set()),
        ("It has 4000 employees and pays 640 pence.", set()),
    ],
)
def test_numbers_of_things(sentence: str, expected: set[int | str]) -> None:
    assert counts_in(sentence) == expected


def test_words_on_the_matter_are_alike_in_two_languages() -> None:
    english = matter_of("Metro Tal has ordered a signalling system from Norvik, the company said.")
    german = matter_of("Norvik liefert der Metro Tal neue Signaltechnik, teilte das Unternehmen mit.")
    assert "signal" in english & german
    assert not matter_of("The companies said on Tuesday that their partnership was announced.")


@pytest.mark.parametrize("names", [example.names for example in generic_table().example])
def test_translations(names: tuple[str, ...]) -> None:
    first, *others = map(description_of, names)
    assert all(is_translation(first, other) and is_translation(other, first) for other in others)


@pytest.mark.parametrize("names", [example.names for example in generic_table().counterexample])
def test_no_translations(names: tuple[str, ...]) -> None:
    one, other = map(description_of, names)
    assert not is_translation(one, other)


@pytest.mark.parametrize("hostile", ["1,000" * 20000, "stockt " + "ab " * 30000, "second " * 20000, "über" * 20000])
def test_hostile_sentences_take_no_time(hostile: str) -> None:
    start = time.process_time()
    counts_in(hostile), matter_of(hostile), description_of(hostile[:2000])
    assert not says("debt", hostile)
    says("sequel", hostile)
    assert time.process_time() - start < 2
