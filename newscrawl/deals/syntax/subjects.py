"""Who does it, and to whom, where the verb stands between them: subjects of all verb forms, patients, antecedents."""

from newscrawl.deals.syntax.appositions import explained_by, is_by
from newscrawl.deals.syntax.awarded import awarded_to
from newscrawl.deals.syntax.listing import CLOSED_BY, OPENERS, joined_left, joined_with, opening_bracket, with_examples
from newscrawl.deals.syntax.phrases import Phrase, Phrases, last_genitive

CLOSERS = CLOSED_BY


def is_relative(phrases: Phrases, j: int) -> bool:
    """Whether a relative pronoun stands at ``j``."""
    return phrases[j].kind == "L" or (phrases[j].kind == "S" and phrases.words.is_a(phrases[j].head.low, "relative"))


def opens_contact_clause(phrases: Phrases, j: int) -> bool:
    """Whether a noun phrase right behind another one begins a clause on that: "an alliance THE COMPANIES formed", "the
    alliance NORVIK struck"."""
    host, subject = phrases[j - 1] if j else None, phrases[j]
    if host is None or host.kind != "NP" or host.head.tag != "N" or host.is_measure or subject.is_measure:
        return False
    if j > 1 and phrases[j - 2].kind == "VG" and phrases[j - 2].verb is None:
        return False  # "Tal was the last unit THE GROUP sold": Tal is what it sold
    if subject.names and phrases.words.is_a(host.head.low.rpartition(" ")[2], "made_with"):
        return not subject.preposition
    definite = subject.determiner is not None and not subject.is_indefinite
    return definite and not subject.preposition and not subject.is_owned


def subject_of(phrases: Phrases, k: int, depth: int = 0) -> list[Phrase]:
    """The subject of the verb group at ``k``, joined names included; empty if there is none to be found."""
    group = phrases[k]
    if depth > 4:
        return []
    if group.helper("2") or (group.form == "infinitive" and not group.helpers and not _is_behind_plural(phrases, k)):
        return _controller(phrases, k, depth)
    if _is_gerund(phrases, group):
        return _gerund_subject(phrases, k, depth)
    return _finite_subject(phrases, k, depth)


def _is_behind_plural(phrases: Phrases, k: int) -> bool:
    """Whether a verb that looks like an infinitive has a plural as its subject: "… and INVESTORS include Norvik",
    "Norvik's past DEALS include Tal"."""
    before = phrases[k - 1] if k else None
    if before is None or before.kind != "NP" or before.preposition or before.head.tag != "N":
        return False
    return before.head.low.endswith("s") and (k == 1 or phrases[k - 2].kind in "&SC,;")


def _is_gerund(phrases: Phrases, group: Phrase) -> bool:
    """ "buying", "having bought", "being bought"."""
    if group.helpers and phrases.words.is_a(group.helpers[0].low, "gerund_helper"):
        return True
    return group.form == "gerund" and not group.helper("B")


def _is_offered(phrases: Phrases, before: Phrase, governor: Phrase) -> bool:
    """Who receives an offer is not the one who buys: "received proposals to buy the company", "received one of two
    proposals to buy it"."""
    gains = governor.verb is not None and governor.verb.group == "gain"
    return gains and any(p is not None and phrases.words.is_a(p.head.low, "offers") for p in (before, before.of))


def _offers(phrases: Phrases, last: Phrase) -> bool:
    """ "received a proposal FROM NORVIK to buy the company": whoever makes an offer would do what it says."""
    by = phrases.words.is_a(last.preposition, "offering")
    return by and phrases.words.is_a(phrases[last.index - 1].head.low, "offers")


def _is_beaten(phrases: Phrases, k: int) -> bool:
    """ "TRUMPED a bid from Tal to win Bergen": who wins is not who has made that offer."""
    governor = _governor(phrases, k)
    return governor is not None and governor.verb is not None and phrases.words.is_a(governor.verb.lemma, "beating")


def _controller(phrases: Phrases, k: int, depth: int) -> list[Phrase]:
    """The subject of an infinitive: what the verb before it says, or the owner of the plan."""
    before = phrases[k - 1] if k else None
    if phrases[k].helpers and phrases[k].helpers[0].tag == "B":
        return _finite_subject(phrases, k, depth)
    if before is not None and before.kind == "&":
        return _shared_subject(phrases, k - 1, depth)
    if (aside := _before_aside(phrases, k)) is not None:
        return [aside]
    if awarded := awarded_to(phrases, k):
        return awarded
    if k > 1 and _offers(phrases, phrases[k - 1]) and not _is_beaten(phrases, k):
        return joined_left(phrases, k - 1)
    if before is not None and before.kind == "NP" and (owners := _owners_of_plan(phrases, before, depth)):
        return owners
    if (governor := _governor(phrases, k)) is not None:
        return _by_governor(phrases, k, governor, depth)
    if before is not None and before.kind == "NP" and before.names and not before.preposition:
        return joined_left(phrases, k - 1)
    return []


