"""How far what is known about a name says: this is an organisation that can be a party to a deal.

One function, named features → number. The weights are set by hand; learnt ones could replace them.
"""

from collections import Counter
from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    # the name itself
    "legal_form": 3.0,
    "ticker": 3.0,
    "name_word": 1.5,
    "name_ending": 1.0,
    "firm_like_person": 1.5,
    "capital": 0.5,
    "special": 0.4,
    "camel": 0.5,
    "ordinary_word": -0.1,
    "common_word": -0.6,
    "ordinary_words": -0.4,
    "ordinary": -1.2,
    "adopted": 0.0,
    "bare": -0.8,
    "rare": 0.4,
    "inside": 0.5,
    "initial": -0.3,
    "headline": -0.2,
    "repeated": 0.5,
    "often": 0.5,
    "in_title": 0.5,
    # what is said of it
    "apposition": 2.0,
    "appositive_after": 2.0,
    "compound_organisation": 1.5,
    "deal_object": 1.2,
    "part_of": 1.2,
    "origin_before": 1.5,
    "acts": 1.0,
    "itself": 2.0,
    "owned_noun": 1.2,
    "public_body": 2.0,
    "possessed_by_place": 1.0,
    "possessed_by_person": 1.0,
    "possessive": 0.3,
    "at": 0.3,
    "said": 0.3,
    "listed_with_organisation": 1.0,
    "alias_of_organisation": 1.0,
    # something else than an organisation
    "given_name": -2.0,
    "given_word": -0.7,
    "given_alone": -0.3,
    "role_before": -1.5,
    "honorific": -4.0,
    "person_after": -2.5,
    "person_verb": -0.7,
    "age": -4.0,
    "place": -2.5,
    "place_word": -1.2,
    "place_before": -0.7,
    "dateline": -3.0,
    "listed_with_place": -1.0,
    "product_before": -0.6,
    "product_after": -1.0,
    "goods_after": -1.0,
    "compound_product": -0.8,
    "compound": 0.2,
    "possessed": -1.0,
    "press": -1.0,
    "source_before": -0.6,
    "source_after": -0.6,
    "index": -4.0,
    "symbol": -4.0,
    "event": -3.0,
    "technique": -3.0,
    "model": -3.0,
    "only_tells": -2.0,
    "company_body": -3.0,
}
# An organisation that a tight pattern need not ask for twice; below it a name is weak.
STRONG = 1.5
_BASE = 0.5
_AGAIN = 0.5  # what a feature is worth the second time; further ones count nothing

_PERSON = {
    "given_name": 1.5,
    "given_word": 0.7,
    "honorific": 4.0,
    "role_before": 1.5,
    "person_after": 2.0,
    "age": 3.0,
    "person_verb": 0.7,
}
_PRODUCT = ("product_before", "product_after", "goods_after", "compound_product", "possessed")
_NO_PERSON = (
    "legal_form",
    "ticker",
    "name_word",
    "apposition",
    "appositive_after",
    "compound_organisation",
    "press",
    "place",
)
_ORGANISATION = {
    "legal_form": 4.0, "ticker": 4.0, "name_word": 1.5, "compound_organisation": 1.0, "apposition": 1.5,
    "appositive_after": 2.0, "owned_noun": 0.8, "deal_object": 0.8, "part_of": 0.8, "acts": 0.4,
    "itself": 2.0, "possessed_by_place": 1.7,
    "special": 0.5, "camel": 0.5, "origin_before": 1.6, "public_body": 4.0,
}  # fmt: skip


def score(features: Counter[str]) -> float:
    """The evidence that an entity with these features (counted over its mentions) is an organisation, as a sum."""
    return round(_BASE + _sum(features, WEIGHTS), 2)


def kind(features: Counter[str]) -> str:
    """organisation, person, place, product or other: whichever the features say most for."""
    if _is_person(features):
        return "person"
    if _is_place(features):
        return "place"
    if features.get("technique") or features.get("model"):
        return "product"
    if features.get("index") or features.get("event"):
        return "other"
    total = score(features)
    if total < 1.0 and any(features.get(f) for f in _PRODUCT):
        return "product"
    return "organisation" if total >= _BASE else "other"


def _is_person(features: Counter[str]) -> bool:
    if features.get("role_before") and not any(features.get(f) for f in _NO_PERSON):
        return True
    if features.get("press") or (features.get("place") and not features.get("honorific")):
        return False
    person = _sum(features, _PERSON)
    return person >= 1.5 and person > _sum(features, _ORGANISATION)


def _is_place(features: Counter[str]) -> bool:
    if features.get("dateline") or (features.get("place") and _sum(features, _ORGANISATION) < 2.5):
        return True
    return bool(features.get("place_word")) and _sum(features, _ORGANISATION) < 0.8


def _sum(features: Counter[str], weights: Mapping[str, float]) -> float:
    return sum([weights[f] * (1.0 + _AGAIN * (n > 1)) for f, n in features.items() if n and f in weights])
