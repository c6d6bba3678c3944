"""How far a deal is, as one frame tells it: rumoured, talks, announced, completed, denied, terminated."""

from newscrawl.deals.deal_types import BETWEEN_TWO
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.frames.untold import is_negated
from newscrawl.deals.syntax.added import EARLIER
from newscrawl.deals.syntax.phrases import Phrase, Phrases
from newscrawl.deals.syntax.verb_groups import helpers_of
from newscrawl.deals.tellings.done_before import driven_shares, is_behind_it, is_done_behind, own_verb
from newscrawl.deals.tellings.said_of_noun import is_awaited, is_ended_behind, is_left_open, lemma_of, said_of_noun
from newscrawl.deals.tellings.standing import is_there_already
from newscrawl.deals.tellings.status_cues import cues_for
from newscrawl.deals.tellings.status_rules import StatusRules
from newscrawl.deals.tellings.tense import happened

NEWS = frozenset(("partnership", "contract"))
"""Deals of these types are announced when they are told as news, whatever the tense ("teamed up with")."""


def status_of(frame: Frame, phrases: Phrases, sentence: str, start: int, rules: StatusRules) -> str | None:
    """The status that the frame's own verb, its governors and its sentence give it; None where nothing tells it.

    Args:
        frame: where the deal is told.
        phrases: the phrases of its sentence.
        sentence: the sentence, lower-case.
        start: offset of the sentence in the text.
        rules: of the language.
    """
    formal = _by_grammar(frame, phrases, rules)
    cues = cues_for(frame, phrases, sentence, start, rules, over=formal == "completed")
    if frame.status in ("terminated", "denied"):
        return frame.status
    if formal == "announced" and _is_guessed(frame, phrases, rules):
        formal = "rumoured"
    if formal == "announced" and _is_end_left_open(frame, rules):
        cues = tuple(cue for cue in cues if cue != "terminated")
    if (cued := _by_cues(formal, cues, frame, phrases, rules)) is not None:
        return cued
    agreed = _is_agreed(frame, sentence, rules)
    if formal is None:
        return "announced" if agreed else frame.status or next(iter(cues), None)
    if "talks" in cues and frame.noun is not None and _is_about(frame):
        return "talks"
    if frame.status == "completed" and _lies_ahead(formal, frame):
        return formal
    if frame.status and formal in ("announced", "completed", "talks"):
        return "announced" if agreed or _is_accepted(frame, rules) else frame.status
    if formal == "completed" and frame.type in NEWS:
        return _of_news(frame, phrases)
    return "talks" if "talks" in cues and formal != "announced" else formal


def _by_grammar(frame: Frame, phrases: Phrases, rules: StatusRules) -> str | None:
    """What the nouns and verbs say that the deal hangs on, whatever else its sentence says."""
    formal = _from_host(frame, phrases, rules) or _from_verbs(frame, phrases, rules)
    if formal in (None, "announced", "completed") and _is_talked_of(frame, phrases, rules):
        formal = "talks"
    if formal == "completed" and _is_only_planned(frame, rules):
        formal = "announced"
    if formal in (None, "announced", "completed") and _is_provisional(frame, phrases, rules):
        formal = "talks"
    return formal


def _by_cues(
    formal: str | None, cues: tuple[str, ...], frame: Frame, phrases: Phrases, rules: StatusRules
) -> str | None:
    """What the words of the sentence say whatever its grammar says; None where they leave it to that."""
    for status in ("denied", "terminated"):
        if formal == status or status in cues:
            return status
    if is_there_already(frame, phrases):
        return "completed"
    if "rumoured" in cues:
        return "rumoured"
    if "open" in cues and formal != "completed":
        return "talks"
    over = formal in (None, "announced") and ("since" in cues or _is_money_in(frame, phrases, rules))
    return "completed" if over else None


def _lies_ahead(formal: str, frame: Frame) -> bool:
    """Whether what a trigger tells as done is only to come: "MAY outbid Ostra for Tal"."""
    return formal in ("announced", "talks") and _is_ahead(frame)