def _owners_of_plan(phrases: Phrases, plan: Phrase, depth: int) -> list[Phrase]:
    """Whose plan, order or right the noun phrase before an infinitive tells of: "NORVIK'S plan to buy Tal"."""
    if phrases.words.is_a(plan.preposition, "before_infinitive"):
        giver = next((p for p in reversed(phrases[: plan.index + 1]) if p.kind == "VG"), None)
        if giver is not None and _gives_work(phrases, giver, plan):
            return patient_of(phrases, giver.index, depth + 1)  # "was awarded a contract by Tal to run its network"
        return joined_left(phrases, plan.index)
    if joined := _for_whom(phrases, plan):
        return joined
    if plan.owner is not None:
        return [plan.owner]
    if plan.determiner is not None and plan.is_owned:
        return [Phrase("NP", [plan.determiner], index=plan.index)]
    if plan.of is not None and plan.of.names and not _is_agreed_with(phrases, plan.index):
        return [plan.of]
    owner = _owner_of_deal(phrases, plan.index)
    return [owner] if owner is not None else []


def _for_whom(phrases: Phrases, last: Phrase) -> list[Phrase]:
    """Several who do what an infinitive says: "an agreement FOR NORVIK AND OSTRA to acquire Tal"."""
    for phrase in reversed(phrases[: last.index]):
        if phrase.kind not in ("NP", ",", "&"):
            return []
        if phrase.kind == "NP" and phrases.words.is_a(phrase.preposition, "before_infinitive"):
            joined = joined_with(phrases, phrase.index)
            return joined if joined[-1] is last else []
    return []


def _governor(phrases: Phrases, k: int) -> Phrase | None:
    """The verb before an infinitive in its clause."""
    last = next((p for p in reversed(phrases[:k]) if p.kind == "VG" or p.kind in ";:"), None)
    return last if last is not None and last.kind == "VG" else None


def _by_governor(phrases: Phrases, k: int, governor: Phrase, depth: int) -> list[Phrase]:
    """Who does what an infinitive says, by the verb that it hangs on ("allowed NORVIK to buy Tal")."""
    before = phrases[k - 1]
    if (absolute := _absolute_subject(phrases, governor)) and governor is before:
        return absolute
    if before.kind == "NP" and governor.verb and governor.verb.group == "cause":
        return joined_left(phrases, k - 1)
    if governor.passive:
        return patient_of(phrases, governor.index, depth + 1)
    if _is_offered(phrases, before, governor):
        return []
    if (receiver := _receiver(phrases, governor, k)) is not None:
        return joined_left(phrases, receiver.index)
    return subject_of(phrases, governor.index, depth + 1)


def _absolute_subject(phrases: Phrases, group: Phrase) -> list[Phrase]:
    """Who is to do it behind a comma and "with": "raises $5m, with NORVIK AND TAL expected to lead"."""
    if group.helpers or group.form not in ("past", "participle") or group.index < 1:
        return []
    named = joined_left(phrases, group.index - 1)
    first = named[0] if named else None
    if first is None or first.index < 1 or not phrases.words.is_a(first.preposition, "with"):
        return []
    return named if first.names and phrases[first.index - 1].kind == "," else []


def _before_aside(phrases: Phrases, k: int) -> Phrase | None:
    """The name that an aside without a finite verb speaks of: "NORVIK, soon to be bought by Tal, …", "NORVIK, still
    digesting Tal, …".
    """
    if k < 2 or phrases[k - 1].kind != "," or phrases[k - 2].kind != "NP" or not phrases[k - 2].names:
        return None
    if phrases[k - 2].preposition or any(p.kind == "VG" for p in phrases[:k]):
        return None
    closed = next((p for p in phrases[k + 1 :] if p.kind == ","), None)
    return phrases[k - 2] if closed is not None and closed.index + 1 < len(phrases) else None


