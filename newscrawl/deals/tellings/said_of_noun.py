"""What the verb that governs a deal noun says of the deal: "COMPLETED the purchase", "FENDED OFF a bid"."""

from itertools import takewhile

from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.frames.triggers import NounTrigger
from newscrawl.deals.frames.untold import is_negated
from newscrawl.deals.syntax.phrases import Phrase, Phrases
from newscrawl.deals.syntax.verb_groups import helpers_of
from newscrawl.deals.tellings.done_before import is_over, is_sequel
from newscrawl.deals.tellings.status_cues import rejects_objections
from newscrawl.deals.tellings.status_rules import StatusRules
from newscrawl.deals.tellings.tense import happened


def said_of_noun(frame: Frame, group: Phrase, phrases: Phrases, rules: StatusRules) -> str | None:
    """What the governing verb says of a deal noun: "COMPLETED the purchase", "the deal IS COMPLETE", "will not RENEW
    its contract"; None if nothing."""
    lemma = lemma_of(group)
    if group.clause >= 0 and (over := is_over(frame, group, phrases, rules)) is not None:
        return over
    if not lemma and (said := _predicate(group, phrases, rules)):
        return said
    if not lemma and (_was_somebody(frame, group, phrases) or _was_behind(frame, group, phrases, rules)):
        return "completed"
    if group.form == "gerund" and phrases.words.is_a(lemma, "in_charge") and _was_then(group, phrases, rules):
        return "completed"
    if is_left_open(frame, group, rules):
        return None
    if rejects_objections(phrases, rules):
        return "announced"
    if lemma in rules.resulting:
        return "completed" if {"W", "2", "X"}.isdisjoint(t.tag for t in helpers_of(group, phrases)) else "announced"
    if is_sequel(lemma, frame.governed_as, group, rules):
        return "completed"
    if lemma in rules.making and _is_made_something(frame, group, phrases):
        return "announced"
    if lemma in rules.repelling:
        return "terminated" if _is_repelled(frame, group) else None
    if phrases.words.is_a(lemma, "continuing") and group.helper("X"):
        return "terminated"
    if lemma not in rules.governors:
        return "announced" if _is_at_hurdle(frame, group, phrases, rules) else None
    return None if frame.governed_as in rules.aside else _as_governed(frame, group, phrases, rules)


def _was_then(group: Phrase, phrases: Phrases, rules: StatusRules) -> bool:
    """ "She SPENT eight years at Norvik, OVERSEEING the purchase of Tal"."""
    main = next((p for p in reversed(phrases[: group.index]) if p.kind == "VG" and p.form != "gerund"), None)
    return not group.helpers and main is not None and happened(main, phrases, rules)


def _was_somebody(frame: Frame, group: Phrase, phrases: Phrases) -> bool:
    """ "Its last big purchase WAS TAL", "Its largest deal WAS THE PURCHASE of Tal IN 2016": one of earlier times, as of
    a new one "is" is said."""
    named = any(p.names for p in frame.slots.get("copula", ()))
    dated = any(p.is_time and p.tokens[-1].low[-4:].isdigit() for p in phrases[frame.index : frame.index + NEAR])
    named = named or ("predicate" in frame.slots and dated)
    is_bidder = not isinstance(frame.trigger, NounTrigger) or frame.trigger.names_party
    return frame.type == "acquisition" and named and _is_was(group, phrases) and not is_bidder


def _was_behind(frame: Frame, group: Phrase, phrases: Phrases, rules: StatusRules) -> bool:
    """ "She WAS BEHIND the purchase of Tal", "WAS RESPONSIBLE for it": who can be called so has done it."""
    between = phrases[group.index + 1 : frame.index]
    said = [t.low for p in (group, *between) for t in p.with_adverbs]
    behind = not rules.responsible.isdisjoint((*said, phrases[frame.index].preposition))
    return behind and _is_was(group, phrases)


def _is_was(group: Phrase, phrases: Phrases) -> bool:
    return bool(group.tokens) and phrases.words.is_a(group.tokens[-1].low, "was")


NEAR = 4
"""How many phrases from a deal noun on its year stands."""


def _as_governed(frame: Frame, group: Phrase, phrases: Phrases, rules: StatusRules) -> str | None:
    """What a verb says that tells the status of what it governs, as far as it does: "COMPLETED the purchase", but "MAY
    complete it"."""
    if frame.type == "stake" and group.verb is not None and group.verb.group == "give":
        return None  # "GAVE UP its stake to Tal": sold, and not ended
    lemma = lemma_of(group)
    status, negated = rules.governors.get(lemma), is_negated(phrases, group)
    if status == "denied" and negated:
        return "talks"
    if status == "talks" and frame.governed_as == "subject" and not group.passive:
        return None  # "The purchase of Tal OFFERS room to grow": nobody offers to buy
    if status == "announced" and (group.helper("2") or (group.form == "gerund" and not group.helpers)):
        return None  # "HOPES to sign a contract", "is CONSIDERING signing one"
    if status == "talks" and lemma in rules.checking and _is_checked(frame, group, phrases, rules):
        return "announced"
    is_open = (status == "completed" and not _is_told(group, phrases, rules)) or (
        status == "terminated" and (negated or _may_be(group, phrases, rules) or _is_not_done(group, phrases, rules))
    )
    return "announced" if is_open else status


def _is_made_something(frame: Frame, group: Phrase, phrases: list[Phrase]) -> bool:
    """ "made the purchase of Tal ITS PRIORITY": what it is to be, and nothing that happened."""
    host = phrases[frame.index]
    if group.passive or host.index < group.index:
        return False
    behind = takewhile(lambda p: p.kind == "NP", phrases[host.index + 1 :])
    return any(not p.preposition and not p.is_measure for p in behind)


