"""Whose shares a sentence tells to move: "Shares in NORVIK jumped 12% amid talk of a bid from Kodrex"."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.model import Mention
from newscrawl.deals.syntax.owners import owner_of
from newscrawl.deals.syntax.phrases import Phrase, Phrases
from newscrawl.deals.tellings.done_before import driven_shares
from newscrawl.deals.tellings.status_rules import status_rules


def whose_shares_move(frame: Frame, analysis: Analysis) -> Mention | None:
    """The company whose shares rise or fall by the first verb of a frame's sentence, before the deal is told, or that
    the deal lets rise or fall."""
    moved = _driven_by(frame, analysis)
    return _moving_before(frame, analysis) if moved is None else moved


def _driven_by(frame: Frame, analysis: Analysis) -> Mention | None:
    """ "Talk of a merger with Kodrex LIFTED shares of NORVIK", "haben DIE AKTIE VON NORVIK beflügelt"."""
    phrases = analysis.phrases[frame.sentence]
    verb = next((p for p in phrases[frame.index + 1 :] if p.verb is not None), None)
    shares = None if verb is None else driven_shares(verb, phrases, status_rules(analysis.language))
    return None if shares is None else _mention(_of_whom(shares, phrases))


def only_moves_shares(frame: Frame, analysis: Analysis) -> bool:
    """Whether shares are told to be driven, and not bought: "reports of a bid LIFTED SHARES of Norvik"."""
    rules, verb = status_rules(analysis.language), frame.group.verb if frame.group is not None else None
    driven = verb is not None and verb.lemma in rules.driving
    return driven and frame.type == "stake" and frame.noun is not None and frame.noun.head.low in rules.unmoved


def _moving_before(frame: Frame, analysis: Analysis) -> Mention | None:
    phrases, rules = analysis.phrases[frame.sentence], status_rules(analysis.language)
    verb = next((p for p in phrases[: frame.index] if p.verb is not None), None)
    if verb is None or verb.verb is None or verb.verb.lemma not in rules.priced:
        return None
    subject = next((p for p in phrases[: verb.index] if p.kind == "NP" and not p.preposition and not p.is_time), None)
    if subject is None:
        return None
    if subject.head.low in rules.unmoved:
        return _mention(_of_whom(subject, phrases))
    percent = verb.index + 1 < len(phrases) and phrases[verb.index + 1].head.tag == "%"
    return _mention(subject) if percent else None


def _of_whom(shares: Phrase, phrases: Phrases) -> Phrase:
    """Whose shares they are: "NORVIK shares", "NORVIK's shares", "shares of NORVIK", "shares in NORVIK"."""
    if shares.names:
        return shares
    behind = phrases[shares.index + 1]
    return owner_of(shares) or shares.of or (behind if behind.kind == "NP" and behind.preposition else shares)


def _mention(phrase: Phrase) -> Mention | None:
    found = phrase.names[-1].mention if phrase.names else None
    return found if isinstance(found, Mention) else None
