"""What stands around a deal noun and belongs to it: its owner, its name, who does it."""

from itertools import pairwise

from msgspec.structs import replace

from newscrawl.deals.frames.frame import Grammar
from newscrawl.deals.syntax.displaced import is_explaining
from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases, opens_with_unknown
from newscrawl.deals.syntax.tokens import Token


def without_venture_name(phrases: Phrases, host: Phrase, grammar: Grammar) -> Phrase:
    """ "a joint venture called Tal": the noun tells the deal, the name behind it is that of the venture, or that of the
    deal itself ("ihr Bündnis ONELINUX")."""
    if (
        _is_what_another_did(phrases, host)
        or host.head.tag != "E"
        or len(host.tokens) < 2
        or host.tokens[-2].tag != "N"
    ):
        return host
    told = grammar.triggers.noun(host.tokens[-2].low)
    if not any("called" in trigger.roles or trigger.named_itself for trigger in told):
        return host
    return Phrase("NP", host.tokens[:-1], host.preposition, host.determiner, host.owner, host.of, index=host.index)


def leave_to_inner(arguments: Arguments, host: Phrase, grammar: Grammar) -> None:
    """In "ein Angebot zur Übernahme von Tal", "die Finanzierung der Übernahme von Tal" what stands behind the inner
    deal noun belongs to that."""
    if not grammar.triggers.compounding:
        return
    if _is_helped_with(arguments, grammar):
        helpers = ("durch",) if "durch" in arguments.slots or not _has_article(arguments) else ("von",)
        arguments.slots = {slot: found for slot, found in arguments.slots.items() if slot not in helpers}
    if not arguments.nested and _pays_for_it(host, grammar):
        arguments.slots = {slot: found for slot, found in arguments.slots.items() if slot not in ("von", "durch")}
    behind = sorted(p.index for found in arguments.slots.values() for p in found if _tells_more(p, host, grammar))
    for slot, found in list(arguments.slots.items()):
        if behind and any(p.index > behind[0] for p in found) and slot not in ("copula", "becomes", "has"):
            del arguments.slots[slot]


def _is_helped_with(arguments: Arguments, grammar: Grammar) -> bool:
    """ "Finanziert wird der Kauf VON DER BANK": who helps with it, and not what is bought."""
    group = arguments.governor
    if group is None or group.verb is None or group.form != "participle" or not group.helper("O"):
        return False
    return grammar.words.is_a(group.verb.lemma, "advised") and arguments.governed_as in ("subject", "object")


def _has_article(arguments: Arguments) -> bool:
    """Whether who stands behind "von" has an article: rather one who does it than a company that is bought."""
    return any(p.determiner is not None for p in arguments.slots.get("von", []))


def _pays_for_it(host: Phrase, grammar: Grammar) -> bool:
    """Whether a round or credit is for a purchase: "die FINANZIERUNG DES KAUFS von Tal"."""
    if host.of is None or host.of.names or not _is_money(host, grammar):
        return False
    return any(t.acts_as for t in grammar.triggers.noun(host.of.head.low))


def _tells_more(phrase: Phrase, host: Phrase, grammar: Grammar) -> bool:
    """Whether a phrase behind a deal noun is another deal that it is for, or the money that pays for it: "ein Angebot
    ZUM KAUF", "den Kauf MIT EINEM KREDIT von Norvik"."""
    if phrase.index <= host.index or phrase.head.tag != "N" or phrase.names:
        return False
    if phrase.preposition == "mit":
        return _is_money(phrase, grammar) and not _is_money(host, grammar)
    for_it = phrase.preposition in ("zu", "für", "über")
    return for_it and any(t.acts_as for t in grammar.triggers.noun(phrase.head.low))


def _is_money(phrase: Phrase, grammar: Grammar) -> bool:
    """Whether it is a round, a credit or money."""
    return any(t.type == "funding" for t in grammar.triggers.noun(phrase.head.low))


def is_rest(noun: Phrase, words: Lexicon) -> bool:
    """ "THE REMAINING shares", "DIE ANDERE Hälfte": of what the text has told before."""
    return noun.has_definite_article and any(words.is_a(token.low, "other_part") for token in noun.tokens)


def is_share_in(phrases: Phrases, host: Phrase, words: Lexicon) -> bool:
    """ "9.4 percent IN IT", "IN WHICH Norvik bought 9.4 percent", "sold ITS 9.4 percent", "THE REMAINING 9.4
    percent", "ANOTHER 9.4 percent"."""
    if (host.determiner is not None and host.is_owned) or is_rest(host, words):
        return True
    if any(words.is_a(t.low, "further_part") for t in (host.determiner, *host.tokens) if t is not None):
        return True
    if any(
        p.kind == "L" and phrases[p.index - 1].preposition == "in" for p in phrases[max(1, host.index - 4) : host.index]
    ):
        return True
    behind = phrases[host.index + 1] if host.index + 1 < len(phrases) else None
    return behind is not None and behind.preposition == "in" and (behind.is_pronoun or behind.head.tag == "E")


