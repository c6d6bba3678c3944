"""A plural noun tells as many alliances as it names allies, each with the one whose they are."""

import pytest

from newscrawl.deals import find_deals

TWO = [["Kodrex", "Norvik"], ["Norvik", "Sendero"]]
CASES = [
    ("de", "Norvik sucht Kunden. Kooperationen gibt es unter anderem mit Kodrex und Sendero.", TWO),
    ("de", "Norvik sucht Kunden. Mit Kodrex und Sendero bestehen bereits Partnerschaften.", TWO),
    ("de", "Norvik hat Partnerschaften mit Unternehmen wie Kodrex und Sendero.", TWO),
    ("de", "Norvik wächst. Partnerschaften zwischen Kodrex und Sendero gibt es schon.", [["Kodrex", "Sendero"]]),
    ("en", "Norvik wants customers. There are partnerships with Kodrex and Sendero.", TWO),
    ("en", "Norvik has partnerships with companies such as Kodrex and Sendero.", TWO),
    ("en", "Norvik has a partnership with Kodrex and Sendero.", [["Kodrex", "Norvik", "Sendero"]]),
]


@pytest.mark.parametrize(("language", "text", "wanted"), CASES)
def test_alliances(language: str, text: str, wanted: list[list[str]]) -> None:
    assert [sorted(p.name for p in deal.parties) for deal in find_deals(text, language)] == wanted
