"""How far a deal is, as one frame tells it: rumoured, talks, announced, completed, denied, terminated."""

import re
from itertools import takewhile

from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.syntax.phrases import Phrase, Phrases
from newscrawl.deals.syntax.tokens import Token
from newscrawl.deals.tellings.status_cues import cues_for
from newscrawl.deals.tellings.status_rules import StatusRules

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
    formal = _from_host(frame, phrases, rules) or _from_verbs(frame, phrases, rules)
    if formal in (None, "announced", "completed") and _is_talked_of(frame, phrases, rules):
        formal = "talks"
    cues = cues_for(frame, phrases, sentence, start, rules, over=formal == "completed")
    if frame.status == "terminated":
        return "terminated"
    for status in ("denied", "terminated"):
        if formal == status or status in cues:
            return status
    if _is_dated_state(frame, phrases):
        return "completed"
    if "rumoured" in cues:
        return "rumoured"
    if "open" in cues and formal != "completed":
        return "talks"
    if formal in (None, "announced") and ("since" in cues or _is_money_in(frame, phrases, rules)):
        return "completed"
    if formal is None:
        return frame.status or next(iter(cues), None)
    if "talks" in cues and frame.noun is not None and _is_about(frame):
        return "talks"
    if frame.status == "completed" and _is_ahead(frame) and formal in ("announced", "talks"):
        return formal
    if frame.status and formal in ("announced", "completed", "talks"):
        return "announced" if _is_accepted(frame, rules) else frame.status
    if formal == "completed" and frame.type in NEWS:
        return "announced" if frame.noun is not None or frame.type == "contract" else None
    if "talks" in cues and formal != "announced":
        return "talks"
    return formal


def _is_ahead(frame: Frame) -> bool:
    """ "TRIED TO outbid Ostra for Tal", "MAY outbid it": the verb tells nothing that is."""
    return frame.noun is None and frame.group is not None and (frame.group.helper("2") or frame.group.helper("W"))


def _is_money_in(frame: Frame, phrases: list[Phrase], rules: StatusRules) -> bool:
    """ "Tal ANNOUNCED a $5m round": a round is told when the money is there."""
    group = frame.group
    if frame.type != "funding" or frame.noun is None or group is None or group.verb is None:
        return False
    return group.verb.lemma in rules.reporting and _happened(group, phrases, rules)


def _is_dated_state(frame: Frame, phrases: Phrases) -> bool:
    """ "…, der SEIT 2003 beteiligt ist": over, though the sentence goes on with a rumour."""
    host = phrases[frame.index]
    own = [p for p in phrases if p.clause == host.clause >= 0]
    times = (t.low.split() for p in own for t in p.tokens if t.tag == "T")
    return any(phrases.words.is_a(time[0], "since") and YEAR.fullmatch(time[-1]) for time in times)


YEAR = re.compile(r"(?:19|20)\d\d")


def _is_accepted(frame: Frame, rules: StatusRules) -> bool:
    """ "Tal accepted a bid": it did, and is not only about to."""
    group = frame.group
    if frame.noun is None or group is None or group.verb is None or group.helper("2") or group.helper("X"):
        return False
    return group.verb.lemma in rules.accepting


def _from_host(frame: Frame, phrases: list[Phrase], rules: StatusRules) -> str | None:
    """What the noun says that the deal hangs on: "announced the completion of its merger"."""
    host = phrases[frame.index]
    if frame.noun is None or frame.noun.head is host.head:
        return None
    return rules.nouns.get(host.head.low)


def _is_talked_of(frame: Frame, phrases: list[Phrase], rules: StatusRules) -> bool:
    """Whether it is what others talk of: "TALKS ON the sale of Tal drag on"."""
    host, before = phrases[frame.index], phrases[frame.index - 1] if frame.index else None
    if frame.noun is None or before is None or before.kind != "NP" or not host.preposition:
        return False
    return rules.nouns.get(before.head.low) == "talks" and not _has_result(host, phrases, rules)


def _has_result(host: Phrase, phrases: list[Phrase], rules: StatusRules) -> bool:
    """ "Talks on the sale of Tal ENDED in May WITH A DEAL"."""
    verb = next((p for p in phrases[host.index :] if p.kind == "VG"), None)
    if verb is None or rules.governors.get(_lemma(verb)) not in ("terminated", "completed"):
        return False
    return any(p.preposition and p.head.low in rules.results for p in phrases[verb.index :])