def _of_news(frame: Frame, phrases: Phrases) -> str | None:
    """Of a partnership or contract told in the past: news of what has been agreed, or what was so until now; None where
    a verb tells what two once did."""
    if _went_on_until_now(frame, phrases):
        return "completed"
    return "announced" if frame.noun is not None or frame.type == "contract" else None


def _went_on_until_now(frame: Frame, phrases: Phrases) -> bool:
    """ "bezog seinen Strom BISHER von Tal": what two have done, and no news."""
    group = frame.group
    if frame.noun is not None or group is None:
        return False
    own = (t for p in phrases if p.clause == group.clause >= 0 for t in p.with_adverbs)
    return any(phrases.words.is_a(t.low, "until_now") for t in own)


def _is_only_planned(frame: Frame, rules: StatusRules) -> bool:
    """ "Its PLANNED takeover of Tal HAS ALARMED unions": what it has done so far leaves it to come."""
    noun, group = frame.noun, frame.group
    if (
        noun is None
        or group is None
        or lemma_of(group) in rules.governors
        or (group.verb is None and group.helper("B"))
    ):
        return False
    return any(t.low in rules.planned for t in noun.tokens if t is not noun.head)


def _is_provisional(frame: Frame, phrases: Phrases, rules: StatusRules) -> bool:
    """ "signed a PRELIMINARY agreement", "signed a MEMORANDUM of understanding": nothing is agreed for good."""
    told = () if frame.noun is None else (*frame.noun.tokens, *phrases[frame.index].tokens)
    return frame.type in GOES_ON and any(t.low in rules.provisional for t in told)


GOES_ON = (*BETWEEN_TWO, "joint_venture")
"""The types of deals that companies first only have in mind together."""


def _is_guessed(frame: Frame, phrases: list[Phrase], rules: StatusRules) -> bool:
    """ "Norvik COULD buy Tal", "COULD BE the target of a bid", "KÖNNTE den Besitzer wechseln": speculation, which is a
    rumour whoever speaks."""
    if frame.group is None or (frame.noun is not None and not _is_done_by_verb(frame, frame.group, rules)):
        return False
    if any(f.start < frame.group.start for f in frame.roles.get("licensee", ())):
        return False  # "Norvik MAY use its patents": it is allowed to
    return any(t.low in rules.guesses for t in helpers_of(frame.group, phrases))


def _is_done_by_verb(frame: Frame, group: Phrase, rules: StatusRules) -> bool:
    """Whether the deal happens if what its verb says does: "Norvik could SIGN a deal with Tal"."""
    if "predicate" in frame.slots or frame.by_verb:
        return True
    return frame.governed_as == "object" and rules.governors.get(lemma_of(group)) in ("announced", "completed")


def _is_end_left_open(frame: Frame, rules: StatusRules) -> bool:
    """ "Norvik MAY ABANDON its purchase of Tal", "did NOT WITHDRAW its bid": the verb that would end it governs it."""
    verb = frame.group.verb if frame.noun is not None and frame.group is not None else None
    return verb is not None and rules.governors.get(verb.lemma) == "terminated"


def _is_ahead(frame: Frame) -> bool:
    """ "TRIED TO outbid Ostra for Tal", "MAY outbid it": the verb tells nothing that is, but of what came before."""
    if EARLIER in frame.slots:
        return False
    return frame.noun is None and frame.group is not None and (frame.group.helper("2") or frame.group.helper("W"))


def _is_money_in(frame: Frame, phrases: list[Phrase], rules: StatusRules) -> bool:
    """ "Tal ANNOUNCED a $5m round": a round is told when the money is there."""
    group = frame.group
    if frame.type != "funding" or frame.noun is None or group is None or group.verb is None:
        return False
    return group.verb.lemma in rules.reporting and happened(group, phrases, rules)


def _is_agreed(frame: Frame, sentence: str, rules: StatusRules) -> bool:
    """ "signed a merger AGREEMENT UNDER WHICH Norvik will make a tender OFFER"."""
    return frame.status == "talks" and rules.agreed.search(sentence) is not None


