"""Who gets a contract whose work an infinitive tells: "a contract to build trams was awarded TO NORVIK"."""

from newscrawl.deals.syntax.listing import joined_with
from newscrawl.deals.syntax.phrases import Phrase, Phrases


def awarded_to(phrases: Phrases, k: int) -> list[Phrase]:
    """Who does what the infinitive at ``k`` says, where it hangs on the agreement that its sentence opens with and the
    verb behind says who gets that: "A contract to run its network WENT TO NORVIK", "An order to build trams WAS WON BY
    NORVIK"."""
    contract = phrases[k - 1] if k else None
    if contract is None or contract.kind != "NP" or contract.preposition:
        return []
    if not phrases.words.is_a(contract.head.low, "agreements") or any(p.kind == "VG" for p in phrases[:k]):
        return []
    fate = next((p for p in phrases[k + 1 :] if p.kind != "NP"), None)
    if fate is None or fate.kind != "VG" or fate.verb is None:
        return []
    marker = _marker(phrases, fate)
    for phrase in phrases[fate.index + 1 :]:
        if phrase.kind != "NP":
            break
        if marker and phrase.names and phrases.words.is_a(phrase.preposition, marker):
            return joined_with(phrases, phrase.index)
    return []


def _marker(phrases: Phrases, fate: Phrase) -> str:
    """The class of the preposition before who gets it: WAS AWARDED to, WENT to, WAS WON by."""
    group = fate.verb.group if fate.verb is not None else ""
    if fate.passive:
        return {"give": "receiver", "gain": "passive_agent"}.get(group, "")
    goes = fate.verb is not None and phrases.words.is_a(fate.verb.lemma, "going_to")
    return "receiver" if goes else ""