def _from_verbs(frame: Frame, phrases: list[Phrase], rules: StatusRules) -> str | None:
    group = frame.group
    if _is_done_by_form(frame, phrases, rules):
        return "completed"
    if _is_behind_it(frame, phrases, rules):
        return "completed"
    if group is None:
        return "completed" if _is_dated(frame) else None
    if frame.fronted:
        own = _own_verb(phrases[frame.index], phrases)
        if own is not None and rules.governors.get(_lemma(own)) == "announced":
            return "announced"
        before = phrases[frame.index].preposition or phrases[frame.index - 1].head.low
        return "completed" if before in rules.done or _happened(group, phrases, rules) else "announced"
    if frame.noun is not None and (said := _said_of_noun(frame, group, phrases, rules)):
        return said
    if frame.noun is not None and _is_left_open(frame, group, rules):
        return None
    if any(t.low in rules.past for t in group.helpers):
        return "announced" if group.helper("X") else "completed"
    if group.helper("2") or group.form in ("infinitive", "to_infinitive"):
        return _governed(group, phrases, rules)
    if frame.noun is not None and _is_said_of(group, rules):
        return None
    return _of_form(group, phrases, rules)


def _is_done_by_form(frame: Frame, phrases: list[Phrase], rules: StatusRules) -> bool:
    """Whether it is over by how it is told: "behind it", or a venture that the text explains ("Tal, a joint venture of
    …")."""
    if frame.noun is not None and _is_done_behind(frame, phrases, rules):
        return True
    return frame.type == "joint_venture" and not frame.slots.keys().isdisjoint(("explains", "predicate"))


