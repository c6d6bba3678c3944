"""Every term rule finds its term in each of its examples, as the only rule or the first."""

import pytest

from newscrawl.deals.analysis import analyse
from newscrawl.deals.languages import language_table, languages
from newscrawl.deals.model import TERM_KINDS, TYPES
from newscrawl.deals.terms import TermRule, TermTable, find_terms

RULES = [(language, rule) for language in languages() for rule in language_table(language, "terms", TermTable).term]
EXAMPLES = [(language, rule, example) for language, rule in RULES for example in rule.examples]


@pytest.mark.parametrize(("language", "rule", "example"), EXAMPLES, ids=lambda v: getattr(v, "name", str(v)[:30]))
def test_example(language: str, rule: TermRule, example: str) -> None:
    analysis = analyse(example, language)
    found = find_terms(analysis, rule.types[0], [0], [], 0, lambda number: True)
    assert rule.kind in {term.term.kind for term in found}
    for term in found:
        assert analysis.text[term.start : term.end] == term.term.text


@pytest.mark.parametrize(("language", "rule"), RULES, ids=lambda v: getattr(v, "name", v))
def test_rule_is_well_formed(language: str, rule: TermRule) -> None:
    assert rule.kind in TERM_KINDS
    assert set(rule.types) <= set(TYPES)
    assert rule.examples
