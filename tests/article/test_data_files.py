"""Every rule of the data files does what it says: its examples fall under it, its counterexamples do not."""

import re
from pathlib import Path

import pytest

from newscrawl.article import kind, line_rules, prune
from newscrawl.article.prose import letters
from newscrawl.tables import read_table

LANGUAGES = sorted(folder.name for folder in line_rules.FOLDER.iterdir() if folder.is_dir() and len(folder.name) == 2)
FILES = [
    line_rules.FOLDER.parent / "lines.toml",
    *(line_rules.FOLDER / language / "lines.toml" for language in LANGUAGES),
]
RULES = [(path, rule) for path in FILES for rule in read_table(path, line_rules.Rules).rule]


def name(value: object) -> str:
    return f"{value.parent.name}/{value.name}" if isinstance(value, Path) else getattr(value, "name", str(value))


@pytest.mark.parametrize(("path", "rule"), RULES, ids=name)
def test_line_rule(path: Path, rule: line_rules.Rule) -> None:
    ready = line_rules.line_rule(rule)
    assert rule.lines or rule.examples
    assert rule.counterexamples
    assert [text for text in rule.examples if not ready.matches(text, letters(text))] == []
    assert [text for text in rule.counterexamples if ready.matches(text, letters(text))] == []
    assert rule.where in ("top", *line_rules.EARLIEST)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", ["error", "consent", "stub"])
def test_kind_words(language: str, word: str) -> None:
    words = getattr(read_table(kind.FOLDER / language / "kinds.toml", kind.Kinds), word)
    pattern = re.compile(words.pattern, re.IGNORECASE | re.VERBOSE)
    assert [text for text in words.examples if not pattern.search(text)] == []
    assert [text for text in words.counterexamples if pattern.search(text)] == []


@pytest.mark.parametrize("rule", prune.rules(), ids=name)
def test_litter_rule(rule: prune.Rule) -> None:
    found = {text: prune.litter_name(text) for text in [*rule.examples, *rule.counterexamples]}
    assert [text for text in rule.examples if found[text] is None] == []
    assert [text for text in rule.counterexamples if found[text] is not None] == []


def test_all_languages_have_the_same_files() -> None:
    files = {language: sorted(path.name for path in (line_rules.FOLDER / language).iterdir()) for language in LANGUAGES}
    assert set(map(tuple, files.values())) == {("kinds.toml", "lines.toml")}


def test_a_language_without_a_folder_has_the_rules_for_all() -> None:
    assert line_rules.rules("fi") == line_rules.rules(None)
