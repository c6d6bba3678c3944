"""Made-up pages for the tests: a story of some paragraphs with whatever a test puts around it."""

STORY = [
    "The pump maker Norvik has agreed to buy its rival Tal for 40 million euros, both companies said on Monday.",
    "Tal, based in Oslo, employs 210 people and makes pumps for fish farms along the coast of Norway.",
    "The deal still needs the approval of the competition authority, which is expected to decide in spring.",
    "Norvik will keep the plant in Oslo open for at least three years, its chief executive told reporters.",
]
STORY_DE = [
    "Der Pumpenhersteller Norvik übernimmt den Konkurrenten Tal für 40 Millionen Euro, hieß es am Montag.",
    "Tal sitzt in Oslo, beschäftigt 210 Menschen und baut Pumpen für Fischfarmen an der norwegischen Küste.",
    "Die Kartellbehörde muss dem Geschäft noch zustimmen, ihre Entscheidung wird für das Frühjahr erwartet.",
    "Das Werk in Oslo soll mindestens drei Jahre lang bestehen bleiben, sagte der Chef von Norvik vor Journalisten.",
]
TITLE = "Norvik to buy Tal for 40 million euros"


def page(*, head: str = "", before: str = "", after: str = "", story: list[str] = STORY, lang: str = "en") -> str:
    """A page whose article holds ``story``, with markup before and after the paragraphs."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in story)
    return (
        f"<!doctype html><html lang='{lang}'><head><title>{TITLE} | The Bolt</title>{head}</head><body><main>"
        f"<article><h1>{TITLE}</h1>{before}{paragraphs}{after}</article></main></body></html>"
    )
