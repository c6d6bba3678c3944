"""The examples in the language files are run: each names what must be found, and what must not."""

import pytest

from newscrawl.deals.languages import language_table, languages
from newscrawl.deals.mentions.evidence import WEIGHTS
from newscrawl.deals.mentions.knowledge import (
    NameExample,
    NameWords,
    OrganisationWords,
    PersonWords,
    PlaceWords,
    knowledge,
)
from newscrawl.deals.mentions.names import find_names
from newscrawl.deals.sentences import split_sentences

TABLES = {"names": NameWords, "organisations": OrganisationWords, "persons": PersonWords, "places": PlaceWords}
EXAMPLES = [
    pytest.param(language, example, id=f"{language}-{name}-{number}")
    for language in languages()
    for name, table in TABLES.items()
    for number, example in enumerate(language_table(language, name, table).examples)
]


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_example(language: str, example: NameExample) -> None:
    found = find_names(example.text, split_sentences(example.text, language), language)
    kinds = {mention.name: found.entities[mention.entity].kind for mention in found.mentions}
    assert set(example.names) | set(example.persons) | set(example.places) <= set(kinds)
    assert {kinds[name] for name in example.persons} <= {"person"}
    assert {kinds[name] for name in example.places} <= {"place"}
    assert not set(example.not_names) & set(kinds)


@pytest.mark.parametrize("language", languages())
def test_cues_name_features_that_have_a_weight(language: str) -> None:
    known = knowledge(language)
    named = set(known.before.values()) | set(known.after.values()) | set(known.compound.values())
    assert named <= set(WEIGHTS)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", TABLES)
def test_every_file_has_examples(language: str, name: str) -> None:
    assert language_table(language, name, TABLES[name]).examples