def _is_agreed_with(phrases: Phrases, j: int) -> bool:
    """ "signed an agreement with AN AFFILIATE OF TAL to sell": who is agreed with does not do it."""
    with_ = phrases.words.is_a(phrases[j].preposition, "with")
    return with_ and j > 0 and phrases.words.is_a(phrases[j - 1].head.low, "agreements")


def _owner_of_deal(phrases: Phrases, j: int) -> Phrase | None:
    """ "NORVIK's deal with Tal to supply": whose deal it is, where another one stands between."""
    deal = phrases[j - 1] if j and phrases.words.is_a(phrases[j].preposition, "with") else None
    return deal.owner if deal is not None and phrases.words.is_a(deal.head.low, "agreements") else None


def _gives_work(phrases: Phrases, group: Phrase, agent: Phrase) -> bool:
    """Whether a passive says that somebody is to do what the infinitive behind says: "CHOSEN by Tal to build"."""
    is_passive = group.passive or (not group.helpers and phrases.words.is_a(agent.preposition, "passive_agent"))
    if group.verb is None or not is_passive:
        return False
    return group.verb.group == "give" or _chooses(phrases, group)


def _chooses(phrases: Phrases, group: Phrase) -> bool:
    return group.verb is not None and phrases.words.is_a(group.verb.lemma.replace(" ", "_"), "choosing")


def _receiver(phrases: Phrases, governor: Phrase, k: int) -> Phrase | None:
    """Who is given a contract, or chosen, does what it is for: "awarded NORVIK a contract to build", "a contract to
    NORVIK to build", "chose NORVIK over Tal to build", "turned to NORVIK to build".
    """
    behind = [p for p in phrases[governor.index + 1 : k] if p.kind == "NP"]
    if governor.verb is None or governor.passive:
        return None
    if phrases.words.is_a(governor.verb.lemma, "lending"):
        return behind[0] if behind and behind[0].head.tag == "E" and not behind[0].preposition else None
    if _chooses(phrases, governor):
        things = [p for p in behind if not p.preposition and not p.is_measure] or behind
        return things[0] if things and things[0].head.tag == "E" else None
    if governor.verb.group != "give" or not any(
        phrases.words.is_a(p.head.low, "agreements") and not p.preposition for p in behind
    ):
        return None
    to = ("", *(p.preposition for p in behind if phrases.words.is_a(p.preposition, "receiver")))
    return next((p for p in behind if p.preposition in to and p.head.tag == "E"), None)


def _shared_subject(phrases: Phrases, conjunction: int, depth: int) -> list[Phrase]:
    """The subject of the verb before a conjunction ("Norvik raised $5m and bought Tal")."""
    for j in range(conjunction - 1, -1, -1):
        if phrases[j].kind == "VG":
            return patient_of(phrases, j, depth + 1) if phrases[j].passive else subject_of(phrases, j, depth + 1)
        if phrases[j].kind in ";:":
            break
    return []


def _gerund_subject(phrases: Phrases, k: int, depth: int) -> list[Phrase]:
    """The subject of "buying": the noun right before it, else that of the main verb."""
    before = phrases[k - 1] if k else None
    if before is not None and before.kind == "NP" and (before.names or before.is_pronoun):
        return joined_left(phrases, k - 1)
    if (hindered := _hindered(phrases, k)) is not None:
        return joined_left(phrases, hindered)
    if not k and (inverted := _behind_copula(phrases, k)):
        return inverted
    if (aside := _before_aside(phrases, k)) is not None:
        return [aside]
    for j in range(k - 1, -1, -1):
        if phrases[j].kind == "VG" and not (phrases[j].form == "gerund" and not phrases[j].helpers):
            return patient_of(phrases, j, depth + 1) if phrases[j].passive else subject_of(phrases, j, depth + 1)
    for j in range(k + 1, len(phrases)):
        if phrases[j].kind == "VG" and not _is_gerund(phrases, phrases[j]) and _is_finite(phrases[j]):
            if not k and (gaining := _whom_it_helps(phrases, phrases[j])):
                return gaining
            return [p for p in subject_of(phrases, j, depth + 1) if p.index > k]
    return []


def _whom_it_helps(phrases: Phrases, group: Phrase) -> list[Phrase]:
    """ "Buying Tal WOULD GIVE NORVIK a foothold": who would do what the sentence opens with."""
    behind = phrases[group.index + 1] if group.index + 1 < len(phrases) else group
    helps = group.verb is not None and not group.passive and phrases.words.is_a(group.verb.lemma, "benefits")
    return [behind] if helps and behind.kind == "NP" and behind.names and not behind.preposition else []


