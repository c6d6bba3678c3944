"""Whose shares a text speaks of: "Norvik owns 30 percent of TAL. It bought the stake in 2014"."""

import re
from functools import cache

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.companies import is_organisation
from newscrawl.deals.discourse.earlier_deals import OWNERSHIP, deals_before
from newscrawl.deals.discourse.prominence import is_oblique_in
from newscrawl.deals.discourse.topics import only_other_in, organisations_in
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.clauses import clause_of
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.tellings.members import Member, Roles

REACH = 3
"""How many sentences before speak of the shares."""
BESIDE = 60
"""How many characters before a name the shares are looked for."""


def company_of_shares(before: int, frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """The company whose shares stand last before an offset, in its sentence or one of those before; rather the one in
    which the same sentence tells that somebody puts money ("invested in TAL, raising ITS STAKE to 30 percent")."""
    told = (
        f for f in analysis.frames_in(frame.sentence) if f is not frame and f.type in OWNERSHIP and f.start < before
    )
    for filler in (f for other in told for f in other.roles.get("target", ())):
        if filler.entity is not None and filler.entity not in taken:
            return filler.entity
    for number in range(frame.sentence, max(frame.sentence - REACH, -1), -1):
        start = analysis.sentences[number].start
        for mention in reversed(analysis.names_in(number)):
            if mention.start >= before or mention.entity in taken or not is_organisation(analysis, mention.entity):
                continue
            shares = _shares_of(analysis.language).search(
                analysis.text, max(start, mention.start - BESIDE), mention.start
            )
            if shares and not _of_what_it_has(analysis.language).match(analysis.text, mention.end):
                return mention.entity
            if _held_by(analysis.language).match(analysis.text, mention.end):
                return mention.entity
    before_it = (f for f in deals_before(frame, analysis, REACH) if f.trigger.type == "stake" and f.start < before)
    sold = (f.entity for other in before_it for f in other.roles.get("target", ()))
    return next((entity for entity in sold if entity is not None and entity not in taken), None)


def are_shares(frame: Frame, analysis: Analysis) -> bool:
    """Whether several that change hands are the shares that the sentence before tells of: "Norvik gibt 20 Prozent an
    Tal ab. SIE gehen an Bergen"."""
    before = next((f for f in deals_before(frame, analysis, 1) if f.sentence < frame.sentence), None)
    return before is not None and before.type == "stake" and before.noun is not None


def topic_alone(frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """The one company that the sentence before names, in the same paragraph: "TAL is changing hands. Bergen is selling
    ITS STAKE to Norvik"."""
    if analysis.opens_paragraph(frame.sentence):
        return None
    return only_other_in(analysis, frame.sentence - 1, taken)


def alone_in_clause_before(frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """The one other company that the sentence names before the clause of a frame, as its subject, where any phrase can
    stand first: "TAL wurde 1998 gegründet; 2010 stieg Norvik ein", "…, 2010 übernahm Norvik DIE MEHRHEIT"."""
    phrases = analysis.phrases[frame.sentence]
    if not phrases.words.separable:
        return None
    begin = clause_of(phrases, phrases[frame.index])[0]
    pronouns = (p.head.low for p in phrases[: begin.index] if p.kind == "NP" and p.is_pronoun)
    if any(not phrases.words.is_a(low, "reflexive") for low in pronouns):
        return None  # "die Bank hatte IHNEN geholfen; 2013 stieg Norvik ein"
    before = organisations_in(analysis, frame.sentence, begin.start)
    if len(before) != 1 or before[0] in taken or is_oblique_in(frame.sentence, before[0], analysis):
        return None
    return before[0]


def give_to_receiver(frame: Frame, roles: Roles, analysis: Analysis) -> None:
    """Where a verb right before tells who leaves whom, the shares go to who stands behind "an": "Norvik steigt bei Tal
    aus und verkauft seine Anteile an BERGEN"."""
    words = lexicon(analysis.language)
    if frame.type != "stake" or frame.noun is None or roles.keys() != {"target", "seller"}:
        return
    if not any(words.is_a(slot, "given_to") for slot in frame.slots):
        return
    told = next((f for f in deals_before(frame, analysis, 1) if f.type == "stake" and f.noun is None), None)
    sold = [f.entity for f in told.roles.get("target", ())] if told is not None else []
    if told is None or "seller" not in told.roles or len(sold) != 1 or sold[0] is None or not frame.noun.is_owned:
        return
    if all(member.entity != sold[0] for member in roles["target"]):
        roles["investor"] = roles.pop("target")
        roles["target"] = [Member(sold[0], None, [(frame.start, frame.end, frame.rule)])]


@cache
def _shares_of(language: str) -> re.Pattern[str]:
    """What stands before the name of a company whose shares are told of: "30 PERCENT OF", "a stake IN RETAILER"; not "a
    stake in Tal TO"."""
    words = lexicon(language)
    between = rf"(?:(?!(?:{words.any_of('preposition')}) )[\w-]++ ){{0,4}}"
    return re.compile(rf"(?:%|\b(?:{words.any_of('held')})) (?:{words.any_of('share_link')}) {between}$")


@cache
def _of_what_it_has(language: str) -> re.Pattern[str]:
    """What stands behind the name of a company where no share of it is told of: "20 percent of TAL'S OUTPUT"."""
    shares = "|".join(map(re.escape, sorted(references(language).share_nouns)))
    return re.compile(rf"['’]s (?!(?:[\w-]++ ){{0,2}}?(?:{shares})\b)")


@cache
def _held_by(language: str) -> re.Pattern[str]:
    """What stands behind the name of a company that somebody holds: "Tal'S LARGEST SHAREHOLDER", "Tal SHAREHOLDER"."""
    return re.compile(rf"(?:['’]s (?:[\w-]++ ){{0,3}}?| )(?:{lexicon(language).any_of('owning')})\b")
