"""What was found in a text and why, for people: mentions, triggers, who fills which role, what became of it."""

from collections.abc import Iterator

from newscrawl.deals.analysis import Analysis, analyse
from newscrawl.deals.assembly import assemble
from newscrawl.deals.assembly.draft import Draft
from newscrawl.deals.deal_types import deal_types
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.languages import languages
from newscrawl.deals.load import load_language
from newscrawl.deals.mentions.money import Money
from newscrawl.deals.model import Deal
from newscrawl.deals.spelling import respell
from newscrawl.deals.story import stories
from newscrawl.deals.syntax.phrases import Phrase
from newscrawl.deals.tellings.telling import Telling, tell
from newscrawl.deals.ventures import name_ventures
from newscrawl.deals.writing import write_deals


def explain_deals(text: str, language: str, published: str | None = None, title: str | None = None) -> str:
    """The way from a text to its deals, step by step; the arguments are those of ``find_deals``."""
    if language not in languages():
        return f"No rules for the language {language!r}: no deals are looked for.\n"
    load_language(language)
    analysis = analyse(respell(text, language).text, language, published, title and respell(title, language).text)
    drafts = assemble(analysis)
    name_ventures(drafts, analysis)
    deals = write_deals(stories(drafts, analysis), analysis)
    parts = (_names(analysis), _sentences(analysis), _dropped(analysis, drafts), _deals(deals))
    return "\n".join(line for part in parts for line in part) + "\n"


def _names(analysis: Analysis) -> Iterator[str]:
    yield "Names"
    for entity in analysis.names.entities:
        also = f", also {', '.join(entity.aliases)}" if entity.aliases else ""
        yield f"  {entity.name}{also}: {entity.kind} {entity.score:+.1f} ({', '.join(entity.features)})"


def _sentences(analysis: Analysis) -> Iterator[str]:
    yield "Sentences with a trigger"
    for number, phrases in analysis.phrases.items():
        sentence = analysis.sentences[number]
        yield f"  {number}: {analysis.text[sentence.start : sentence.end]}"
        yield f"     phrases   {' '.join(_phrase(phrase) for phrase in phrases)}"
        for mention in analysis.figures(number).money:
            yield f"     money     {_money(mention, analysis)}"
        for date in analysis.figures(number).dates:
            yield f"     date      {analysis.text[date.start : date.end]!r} = {date.iso or 'unknown'}"
        for frame in analysis.frames:
            if frame.sentence == number:
                yield f"     trigger   {_frame(frame, analysis)}"


def _phrase(phrase: Phrase) -> str:
    written = " ".join(token.text for token in phrase.tokens)
    if phrase.kind == "VG":
        return f"<{written}>"
    if phrase.kind != "NP":
        return written
    inside = f"[{written}]"
    if phrase.of is not None:
        inside += f" of {_phrase(phrase.of)}"
    if phrase.owner is not None:
        inside = f"{_phrase(phrase.owner)}'s {inside}"
    return f"{phrase.preposition} {inside}" if phrase.preposition and phrase.owner is None else inside


def _money(mention: Money, analysis: Analysis) -> str:
    value = mention.value if mention.value is not None else mention.per_share
    return f"{analysis.text[mention.start : mention.end]!r} = {value} {mention.currency or 'currency unknown'}"


def _frame(frame: Frame, analysis: Analysis) -> str:
    roles = [
        f"{role} = {', '.join(analysis.text[f.start : f.end] + _reference(f.reference) for f in found)}"
        for role, found in frame.roles.items()
    ]
    return f"{analysis.text[frame.start : frame.end]!r}, rule {frame.rule}, {frame.type}: {'; '.join(roles)}"


def _reference(kind: str | None) -> str:
    return f" (reference: {kind})" if kind else ""


def _dropped(analysis: Analysis, drafts: list[Draft]) -> Iterator[str]:
    """The triggers that led to no deal, with what they lacked."""
    kept = {id(t.frame) for draft in drafts for t in draft.tellings}
    yield "Dropped"
    for frame in analysis.frames:
        if id(frame) not in kept:
            written = analysis.text[frame.start : frame.end]
            yield f"  sentence {frame.sentence}, {written!r}: {_why(tell(frame, analysis))}"


def _why(telling: Telling | None) -> str:
    if telling is None:
        return "nobody who can be a party"
    kind = deal_types()[telling.frame.type]
    needs = " or ".join(" and ".join(f"{count} {role}" for role, count in way.items()) for way in kind.needs)
    found = ", ".join(telling.roles) or "none"
    return f"{telling.frame.type} needs {needs}; found {found}, or another telling says it better"


def _deals(deals: list[Deal]) -> Iterator[str]:
    yield "Deals"
    for deal in deals:
        parties = "; ".join(f"{p.role} {p.name}" for p in deal.parties)
        rank = "main" if deal.main else "background"
        yield f"  {rank} {deal.type}, {deal.status}: {parties} (confidence {deal.confidence})"
        for field, quotes in deal.quotes.items():
            for quote in quotes:
                yield f"     {field:16}{quote.quote!r} [{quote.start}:{quote.end}] by {quote.rule}"
