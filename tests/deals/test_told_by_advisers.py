"""What law firms tell of their clients, and what owners sell: who bought and who sold, and never the adviser."""

import pytest

from newscrawl.deals import find_deals

TOLD = (
    ("Die Kanzlei Brenner Holt hat die Norvik SE beim Verkauf ihrer Messtechniksparte an Sendero beraten.",
     "acquisition", {"seller": "Norvik SE", "target": "Messtechniksparte", "acquirer": "Sendero"}),
    ("Brenner Holt berät Norvik beim Erwerb der Kodrex GmbH.",
     "acquisition", {"acquirer": "Norvik", "target": "Kodrex GmbH"}),
    ("Norvik wurde bei der Übernahme von Kodrex von der Kanzlei Brenner Holt beraten.",
     "acquisition", {"acquirer": "Norvik", "target": "Kodrex"}),
    ("Brenner Holt begleitet Sendero beim Verkauf von Kodrex an Norvik.",
     "acquisition", {"seller": "Sendero", "target": "Kodrex", "acquirer": "Norvik"}),
    ("Brenner Holt hat die Gesellschafter der Kodrex GmbH beim Verkauf an Quorra beraten.",
     "acquisition", {"target": "Kodrex GmbH", "acquirer": "Quorra"}),
    ("Brenner Holt hat die Gründer von Kodrex beim Verkauf ihrer Anteile an Norvik beraten.",
     "acquisition", {"target": "Kodrex", "acquirer": "Norvik"}),
    ("Die Gesellschafter der Kodrex GmbH haben ihre Anteile an Norvik verkauft.",
     "acquisition", {"target": "Kodrex GmbH", "acquirer": "Norvik"}),
    ("Die Gesellschafter der Sendero AG verkaufen ihre Anteile an der Kodrex AG.",
     "stake", {"seller": "Sendero AG", "target": "Kodrex AG"}),
    ("Norvik verkauft seine Anteile an Kodrex.",
     "stake", {"seller": "Norvik", "target": "Kodrex"}),
    ("Die Eigentümer der Sendero AG verkaufen ihre Beteiligung an Kodrex.",
     "stake", {"seller": "Sendero AG", "target": "Kodrex"}),
)  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "roles"), TOLD)
def test_sides(text: str, kind: str, roles: dict[str, str]) -> None:
    (deal,) = find_deals(text, "de")
    assert (deal.type, {p.role: p.name for p in deal.parties}) == (kind, roles)