def part_shares(arguments: Arguments, noun: Phrase, words: Lexicon) -> None:
    """In "verkauft 20 Prozent der Tal an Norvik", "20 Prozent IHRER Werke an Norvik" the second one is the verb's: the
    genitive names whose share it is, or "von" ("20 Prozent der Aktien VON TAL an Norvik");
    in "verkauft seine Anteile an DEN KONZERN NORVIK" its case says that it is the receiver."""
    group, whole = arguments.governor, arguments.slots.get("of", [])
    gives = group is not None and group.verb is not None and group.verb.group == "give"
    known = bool(whole and (whole[0].names or whole[0].is_owned)) or any(t.tag == "E" for t in noun.tokens[:-1])
    known |= any(p.names for p in arguments.slots.get("von", []))
    receiver = arguments.slots.get("an", [])
    if gives and receiver and arguments.governed_as == "object" and (known or _is_accusative(receiver, words)):
        del arguments.slots["an"]


def _is_accusative(joined: list[Phrase], words: Lexicon) -> bool:
    """ "an DIE Tal AG", "an DEN Konzern Tal", not "an DEN Stadtwerken Bonn"."""
    first = joined[0]
    if not words.separable or "accusative" not in first.cases:
        return False
    if "dative" not in first.cases:
        return True
    begins = next((t.low.split()[0] for t in first.tokens if t.tag in "NE"), "")
    return len(joined) == 1 and bool(first.names) and not words.ends_as(begins, "dative_plurals")


def doer_of(phrases: Phrases, arguments: Arguments, grammar: Grammar) -> list[Phrase]:
    """Who completes or announces it: "NORVIK completed the purchase of a stake"."""
    group = arguments.governor
    if grammar.triggers.compounding or group is None or group.verb is None or arguments.governed_as != "object":
        return []
    if group.verb.group not in ("make", "gain", "agree"):
        return []
    return grammar.order.verb_arguments(phrases, group.index, True).slots.get("subject", [])


def act_as(host: Phrase, noun: Phrase, arguments: Arguments, doer: list[Phrase], grammar: Grammar) -> None:
    """In "Norvik's sale of its stake" the owner of the sale is the subject, else who does what governs it, else who
    has what is sold: "plant den Verkauf SEINER Beteiligung"."""
    agent = grammar.slot_of(["agent"], arguments) or ""
    subject = [host.owner] if host.owner is not None else arguments.slots.get(agent, [])
    if not subject and host.determiner is not None and host.is_owned:
        subject = [Phrase("NP", [host.determiner])]
    if not subject and not doer and noun.determiner is not None and noun.is_owned:
        doer = [Phrase("NP", [noun.determiner])]
    arguments.add("subject", subject or doer)


def own_slots(phrases: Phrases, host: Phrase, noun: Phrase, arguments: Arguments, grammar: Grammar) -> Arguments:
    """The arguments of a noun, with what it says itself: whose it is, how the thing is called, its compound."""
    own = Arguments({**arguments.slots})
    if "owner" not in own.slots and noun.determiner is not None and noun.is_owned and not opens_with_unknown(phrases):
        own.add("owner", [Phrase("NP", [noun.determiner])])
    if host.head.tag == "E" and host.tokens[:-1] == noun.tokens:
        own.add("called", [Phrase("NP", [host.head]), *grammar.order.joined_with(phrases, host.index)[1:]])
    if noun.explained is not None:
        own.add("called", [noun.explained])
    if grammar.triggers.compounding and noun.listed:
        own.add("explains", noun.listed)
    if (named := _behind_colon(phrases, host)) is not None:
        own.add("called", [named])
    if host.index == 0:
        own.add("opening", [host])
    if arguments.nested and grammar.words.is_a(host.head.low, "undergoer"):
        own.add("undergone", arguments.slots.get("predicate") or arguments.slots.get("explains", []))
    own.add("led", _leader(noun, grammar))
    compound = [t for t in noun.tokens[:-1] if t.tag == "E"]
    if compound and not _is_counted_behind(noun, compound[-1]):
        own.add("compound", [Phrase("NP", [compound[-1]])])
    return own


def _is_what_another_did(phrases: Phrases, host: Phrase) -> bool:
    """ "Tal, the joint venture NORVIK SET UP with Bergen": the verb tells the deal, and the name is who did it."""
    behind = phrases[host.index + 1] if host.index + 1 < len(phrases) else None
    is_done = behind is not None and behind.kind == "VG" and not behind.passive
    return is_done and host.determiner is not None and is_explaining(phrases, host)


def _leader(noun: Phrase, grammar: Grammar) -> list[Phrase]:
    """The name glued before a participle of who leads it: "a NORVIK-led round"."""
    for name, token in pairwise(noun.tokens):
        if token.glued and name.mention is not None and grammar.words.is_a(token.low, "led"):
            return [Phrase("NP", [replace(name, tag="E")])]
    return []


def _behind_colon(phrases: Phrases, host: Phrase) -> Phrase | None:
    """The name alone behind a colon that ends the sentence: "Tal hat einen neuen Eigentümer: NORVIK"."""
    behind = [p for p in phrases[host.index + 1 :] if p.kind != "."]
    if len(behind) < 2 or behind[-2].kind not in ":–" or behind[-1].kind != "NP":
        return None
    return behind[-1] if behind[-1].names and not behind[-1].preposition else None


def _is_counted_behind(noun: Phrase, name: Token) -> bool:
    """ "will issue TAL 1.2 MLN shares": who gets so many, and not whose they are."""
    return any(t.start > name.end and t.text[0].isdigit() and t.tag == "N" for t in noun.tokens[:-1])
