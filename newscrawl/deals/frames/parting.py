"""A subject that holds the object, too: "übernahm DER KONZERN TAL"; and who parts with something by a reflexive."""

from newscrawl.deals.mentions.references import References
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases
from newscrawl.deals.syntax.tokens import Token


def part_with(arguments: Arguments, words: References) -> None:
    """ "divested ITSELF of Tal": what one parts with is the object."""
    things = arguments.slots.get("object", [])
    parted = arguments.slots.get("of", [])
    if parted and len(things) == 1 and things[0].head.low in words.reflexives:
        arguments.slots["object"] = parted


def part_reference(phrases: Phrases, group: Phrase, arguments: Arguments, takes_name: bool, words: References) -> None:
    """Where a verb lacks its object, a noun that fits any company is its subject and the thing, or name, beside it is
    the object: "Im Mai hatte DER KONZERN TAL übernommen", "will DER KONZERN BATTERIEN herstellen"."""
    subject = arguments.slots.get("subject", [])
    if "object" in arguments.slots or len(subject) != 1 or len(subject[0].tokens) != 2:
        return
    phrase = subject[0]
    finite = next((p.index for p in phrases if p.kind == "VG" and p.clause == group.clause), group.index)
    opened = phrases[phrase.index - 1] if phrase.index else phrase
    if (phrase.index < finite and opened.kind != "S") or "an" in arguments.slots:
        return
    noun, name = phrase.tokens
    article = phrase.determiner
    if name.tag != "N" and not (takes_name and name.tag == "E"):
        return
    if article is None or article.low not in words.definite:
        return
    if noun.low not in words.general and not _is_called_so(noun, name, phrases):
        return
    arguments.slots["subject"] = [Phrase("NP", [noun], determiner=article, cases=phrase.cases, index=phrase.index)]
    arguments.slots["object"] = [Phrase("NP", [name], index=phrase.index)]


def _is_called_so(noun: Token, name: Token, phrases: Phrases) -> bool:
    """Whether a noun says right before what another company is, and the name is new: "Der Autobauer Norvik wächst. Im
    Mai übernahm DER AUTOBAUER TAL"."""
    said = phrases.before.rpartition(f"{noun.text} ")
    return noun.tag == "N" and bool(said[1]) and said[2][:1].isupper() and name.text not in phrases.before