def _is_accepted(frame: Frame, rules: StatusRules) -> bool:
    """ "Tal accepted a bid": it did, and is not only about to, or advised ("rät, die Offerte ANZUNEHMEN")."""
    group = frame.group
    if frame.noun is None or group is None or group.verb is None or group.helper("2") or group.helper("X"):
        return False
    return group.form != "to_infinitive" and group.verb.lemma in rules.accepting


def _from_host(frame: Frame, phrases: Phrases, rules: StatusRules) -> str | None:
    """What the noun says that the deal hangs on: "announced the completion of its merger"."""
    host = phrases[frame.index]
    if frame.noun is None or frame.noun.head is host.head:
        return None
    status = rules.nouns.get(host.head.low)
    return "announced" if status == "completed" and is_awaited(host, phrases, rules) else status


def _is_talked_of(frame: Frame, phrases: list[Phrase], rules: StatusRules) -> bool:
    """Whether it is what others talk of: "TALKS ON the sale of Tal drag on", "a LETTER OF INTENT FOR the purchase"."""
    host, before = phrases[frame.index], phrases[frame.index - 1] if frame.index else None
    if frame.noun is None or before is None or before.kind != "NP" or not host.preposition:
        return False
    if before.preposition and before.names and before.index:
        before = phrases[before.index - 1]  # "TALKS with Norvik on the sale of Tal"
    talked = "talks" in (rules.nouns.get(before.head.low), _stage(before, rules))
    return talked and not _has_result(host, phrases, rules)


def _has_result(host: Phrase, phrases: list[Phrase], rules: StatusRules) -> bool:
    """ "Talks on the sale of Tal ENDED in May WITH A DEAL"."""
    verb = next((p for p in phrases[host.index :] if p.kind == "VG"), None)
    if verb is None or rules.governors.get(lemma_of(verb)) not in ("terminated", "completed"):
        return False
    return any(p.preposition and p.head.low in rules.results for p in phrases[verb.index :])


def _from_verbs(frame: Frame, phrases: Phrases, rules: StatusRules) -> str | None:
    group = _verb_of_said(frame, phrases, rules) or frame.group
    if is_ended_behind(frame, phrases, rules):
        return "terminated"
    if _is_done_by_form(frame, phrases, rules):
        return "completed"
    if is_behind_it(frame, phrases, rules):
        return "completed"
    if "becomes" in frame.slots and (group is None or group.verb is None):
        return "completed" if _has_become(phrases[frame.index], phrases, rules) else "announced"
    if group is None:
        return "completed" if _is_dated(frame) else None
    if frame.fronted:
        own = own_verb(phrases[frame.index], phrases)
        if own is not None and rules.governors.get(lemma_of(own)) == "announced":
            return "announced"
        before = phrases[frame.index].preposition or phrases[frame.index - 1].head.low
        return "completed" if before in rules.done or happened(group, phrases, rules) else "announced"
    if frame.noun is not None and (said := said_of_noun(frame, group, phrases, rules)):
        return said
    if frame.noun is not None and is_left_open(frame, group, rules):
        return None
    if _are_counted(frame, group, rules):
        return "completed"
    if any(t.low in rules.past for t in group.helpers):
        return "announced" if group.helper("X") else "completed"
    if group.helper("2") or group.form in ("infinitive", "to_infinitive"):
        return _governed(group, phrases, rules)
    if frame.noun is not None and (_is_said_of(group, rules) or driven_shares(group, phrases, rules) is not None):
        return None
    if frame.noun is not None and group.verb is None and group.clause < 0 and all(t.tag == "B" for t in group.helpers):
        return None  # "The purchase of Tal in 2015 WAS bigger"
    return _of_form(group, phrases, rules)


def _has_become(host: Phrase, phrases: list[Phrase], rules: StatusRules) -> bool:
    """ "WURDE 2016 eine Tochter", "IST Eigentümer GEWORDEN"; not "WIRD", "SOLL eine WERDEN"."""
    told = [t for p in phrases if p.kind == "VG" and p.clause == host.clause for t in p.tokens]
    return bool(told) and not any(t.tag in "WX" or t.low in rules.present for t in told)