def _is_repelled(frame: Frame, group: Phrase) -> bool:
    """Whether what is fought off is the deal, by its target: "TAL fended off a bid from Norvik"; who fends off
    "rival bids for Tal" goes on with its own."""
    if group.passive:
        return frame.governed_as == "subject" and all(f.start < group.start for f in frame.roles.get("acquirer", ()))
    targets = frame.roles.get("target", ())
    return frame.governed_as == "object" and any(f.start < group.start for f in targets)


def is_ended_behind(frame: Frame, phrases: Phrases, rules: StatusRules) -> bool:
    """ "The alliance that Norvik and Tal formed in 2019 HAS ENDED": the verb behind the relative clause that tells the
    deal says that it is over; what has ended something else stands before an object."""
    group = frame.group
    if frame.noun is None or group is None or group.clause >= 0 or frame.governed_as != "object":
        return False
    if group.index < frame.index or phrases[frame.index].preposition:
        return False
    behind = phrases[group.index + 1 :]
    main = next((p for p in behind if p.kind != "," and not (p.kind == "NP" and (p.preposition or p.is_time))), None)
    if main is None or main.kind != "VG" or main.helper("2") or (main.form == "gerund" and not main.helpers):
        return False
    object_ = phrases[main.index + 1] if main.index + 1 < len(phrases) else main
    if not main.passive and object_.kind == "NP" and not (object_.preposition or object_.is_time):
        return False
    said = _predicate(main, phrases, rules) if main.verb is None else _as_governed(frame, main, phrases, rules)
    return said == "terminated"


def is_left_open(frame: Frame, group: Phrase, rules: StatusRules) -> bool:
    """Whether the deal is only what something happens for or against ("an inquiry INTO the purchase")."""
    lemma = lemma_of(group)
    if lemma in rules.financing:
        return frame.governed_as not in ("subject", "object")
    open_by_verb = rules.governors.get(lemma, "talks") == "talks" and lemma not in rules.paying
    return open_by_verb and _is_beside(frame, rules)


def _is_checked(frame: Frame, group: Phrase, phrases: list[Phrase], rules: StatusRules) -> bool:
    """ "THE COMMISSION is reviewing the purchase of Tal": an authority has only a deal to decide on that is agreed."""
    beside = (p for p in phrases if p.clause == group.clause and p.kind == "NP" and p.index != frame.index)
    return any(p.head.low.endswith(tuple(rules.authorities)) for p in beside)


def _is_at_hurdle(frame: Frame, group: Phrase, phrases: list[Phrase], rules: StatusRules) -> bool:
    """ "The purchase of Tal WON APPROVAL", "gave their BLESSING to the purchase", "has hit a SNAG": it is agreed and
    not done; what happens after it or because of it is another matter."""
    if frame.governed_as in rules.adjuncts or frame.governed_as in rules.done:
        return False
    around = phrases if group.clause >= 0 else takewhile(lambda p: p.kind == "NP", phrases[group.index + 1 :])
    beside = (p for p in around if p.clause == group.clause and p.kind == "NP" and p.index != frame.index)
    return any(not p.names and p.head.low.endswith(tuple(rules.hurdles)) for p in beside)


def is_awaited(host: Phrase, phrases: Phrases, rules: StatusRules) -> bool:
    """ "The completion of the merger IS EXPECTED in May", "is NEAR the completion": it has not happened."""
    if host.preposition in rules.done or host.preposition in rules.ahead:
        return host.preposition in rules.ahead
    own = [p for p in phrases if p.clause == host.clause]
    due = any(p.is_time and p.head.low.partition(" ")[0] in rules.planned for p in own)  # "is EXPECTED IN MAY"
    modal = any(p.kind == "VG" and p.helper("W") for p in own) and not host.preposition
    return due or modal or any(p.kind == "VG" and lemma_of(p) in rules.awaiting for p in own)


def lemma_of(group: Phrase) -> str:
    return group.verb.lemma if group.verb is not None else ""


def _may_be(group: Phrase, phrases: list[Phrase], rules: StatusRules) -> bool:
    """ "The purchase COULD collapse": nobody says that it does."""
    return any(t.is_a("may") or t.low in rules.guesses for t in helpers_of(group, phrases))


def _is_not_done(group: Phrase, phrases: list[Phrase], rules: StatusRules) -> bool:
    """ "a judge REFUSED to stop the merger", "has SUED to stop it": what would end the deal has not happened."""
    if not group.helper("2"):
        return False
    lemma = next((lemma_of(p) for p in reversed(phrases[: group.index]) if p.kind == "VG"), "")
    return lemma in rules.attempting or rules.governors.get(lemma) in ("terminated", "talks")


def _is_beside(frame: Frame, rules: StatusRules) -> bool:
    """Whether the deal is only what something happens for or against: "an inquiry INTO the purchase", "grünes Licht FÜR
    die Übernahme"."""
    return frame.governed_as in rules.beside and frame.group is not None


def _predicate(group: Phrase, phrases: list[Phrase], rules: StatusRules) -> str | None:
    """What a deal is said to be: "the purchase of Tal IS COMPLETE"."""
    if not group.helper("B") or group.helper("W") or group.helper("2"):
        return None
    behind = [t for p in phrases[group.index : group.index + 2] for t in p.with_adverbs]
    return next((rules.predicates[t.low] for t in behind if t.low in rules.predicates), None)


def _is_told(group: Phrase, phrases: list[Phrase], rules: StatusRules) -> bool:
    """Whether what governs the deal has happened; a headline tells it in the present ("Norvik completes purchase")."""
    return happened(group, phrases, rules) or (group.form == "present" and not group.helpers)
