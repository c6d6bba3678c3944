"""Which of two that signed a contract supplies: what the text says they are decides where the grammar does not."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.descriptions import descriptions
from newscrawl.deals.members import Member
from newscrawl.deals.mentions.references import references


def part_sides(roles: dict[str, list[Member]], analysis: Analysis) -> None:
    """Give supplier and customer to those that are called so: "TAL BANK signed a contract with NORVIK SOFTWARE"."""
    supplier, customer = roles.get("supplier", []), roles.get("customer", [])
    if supplier and customer and _supplies(supplier, analysis) < _supplies(customer, analysis):
        roles["supplier"], roles["customer"] = customer, supplier


def _supplies(members: list[Member], analysis: Analysis) -> int:
    """How much of what is said of companies speaks for suppliers, less what speaks for customers."""
    words, said = references(analysis.language).side_words, descriptions(analysis.text, analysis.names)
    known = [said[m.entity] for m in members if m.entity is not None]
    return sum(len(s & words["supplier"]) - len(s & words["customer"]) for s in known) if words else 0