def _verb_of_said(frame: Frame, phrases: list[Phrase], rules: StatusRules) -> Phrase | None:
    """ "Norvik said the purchase of Tal WILL CLOSE in May": the verb of the clause that is said, whose subject the deal
    is."""
    group = frame.group
    if frame.noun is None or frame.noun.head is not phrases[frame.index].head or frame.governed_as != "object":
        return None
    if group is None or group.verb is None or group.verb.group != "say" or group.index > frame.index:
        return None
    if group.verb.lemma in rules.governors:  # "HOPES the purchase of Tal pays off"
        return None
    own = own_verb(phrases[frame.index], phrases)
    behind = phrases[own.index + 1 : own.index + 2] if own is not None else []  # "WAS EXPECTED to add to profit"
    return next((p for p in behind if p.kind == "VG" and p.helper("2")), own)


def _is_done_by_form(frame: Frame, phrases: list[Phrase], rules: StatusRules) -> bool:
    """Whether it is over by how it is told: "behind it", or a venture that the text explains ("Tal, a joint venture of
    …")."""
    if frame.noun is not None and is_done_behind(frame, phrases, rules):
        return True
    if frame.type != "joint_venture":
        return False
    if not frame.slots.keys().isdisjoint(("explains", "predicate")):
        return True
    called = bool(frame.roles.get("venture")) and any(p.names for p in frame.slots.get("copula", []))
    return called and _has_become(phrases[frame.index], phrases, rules)


def _of_form(group: Phrase, phrases: Phrases, rules: StatusRules) -> str:
    """What the form of the verb says; of a gerund, what stands before it ("AFTER buying Tal", "TALKS on buying")."""
    told = "completed" if happened(group, phrases, rules) else "announced"
    previous = phrases[group.index - 1] if group.index else None
    if group.form != "gerund" or group.helpers or previous is None:
        return told
    if previous.verb is not None:
        return rules.governors.get(previous.verb.lemma, told)
    if previous.kind == "P" and phrases.words.is_a(previous.head.low, "hindered_from"):
        return _hindered(group, phrases, rules) or told
    if previous.kind == "P" and previous.head.low in rules.against:
        return "terminated"
    if previous.kind == "P" and (inclined := _inclined(group, phrases, rules)):
        return inclined
    carrier = phrases[group.index - 2] if group.index > 1 else previous
    if previous.kind == "P" and lemma_of(carrier) in rules.carried:  # "SUCCEEDED in buying Tal"
        return "completed" if happened(carrier, phrases, rules) else "announced"
    if previous.kind == "P" and previous.head.low not in rules.done:
        return _governed(group, phrases, rules) if _is_talked_of_before(group, phrases, rules) else told
    return told


def _is_talked_of_before(group: Phrase, phrases: Phrases, rules: StatusRules) -> bool:
    """ "is in TALKS about buying Tal", "is NEGOTIATING with Norvik about buying it"."""
    return any(_stage(p, rules) or phrases.words.is_a(lemma_of(p), "talking") for p in phrases[: group.index])


def _inclined(group: Phrase, phrases: Phrases, rules: StatusRules) -> str | None:
    """ "is INTERESTED in buying Tal", "expressed INTEREST in buying it"; "LOST interest in buying it"."""
    before = phrases[group.index - 2 : group.index - 1] if group.index > 1 else []
    if not before or before[0].tokens[-1].low not in rules.inclined:
        return None
    verb = phrases[before[0].index - 1] if before[0].kind == "NP" and before[0].index else before[0]
    lost = verb.helper("X") or rules.governors.get(lemma_of(verb)) == "terminated"
    return "terminated" if lost else "talks"


def _hindered(group: Phrase, phrases: Phrases, rules: StatusRules) -> str | None:
    """ "DETERRED Norvik from buying Tal", "KEPT Norvik from buying Tal"; but "KEPT buying Tal"."""
    verb = next((p for p in reversed(phrases[: group.index]) if p.verb is not None), None)
    if verb is None:
        return None
    return "terminated" if phrases.words.is_a(lemma_of(verb), "hindering") else rules.governors.get(lemma_of(verb))