def _is_finite(group: Phrase) -> bool:
    """ "grows", "WILL grow"; not "to grow"."""
    return group.form != "infinitive" or bool(group.helpers and not group.helper("2"))


def _hindered(phrases: Phrases, k: int) -> int | None:
    """Who is kept from doing it: "blocked NORVIK from buying Tal"."""
    if k < 3 or phrases[k - 1].kind != "P" or not phrases.words.is_a(phrases[k - 1].head.low, "hindered_from"):
        return None
    somebody, verb = phrases[k - 2], phrases[k - 3]
    return k - 2 if somebody.kind == "NP" and not somebody.preposition and verb.kind == "VG" else None


def _behind_copula(phrases: Phrases, k: int) -> list[Phrase]:
    """ "Also participating in the round were NORVIK AND TAL", "Leading the round was NORVIK"."""
    has_object = k + 1 < len(phrases) and phrases[k + 1].kind == "NP" and not phrases[k + 1].preposition
    for phrase in phrases[k + 1 + has_object :]:
        if phrase.kind == "VG":
            bare = phrase.verb is None and phrase.helper("B") and phrase.index + 1 < len(phrases)
            behind = phrases[phrase.index + 1] if bare else None
            return joined_with(phrases, behind.index) if behind is not None and behind.names else []
        if phrase.kind != "NP" or not phrase.preposition:
            return []
    return []


def _finite_subject(phrases: Phrases, k: int, depth: int) -> list[Phrase]:
    j = _skip_interpolation(phrases, k - 1)
    if j < 0:
        return []
    phrase = phrases[j]
    if phrase.kind == "L":
        return antecedent_of(phrases, j)
    if phrase.kind == "&" and j > 0:
        return _shared_subject(phrases, j, depth)
    if phrase.kind == "," and _is_in_row(phrases, k):
        return _shared_subject(phrases, j, depth)
    if phrase.kind == "," and j > 0 and phrases[j - 1].kind == "NP":
        j -= 1
    if phrase.kind == "VG":
        return []
    head = _head_of_chain(phrases, j)
    if head is not None:
        return with_examples(phrases, joined_left(phrases, head))
    while j >= 0 and phrases[j].kind == "NP":
        j -= 1
    if j >= 0 and phrases[j].kind == "L":  # "which in turn was bought"
        return antecedent_of(phrases, j)
    if j > 0 and is_done_by(phrases, j) and (head := _head_of_chain(phrases, j - 1)) is not None:
        return joined_left(phrases, head)
    return _shared_subject(phrases, j, depth) if j > 0 and phrases[j].kind == "&" else []


def is_done_by(phrases: Phrases, k: int) -> bool:
    """Whether a bare participle with its agent explains the noun before it: "the stake HELD BY Norvik was sold"."""
    if k + 1 >= len(phrases):
        return False
    group, agent = phrases[k : k + 2]
    done = group.kind == "VG" and not group.helpers and any(r.form == "participle" for r in group.head.verbs)
    return done and is_by(phrases, agent) and not agent.is_measure


def _is_in_row(phrases: Phrases, k: int) -> bool:
    """Whether the verb behind a comma is one of several of one subject: "bought Tal, SOLD Bergen and built a plant",
    "bought Tal, then SOLD IT to Bergen"."""
    if phrases[k].helpers or phrases[k].form != "past" or k + 1 >= len(phrases):
        return False
    first = next((p for p in reversed(phrases[: k - 1]) if p.kind not in ("NP", "P")), None)
    if first is None or first.kind != "VG" or first.form != "past" or first.helpers or not first.index:
        return False
    if phrases[k + 1].is_pronoun and not phrases[k + 1].preposition:
        return True
    joint = next((p.index for p in phrases[k + 1 :] if p.kind not in ("NP", "P", ",")), len(phrases) - 1)
    last = next((p for p in phrases[joint + 1 :] if not (p.is_time or p.kind == ",")), None)
    return phrases[joint].kind == "&" and last is not None and last.kind == "VG" and last.form == "past"


