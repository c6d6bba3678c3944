"""Deals that are over since something is told to have come after them: "grew AFTER its purchase of Tal"."""

from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.syntax.phrases import Phrase
from newscrawl.deals.syntax.verb_groups import helpers_of
from newscrawl.deals.tellings.status_rules import StatusRules
from newscrawl.deals.tellings.tense import happened


def is_done_behind(frame: Frame, phrases: list[Phrase], rules: StatusRules) -> bool:
    """ "the purchase of Tal by Norvik, COMPLETED in May", "the merger, WHICH WAS COMPLETED in May"."""
    for phrase in phrases[frame.index + 1 : frame.index + 8]:
        if phrase.kind == "VG":
            done = phrase.verb is not None and rules.governors.get(phrase.verb.lemma) == "completed"
            bare = phrases[phrase.index - 1].kind in (",", "L") and phrase.form in ("past", "participle")
            return done and bare and happened(phrase, phrases, rules)
        if phrase.kind not in ("NP", ",", "&", "L"):
            return False
    return False


def is_behind_it(frame: Frame, phrases: list[Phrase], rules: StatusRules) -> bool:
    """ "Norvik grew AFTER its purchase of Tal", "Norvik, THROUGH its purchase of Tal, grew": what has happened with it
    tells that it is over."""
    host = phrases[frame.index]
    if frame.noun is None or frame.noun.head is not host.head or host.clause >= 0 or frame.status:
        return False
    if any(t.low in rules.planned for t in frame.noun.tokens) or own_verb(host, phrases) is not None:
        return False
    opens = host.index - (not host.preposition and host.index > 0 and phrases[host.index - 1].kind in "SP")
    link = host.preposition or phrases[opens].head.low
    if link not in rules.adjuncts:
        return False
    before = _finite_verb(phrases[:opens][::-1])
    main = before or _finite_verb(phrases[host.index :])
    if main is None:
        return False
    if main.verb is None:  # "It IS the biggest SINCE its purchase of Tal"
        return link in rules.done and not any(t.tag in "WX2" for t in main.helpers)
    if before is main and is_sequel(main.verb.lemma, link, main, rules):
        return True
    return _tells_what_happened(main, [p for p in phrases[: main.index] if p.kind == "NP"], phrases, rules)


def is_sequel(lemma: str, link: str, group: Phrase, rules: StatusRules) -> bool:
    """Whether a verb tells that something has come after the deal: "The move FOLLOWS the purchase of Tal", "The cuts
    COME a year AFTER the purchase of Tal", "its biggest since the purchase of Tal"."""
    if any(t.tag in "WX2" for t in group.helpers):
        return False
    return not rules.sequel.isdisjoint((lemma,) if link == "object" else (link, f"{lemma} {link}"))


def own_verb(host: Phrase, phrases: list[Phrase]) -> Phrase | None:
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


def is_over(frame: Frame, group: Phrase, phrases: list[Phrase], rules: StatusRules) -> str | None:
    """ "Seit der Übernahme wächst Tal", "Nach der Übernahme zog Tal um", "Mit der Übernahme IM MAI wuchs Tal": over;
    "Nach der Übernahme SOLL …" not yet."""
    host = phrases[frame.index]
    if frame.noun is None or frame.noun.head is not host.head:
        return None
    if host.preposition in rules.adjuncts:
        if any(t.low in rules.planned for t in host.tokens):
            return "announced"
        own = [p for p in phrases if p.clause == group.clause and p.kind == "NP" and not p.preposition]
        governs = group.verb is not None and group.verb.lemma in rules.governors
        if not governs and _tells_what_happened(group, own, phrases, rules):
            return "completed"
    if host.preposition not in rules.done and not (host.preposition and _is_dated_opening(host, group, phrases)):
        return None
    helpers = helpers_of(group, phrases)
    ahead = any(t.tag == "W" or (t.tag == "O" and t.low in rules.present) for t in helpers)
    return "announced" if ahead else "completed"


def _tells_what_happened(group: Phrase, subjects: list[Phrase], phrases: list[Phrase], rules: StatusRules) -> bool:
    """ "MIT der Übernahme HAT Norvik den Sprung GESCHAFFT", "AFTER the purchase, Norvik GREW".

    Not what is only said or agreed, nor what prices, holders of shares and offices make of a deal that is to come.
    """
    verb = group.verb
    if verb is not None and (verb.group in ("say", "agree") or verb.lemma in rules.priced):
        return False
    heads = (p.head.low.rpartition(" ")[2] for p in subjects)
    return rules.unmoved.isdisjoint(heads) and happened(group, phrases, rules)


def _is_dated_opening(host: Phrase, group: Phrase, phrases: list[Phrase]) -> bool:
    """Whether a date stands behind a noun that opens its clause: before the verb there is room for one phrase only, so
    that the date is the noun's."""
    between = phrases[host.index + 1 : group.index]
    return any(p.is_time for p in between) and all(p.kind == "NP" and p.clause == host.clause for p in between)


def driven_shares(group: Phrase, phrases: list[Phrase], rules: StatusRules) -> Phrase | None:
    """The shares that a verb lets rise or fall, which says nothing of whether the deal is done: "hopes of a merger have
    lifted NORVIK SHARES"."""
    if group.verb is None or group.verb.lemma not in rules.driving:
        return None
    objects = (p for p in phrases if p.kind == "NP" and p.clause == group.clause and not p.preposition)
    return next((p for p in objects if p.head.low in rules.unmoved), None)
