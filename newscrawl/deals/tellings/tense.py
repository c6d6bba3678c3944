"""Whether a verb tells what has happened, by its tense and what stands before it."""

from newscrawl.deals.syntax.phrases import Phrase
from newscrawl.deals.syntax.verb_groups import helpers_of
from newscrawl.deals.tellings.status_rules import StatusRules


def happened(group: Phrase, phrases: list[Phrase], rules: StatusRules) -> bool:
    """Whether the verb is in a past tense and nothing takes it back; a gerund goes by the words before it."""
    helpers = helpers_of(group, phrases)
    tags = {t.tag for t in helpers}
    if tags & {"X", "W", "2"}:
        return False
    if group.verb is None and group.clause >= 0:
        return bool(tags & {"H", "B"}) and _has_unlisted_participle(group, phrases, rules)
    if group.form == "gerund" and "B" not in tags:
        return _is_after(group, phrases, rules)
    if group.helpers and group.helpers[0].low == "being" and group.index:
        return _is_after(group, phrases, rules)
    if group.form in ("past", "participle"):
        tense = [t for t in helpers if t.tag in "BHO"]
        return not tense or any(t.low not in rules.present for t in tense)
    return any(t.low in rules.past for t in helpers)


def _has_unlisted_participle(group: Phrase, phrases: list[Phrase], rules: StatusRules) -> bool:
    """ "hat den Sprung GESCHAFFT": an auxiliary that stands alone belongs to a verb that the lexicon does not know."""
    own = [p for p in phrases if p.clause == group.clause]
    words = (t.low for p in own for t in (*p.adverbs, *(p.tokens if p.kind == "VG" else ())))
    return any(rules.participles.fullmatch(word) for word in words)


def _is_after(group: Phrase, phrases: list[Phrase], rules: StatusRules) -> bool:
    """ "after buying", "since spending": done; else a gerund is as far as the main verb."""
    before = phrases[group.index - 1] if group.index else None
    if before is not None and before.kind in ("P", "S"):
        if before.head.low not in rules.means:
            return before.head.low in rules.done
        around = [*reversed(phrases[: group.index]), *phrases[group.index + 1 :]]
        main = next((p for p in around if p.kind == "VG" and p.form != "gerund" and not p.helper("2")), None)
        return main is not None and happened(main, phrases, rules)
    if not group.index:  # "BUYING Tal GAVE Norvik a foothold"
        opened = next((p for p in phrases if p.kind == "VG" and p.form != "gerund" and not p.helper("2")), None)
        return opened is not None and happened(opened, phrases, rules)
    finite = (p for p in reversed(phrases[: group.index]) if p.kind == "VG" and not p.helper("2"))
    main = next((p for p in finite if p.form != "gerund"), None)
    return main is not None and main.helper("H")