def _said_of_noun(frame: Frame, group: Phrase, phrases: list[Phrase], rules: StatusRules) -> str | None:
    """What the governing verb says of a deal noun: "COMPLETED the purchase", "the deal IS COMPLETE", "will not RENEW
    its contract"; None if nothing."""
    lemma = _lemma(group)
    if group.clause >= 0 and (over := _is_over(frame, group, phrases, rules)) is not None:
        return over
    if not lemma and (said := _predicate(group, phrases, rules)):
        return said
    if _is_left_open(frame, group, rules):
        return None
    if lemma in rules.making and _is_made_something(frame, group, phrases):
        return "announced"
    if lemma in rules.repelling:
        return "terminated" if _is_repelled(frame, group) else None
    if lemma in rules.continuing and group.helper("X"):
        return "terminated"
    if lemma not in rules.governors or frame.governed_as in rules.aside:
        return None
    status = rules.governors[lemma]
    is_open = (status == "completed" and not _is_told(group, phrases, rules)) or (
        status == "terminated" and bool(group.helper("X") or _is_refused(group, phrases, rules))
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


def _is_left_open(frame: Frame, group: Phrase, rules: StatusRules) -> bool:
    """Whether the deal is only what something happens for or against ("an inquiry INTO the purchase")."""
    return rules.governors.get(_lemma(group), "talks") == "talks" and _is_beside(frame, rules)


def _of_form(group: Phrase, phrases: list[Phrase], rules: StatusRules) -> str:
    """What the form of the verb says; of a gerund, what stands before it ("AFTER buying Tal", "TALKS on buying")."""
    told = "completed" if _happened(group, phrases, rules) else "announced"
    previous = phrases[group.index - 1] if group.index else None
    if group.form != "gerund" or group.helpers or previous is None:
        return told
    if previous.verb is not None:
        return rules.governors.get(previous.verb.lemma, told)
    if previous.kind == "P" and previous.head.low not in rules.done:
        return _governed(group, phrases, rules) if any(_stage(p, rules) for p in phrases[: group.index]) else told
    return told


def _lemma(group: Phrase) -> str:
    return group.verb.lemma if group.verb is not None else ""


def _is_said_of(group: Phrase, rules: StatusRules) -> bool:
    """Whether a verb in the present only speaks of the deal: "The move FOLLOWS the purchase of Tal"; not where the word
    order parts clauses: there it tells what is to come ("Der Vertrag SIEHT eine Kooperation VOR").
    """
    if group.verb is None or group.form != "present" or group.helpers or group.clause >= 0:
        return False
    return group.verb.group == "other" or group.verb.lemma in rules.speaking


def _governed(group: Phrase, phrases: list[Phrase], rules: StatusRules) -> str:
    """The status of an infinitive, from the verb before it."""
    if any(t.low in rules.wishes for t in helpers_of(group, phrases)):
        return "talks"
    if group.helper("W") and not group.helper("2"):
        return "announced"
    for phrase in reversed(phrases[: group.index]):
        if phrase.kind == "VG" and phrase.verb is not None:
            if phrase.verb.lemma in rules.repelling:
                return _behind_repelled(phrase, phrases, rules)
            if phrase.verb.lemma in rules.carried:
                return "completed" if _happened(phrase, phrases, rules) else "announced"
            return rules.governors.get(phrase.verb.lemma, "announced")
        if phrase.kind == "NP" and (stage := _stage(phrase, rules)):
            return stage
    return "announced"


def _behind_repelled(group: Phrase, phrases: list[Phrase], rules: StatusRules) -> str:
    """ "beat off COMPETITION to buy Tal": done; "fought off an ATTEMPT to buy it": over."""
    what = phrases[group.index + 1 : group.index + 2]
    others = any(t.low in rules.rivalry for p in what for t in p.tokens)
    if not _happened(group, phrases, rules):
        return "announced"
    return "completed" if others else "terminated"


def _is_about(frame: Frame) -> bool:
    """Whether the deal is only what something is about: "entered into negotiations ABOUT a merger"."""
    return frame.governed_as in ("about", "on", "over", "regarding", "concerning")


def _is_done_behind(frame: Frame, phrases: list[Phrase], rules: StatusRules) -> bool:
    """ "the purchase of Tal by Norvik, COMPLETED in May", "the merger, WHICH WAS COMPLETED in May"."""
    for phrase in phrases[frame.index + 1 : frame.index + 8]:
        if phrase.kind == "VG":
            done = phrase.verb is not None and rules.governors.get(phrase.verb.lemma) == "completed"
            bare = phrases[phrase.index - 1].kind in (",", "L") and phrase.form in ("past", "participle")
            return done and bare and _happened(phrase, phrases, rules)
        if phrase.kind not in ("NP", ",", "&", "L"):
            return False
    return False


def _is_refused(group: Phrase, phrases: list[Phrase], rules: StatusRules) -> bool:
    """ "a judge REFUSED to stop the merger": what would end the deal does not happen."""
    before = phrases[group.index - 1] if group.index and group.helper("2") else None
    return before is not None and before.verb is not None and rules.governors.get(before.verb.lemma) == "terminated"


def _is_behind_it(frame: Frame, phrases: list[Phrase], rules: StatusRules) -> bool:
    """ "Norvik grew AFTER its purchase of Tal", "Norvik, THROUGH its purchase of Tal, grew": what has happened with it
    tells that it is over."""
    host = phrases[frame.index]
    if frame.noun is None or frame.noun.head is not host.head or host.clause >= 0 or frame.status:
        return False
    if any(t.low in rules.planned for t in frame.noun.tokens) or _own_verb(host, phrases) is not None:
        return False
    opens = host.index - (not host.preposition and host.index > 0 and phrases[host.index - 1].kind in "SP")
    if (host.preposition or phrases[opens].head.low) not in rules.adjuncts:
        return False
    before = _finite_verb(phrases[:opens][::-1])
    main = before or _finite_verb(phrases[host.index :])
    if main is None or main.verb is None or main.verb.group in ("say", "agree") or main.verb.lemma in rules.priced:
        return False
    subjects = (p.head.low.rpartition(" ")[2] for p in phrases[: main.index] if p.kind == "NP")
    return rules.unmoved.isdisjoint(subjects) and _happened(main, phrases, rules)


def _own_verb(host: Phrase, phrases: list[Phrase]) -> Phrase | None:
    """ "after the purchase of Tal WAS ANNOUNCED": its own verb tells how far it is."""
    behind = next((p for p in phrases[host.index + 1 :] if p.kind != "NP" or not (p.preposition or p.is_time)), None)
    if behind is None or behind.kind != "VG" or (behind.form == "gerund" and not behind.helpers):
        return None
    return behind


def _finite_verb(phrases: list[Phrase]) -> Phrase | None:
    """The first verb that is finite, if no other clause is opened before it."""
    for phrase in phrases:
        if phrase.kind in "SL;:":
            return None
        if phrase.kind == "VG" and not phrase.helper("2") and (phrase.helpers or phrase.form != "gerund"):
            return phrase
    return None


def _is_over(frame: Frame, group: Phrase, phrases: list[Phrase], rules: StatusRules) -> str | None:
    """ "Seit der Übernahme wächst Tal", "Nach der Übernahme zog Tal um", "Mit der Übernahme IM MAI wuchs Tal": over;
    "Nach der Übernahme SOLL …" not yet."""
    host = phrases[frame.index]
    if frame.noun is None or frame.noun.head is not host.head:
        return None
    if host.preposition not in rules.done and not (host.preposition and _is_dated_opening(host, group, phrases)):
        return None
    helpers = helpers_of(group, phrases)
    ahead = any(t.tag == "W" or (t.tag == "O" and t.low in rules.present) for t in helpers)
    return "announced" if ahead else "completed"


def _is_dated_opening(host: Phrase, group: Phrase, phrases: list[Phrase]) -> bool:
    """Whether a date stands behind a noun that opens its clause: before the verb there is room for one phrase only, so
    that the date is the noun's."""
    between = phrases[host.index + 1 : group.index]
    return any(p.is_time for p in between) and all(p.kind == "NP" and p.clause == host.clause for p in between)


def _is_beside(frame: Frame, rules: StatusRules) -> bool:
    """Whether the deal is only what something happens for or against: "an inquiry INTO the purchase", "grünes Licht FÜR
    die Übernahme"."""
    return frame.governed_as in rules.beside and frame.group is not None


def _predicate(group: Phrase, phrases: list[Phrase], rules: StatusRules) -> str | None:
    """What a deal is said to be: "the purchase of Tal IS COMPLETE"."""
    if not group.helper("B") or group.helper("W") or group.helper("2"):
        return None
    behind = [t for p in phrases[group.index : group.index + 2] for t in [*p.tokens, *p.adverbs]]
    return next((rules.predicates[t.low] for t in behind if t.low in rules.predicates), None)


def _is_told(group: Phrase, phrases: list[Phrase], rules: StatusRules) -> bool:
    """Whether what governs the deal has happened; a headline tells it in the present ("Norvik completes purchase")."""
    return _happened(group, phrases, rules) or (group.form == "present" and not group.helpers)


def _stage(phrase: Phrase, rules: StatusRules) -> str | None:
    """What a noun says with its preposition ("in talks") or with a genitive behind ("letter of …")."""
    by_genitive = rules.stages.get(f"{phrase.head.low} …") if phrase.of is not None else None
    return by_genitive or rules.stages.get(f"{phrase.preposition} {phrase.head.low}")


def _happened(group: Phrase, phrases: list[Phrase], rules: StatusRules) -> bool:
    """Whether the verb is in a past tense and nothing takes it back; a gerund goes by the words before it."""
    helpers = helpers_of(group, phrases)
    tags = {t.tag for t in helpers}
    if tags & {"X", "W", "2"}:
        return False
    if group.form == "gerund" and "B" not in tags:
        return _is_after(group, phrases, rules)
    if group.helpers and group.helpers[0].low == "being" and group.index:
        return phrases[group.index - 1].head.low in rules.done
    if group.form in ("past", "participle"):
        tense = [t for t in helpers if t.tag in "BHO"]
        return not tense or any(t.low not in rules.present for t in tense)
    return any(t.low in rules.past for t in helpers)


def helpers_of(group: Phrase, phrases: list[Phrase]) -> list[Token]:
    """The auxiliaries of a verb, those elsewhere in its clause included where the word order parts them."""
    if group.clause < 0:
        return group.helpers
    apart = [p for p in phrases if p.kind == "VG" and p.verb is None and p.clause == group.clause]
    return [*group.helpers, *(t for p in apart for t in p.tokens)]


def _is_after(group: Phrase, phrases: list[Phrase], rules: StatusRules) -> bool:
    """ "after buying", "since spending": done; else a gerund is as far as the main verb."""
    before = phrases[group.index - 1] if group.index else None
    if before is not None and before.kind in ("P", "S"):
        if before.head.low not in rules.means:
            return before.head.low in rules.done
        around = [*reversed(phrases[: group.index]), *phrases[group.index + 1 :]]
        main = next((p for p in around if p.kind == "VG" and p.form != "gerund" and not p.helper("2")), None)
        return main is not None and _happened(main, phrases, rules)
    finite = (p for p in reversed(phrases[: group.index]) if p.kind == "VG" and not p.helper("2"))
    main = next((p for p in finite if p.form != "gerund"), None)
    return main is not None and main.helper("H")


def _is_dated(frame: Frame) -> bool:
    noun = frame.noun
    return noun is not None and any(t.tag == "T" for t in noun.tokens)