def _are_counted(frame: Frame, group: Phrase, rules: StatusRules) -> bool:
    """ "Its acquisitions INCLUDE Tal and Ostra": all that somebody has bought."""
    of_all = frame.type == "acquisition" and frame.noun is not None and frame.governed_as == "subject"
    return of_all and not group.helpers and lemma_of(group) in rules.counting


def _is_said_of(group: Phrase, rules: StatusRules) -> bool:
    """Whether a verb in the present only speaks of the deal: "The move FOLLOWS the purchase of Tal"; where the word
    order parts clauses only some do, others tell what is to come ("Der Vertrag SIEHT eine Kooperation VOR").
    """
    if group.verb is None or group.form != "present" or group.helpers:
        return False
    return group.verb.lemma in rules.speaking or (group.verb.group == "other" and group.clause < 0)


def _governed(group: Phrase, phrases: Phrases, rules: StatusRules) -> str:
    """The status of an infinitive, from the verb before it."""
    if any(t.low in rules.wishes for t in helpers_of(group, phrases)):
        return "talks"
    if group.helper("W") and not group.helper("2"):
        return "announced"
    talked = False
    for phrase in reversed(phrases[: group.index]):
        talked = talked or (phrase.kind == "NP" and rules.nouns.get(phrase.head.low) == "talks")
        if phrase.kind == "VG" and phrase.verb is not None:
            if phrase.verb.lemma in rules.repelling:
                return _behind_repelled(phrase, phrases, rules)
            if is_negated(phrases, phrase):
                return _behind_negated(phrase, phrases, rules)
            if phrase.verb.lemma in rules.carried:
                return "completed" if happened(phrase, phrases, rules) else "announced"
            status = rules.governors.get(phrase.verb.lemma, "announced")
            return "talks" if talked and status == "announced" else status
        if phrase.kind == "NP" and (stage := _stage(phrase, rules)):
            return stage
    return "announced"


def _behind_negated(group: Phrase, phrases: Phrases, rules: StatusRules) -> str:
    """ "does NOT PLAN to buy Tal" denies it, "was NOT ALLOWED to buy it" ends it, "hat NICHT AUSGESCHLOSSEN, Tal zu
    kaufen" leaves it open."""
    lemma = lemma_of(group)
    said = rules.governors.get(lemma)
    if said in ("denied", "terminated"):
        return "talks" if said == "denied" else "announced"
    if phrases.words.is_a(lemma.replace(" ", "_"), "permitting"):
        return "terminated"
    return "announced" if said is None else "denied"


def _behind_repelled(group: Phrase, phrases: list[Phrase], rules: StatusRules) -> str:
    """ "beat off COMPETITION to buy Tal", "beat off OSTRA to buy it": done; "fought off an ATTEMPT to buy it": over."""
    what = phrases[group.index + 1 : group.index + 2]
    others = any(t.low in rules.rivalry or (t is p.head and p.names) for p in what for t in p.tokens)
    if not happened(group, phrases, rules):
        return "announced"
    return "completed" if others else "terminated"


def _is_about(frame: Frame) -> bool:
    """Whether the deal is only what something is about: "entered into negotiations ABOUT a merger"."""
    return frame.governed_as in ("about", "on", "over", "regarding", "concerning")


def _stage(phrase: Phrase, rules: StatusRules) -> str | None:
    """What a noun says, alone ("the frontrunner"), with its preposition ("in talks") or a genitive ("letter of …")."""
    by_genitive = rules.stages.get(f"{phrase.head.low} …") if phrase.of is not None else None
    return by_genitive or rules.stages.get(f"{phrase.preposition} {phrase.head.low}".lstrip())


def _is_dated(frame: Frame) -> bool:
    noun = frame.noun
    return noun is not None and any(t.tag == "T" for t in noun.tokens)
