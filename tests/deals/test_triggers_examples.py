"""Every trigger of every language fires on its examples, and on none of its counterexamples."""

from collections import Counter

import pytest

from newscrawl.deals.analysis import analyse
from newscrawl.deals.deal_types import deal_types
from newscrawl.deals.frames.triggers import NounTrigger, VerbTrigger, trigger_tables
from newscrawl.deals.languages import languages
from newscrawl.deals.syntax.lexicon import lexicon

SPECIAL_NEEDS = {"money", "task", "round", "agreement", "event"}
TRIGGERS = [
    (language, trigger)
    for language in languages()
    for table in trigger_tables(language)
    for trigger in [*table.verb, *table.noun]
]
EXAMPLES = [(language, t.name, example) for language, t in TRIGGERS for example in t.examples]
COUNTEREXAMPLES = [(language, t.name, example) for language, t in TRIGGERS for example in t.counterexamples]


def fired(language: str, text: str) -> set[str]:
    return {frame.rule for frame in analyse(text, language).frames}


@pytest.mark.parametrize(("language", "name", "example"), EXAMPLES)
def test_example_fires(language: str, name: str, example: str) -> None:
    assert name in fired(language, example)


@pytest.mark.parametrize(("language", "name", "example"), COUNTEREXAMPLES)
def test_counterexample_does_not_fire(language: str, name: str, example: str) -> None:
    assert name not in {frame.rule for frame in analyse(example, language).frames if len(frame.roles) > 1}


@pytest.mark.parametrize("language", languages())
def test_no_two_verbs_or_nouns_have_one_name(language: str) -> None:
    names = Counter((type(trigger), trigger.name) for lang, trigger in TRIGGERS if lang == language)
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(("language", "trigger"), TRIGGERS, ids=lambda value: getattr(value, "name", value))
def test_trigger_is_well_formed(language: str, trigger: VerbTrigger | NounTrigger) -> None:
    kind = deal_types()[trigger.type]
    roles = {role for given in trigger.roles.values() for role in given.split("|")}
    assert roles <= set(kind.roles)
    assert trigger.examples, "a trigger without an example"
    if isinstance(trigger, NounTrigger):
        for given in trigger.support.values():
            assert {role for roles in given.values() for role in roles.split("|")} <= set(kind.roles)


@pytest.mark.parametrize("language", languages())
def test_every_trigger_verb_has_its_forms(language: str) -> None:
    known = {reading.verb.lemma for readings in lexicon(language).verbs.values() for reading in readings}
    wanted = {lemma for lang, t in TRIGGERS if lang == language and isinstance(t, VerbTrigger) for lemma in t.lemmas}
    assert wanted <= known