def patient_of(phrases: Phrases, k: int, depth: int = 0) -> list[Phrase]:
    """The one that a passive is about: its grammatical subject, or the noun that a bare participle follows."""
    if phrases[k].helper("2"):
        return _controller(phrases, k, depth)
    if _is_gerund(phrases, phrases[k]) and depth < 4:
        return _gerund_subject(phrases, k, depth)
    if phrases[k].helpers:
        return _finite_subject(phrases, k, depth)
    if (first := passive_before(phrases, k)) is not None and depth < 4:
        return patient_of(phrases, first.index, depth + 1)
    if opens_sentence(phrases, k):
        return _behind_comma(phrases, k, depth)
    j = k - 1
    if j > 0 and phrases[j].kind in OPENERS and (named := last_genitive(phrases[j - 1])).names:
        return [named]  # "a founder of TAL (acquired by Norvik in 2012)"
    if j > 0 and phrases[j].kind in (",", *OPENERS):
        j = _skip_interpolation(phrases, j - 1) if phrases[j - 1].kind in CLOSERS else j - 1
    while j > 0 and phrases[j].kind in CLOSERS:
        j = _skip_interpolation(phrases, j)
    if j < 0 or phrases[j].kind != "NP":
        return []
    if phrases[j].names:
        held = _head_of_chain(phrases, j) if phrases[j].preposition else None
        is_share = held is not None and held < j and phrases.words.is_a(phrases[held].head.low, "held")
        return [phrases[held if is_share and held is not None else j]]
    head = _head_of_chain(phrases, j) or j
    explained = explained_by(phrases, head)
    return [explained] if explained is not phrases[head] else joined_left(phrases, head)


def opens_sentence(phrases: Phrases, k: int) -> bool:
    """Whether nothing but dates and such a participle stands before a verb: "FOUNDED in 1987 and ACQUIRED by Norvik in
    2019, Tal …"."""
    if not k or phrases[0].kind != "VG":
        return all(p.is_measure or p.kind in "&," for p in phrases[:k])
    return all(p.is_bare_participle or p.kind in "&," or bool(p.is_measure or p.preposition) for p in phrases[:k])


def _behind_comma(phrases: Phrases, k: int, depth: int) -> list[Phrase]:
    """The subject of the clause that a participle is put before: "acquired by Norvik in 2019, TAL makes pumps"."""
    comma = next((p.index for p in phrases[k + 1 : k + FRONTED] if p.kind == ","), None)
    if (
        comma is None
        or depth > 3
        or any(p.kind not in "NP&" and not p.is_bare_participle for p in phrases[k + 1 : comma])
    ):
        return []
    main = next((p for p in phrases[comma + 1 :] if p.kind == "VG" and not p.helper("2")), None)
    if main is None:
        return []
    found = patient_of(phrases, main.index, depth + 1) if main.passive else subject_of(phrases, main.index, depth + 1)
    return [p for p in found if p.index > comma]


FRONTED = 12
"""How many phrases long what stands before a clause may be."""


def passive_before(phrases: Phrases, k: int) -> Phrase | None:
    """The passive that shares its auxiliary: "WAS FOUNDED in 1931, sold to Tal in 1968 and bought by Norvik"."""
    if k < 2 or phrases[k - 1].kind not in ("&", ","):
        return None
    before = next((p for p in reversed(phrases[: k - 1]) if p.kind == "VG"), None)
    if before is None or not (before.passive or _was_dated(phrases, before)):
        return None
    between = phrases[before.index + 1 : k]
    joined = (p.kind in "&," or (p.kind == "NP" and (p.preposition or p.is_measure)) for p in between)
    return before if all(joined) else None


def _was_dated(phrases: Phrases, group: Phrase) -> bool:
    """ "was FOUNDED IN 1987": a date that holds its verb."""
    return group.verb is None and group.helper("B") and phrases[group.index + 1].head.tag == "T"


def relative_object(phrases: Phrases, k: int) -> list[Phrase]:
    """The antecedent in "X, which Norvik bought last year" and "the company (that) Norvik bought"."""
    for j in range(k - 1, max(k - 6, 0), -1):
        if is_relative(phrases, j):
            return antecedent_of(phrases, j) if j < k - 1 and phrases[j - 1].kind != "P" else []
        if phrases[j].kind not in ("NP", ",", "&"):
            return []
    return []


def antecedent_of(phrases: Phrases, relative: int) -> list[Phrase]:
    """Whom the relative pronoun at an index means; empty if nobody stands before it."""
    j = relative - 1
    while j >= 0 and (
        phrases[j].kind in (",", "P", *OPENERS) or (phrases[j].kind == "NP" and phrases[j].head.tag == "T")
    ):
        j -= 1
    if j >= 0 and phrases[j].kind in CLOSERS:
        j = _skip_interpolation(phrases, j)
    if j < 0 or phrases[j].kind != "NP":
        return []
    innermost = phrases[j]
    if phrases.words.is_a(innermost.head.low, "part") and (named := explained_by(phrases, j)) is not innermost:
        return [named]
    if j == relative - 1 and (share := _share_at(phrases, j)) is not None:
        return [share]
    while innermost.of is not None and (innermost.of.names or innermost.of.is_owned):
        innermost = innermost.of
    if (
        not innermost.names
        and not innermost.is_owned
        and innermost.head.tag != "M"  # "That is more than the $2 BILLION that Norvik paid"
        and j
        and phrases[j - 1].kind == "VG"
        and phrases[j - 1].verb is None
    ):
        return subject_of(phrases, j - 1)
    return [innermost] if innermost.names else [explained_by(phrases, j)]


def _share_at(phrases: Phrases, j: int) -> Phrase | None:
    """The share that a relative clause without a comma speaks of: "THE 5 PERCENT of Tal that it bought"."""
    held = phrases[j - 1] if j and phrases[j].preposition == "in" else phrases[j]
    is_share = held.head.tag == "%" or phrases.words.is_a(held.head.low, "held")
    return held if held.kind == "NP" and is_share else None


def _skip_interpolation(phrases: Phrases, j: int) -> int:
    """Step left over brackets, dates, and what stands between two commas."""
    while j >= 0:
        phrase = phrases[j]
        if phrase.kind in CLOSERS:
            j = opening_bracket(phrases, j, CLOSERS[phrase.kind]) - 1
        elif phrase.kind == "NP" and phrase.is_measure and phrase.head.tag in "TU":
            j -= 1
        elif phrase.kind == ",":
            opening = comma_before(phrases, j)
            if opening is None:
                return j
            j = _before_a_place(phrases, opening, j)
        else:
            return j
    return j


def _before_a_place(phrases: Phrases, opening: int, closing: int) -> int:
    """What stands before an interpolation; before a town with its state, too: "NORVIK, Waltham, Massachusetts, is"."""
    j = opening - 1
    is_name = closing - opening == 2 and phrases[opening + 1].head.tag == "E" and not phrases[opening + 1].preposition
    town = is_name and phrases[j].kind == "NP" and phrases[j].head.tag == "E" and len(phrases[j].tokens) == 1
    if town and j > 1 and phrases[j - 1].kind == "," and phrases[j - 2].names:
        return j - 2
    return j


def comma_before(phrases: Phrases, j: int) -> int | None:
    """The comma that opens the interpolation which the comma at ``j`` closes; a noun phrase stands before it."""
    for i in range(j - 1, 0, -1):
        if phrases[i].kind in ";:":
            return None
        if phrases[i].kind == "," and phrases[i - 1].kind in ("NP", ")", "]", "&"):
            return _before_list(phrases, i, j) or i
    return None


def _before_list(phrases: Phrases, last: int, closing: int) -> int | None:
    """The comma before a clause that ends with a list: "Norvik, WHOSE BACKERS INCLUDE TAL, BERGEN AND OSTRA, has"."""
    tail = phrases[last + 1 : closing]
    if not any(p.kind == "&" for p in tail) or any(p.kind not in ("NP", "&") for p in tail):
        return None
    verbs = 0
    for i in range(last - 1, 0, -1):
        if phrases[i].kind in ";:S&":
            return None
        verbs += phrases[i].kind == "VG"
        if phrases[i].kind == "," and verbs == 1 and phrases[i - 1].kind == "NP" and _opens_clause(phrases, i + 1):
            return i
    return None


def _opens_clause(phrases: Phrases, i: int) -> bool:
    """ "WHICH has", "WHOSE backers include", "BACKED BY Tal"."""
    first, second = phrases[i], phrases[i + 1]
    if first.kind == "NP" and first.determiner is not None:
        return first.determiner.is_a("relative")
    return first.kind == "L" or (first.kind == "VG" and not first.helpers and is_by(phrases, second))


def _head_of_chain(phrases: Phrases, j: int) -> int | None:
    """Left over "of X in Y" to the noun phrase without a preposition."""
    while j >= 0 and phrases[j].kind in ("NP", ")", "]"):
        if phrases[j].kind in CLOSERS:
            j = opening_bracket(phrases, j, CLOSERS[phrases[j].kind]) - 1
            continue
        if not phrases[j].preposition and not (phrases[j].is_measure and phrases[j].head.tag in "TU"):
            return j
        j -= 1
    return None
