"""What only says more of a name changes nothing of the deals: between commas, dashes or brackets, in both languages."""

import pytest

from newscrawl.deals import find_deals

SAID_OF_ENGLISH = (
    ", based in Chicago,",
    ", which makes pumps and valves,",
    ", whose pumps are sold in 40 countries,",
    ", led by Ann Berg,",
    ", founded in 2004 by Ann Berg,",
    ", a maker of pumps,",
    ", since renamed Hull,",
    ", the world's third-largest pump maker,",
    ", which has 1,200 employees and sales of $300 million a year,",
    " (NYSE: NVK)",
    " - a maker of pumps -",
    " – based in Chicago –",
)
SAID_OF_GERMAN = (
    ", ein Hersteller von Pumpen,",
    ", die 300 Mitarbeiter beschäftigt,",
    ", dessen Pumpen in vielen Ländern verkauft werden,",
    ", das Pumpen, Ventile und Rohre herstellt,",
    " – ein Hersteller von Pumpen –",
    " (NASDAQ: NVK)",
)
ENGLISH = (
    "Norvik{} and Kodrex have formed a joint venture.",
    "Norvik{} orders 25 trains from Kodrex.",
    "Sendero has sold Norvik{} to Kodrex for $12 million.",
    "The takeover of Norvik{} by Kodrex has been approved.",
    "Sendero, Norvik{} and Kodrex will merge.",
    "Kodrex, which Norvik{} bought, has been sold to Sendero.",
    "Sendero raised $20 million from Kodrex, Norvik{} and Zahlix.",
    "Kodrex has bought Norvik{}.",
)
GERMAN = (
    "Norvik{} und Kodrex gründen ein Gemeinschaftsunternehmen.",
    "Norvik{} kauft den Konkurrenten Kodrex.",
    "Der Konzern Sendero hat Norvik{} an Kodrex verkauft.",
    "Die Übernahme von Norvik{} durch Kodrex ist genehmigt.",
    "Sendero, Norvik{} und Kodrex schließen sich zusammen.",
    "Sendero hat von Kodrex, Norvik{} und Zahlix 20 Millionen Euro erhalten.",
)


def _deals(text: str, language: str) -> list[tuple[object, ...]]:
    """What is told: types, statuses, who in which role, sums, shares and dates."""
    return [
        (
            d.type,
            d.status,
            {(p.role, p.name) for p in d.parties},
            d.amount and d.amount.value,
            d.stake_percent,
            d.announced,
        )
        for d in find_deals(text, language, "2016-03-01")
    ]


def _closed(sentence: str, said: str) -> str:
    """A sentence with something said of a name; a comma or dash right before the full stop goes."""
    return sentence.format(said).replace(",.", ".").replace(" -.", ".").replace(" –.", ".").replace(",,", ",")


PLACED = [
    *(("en", sentence, said) for sentence in ENGLISH for said in SAID_OF_ENGLISH),
    *(("de", sentence, said) for sentence in GERMAN for said in SAID_OF_GERMAN),
]


@pytest.mark.parametrize(("language", "sentence", "said"), PLACED)
def test_a_deal_stays_the_same_whatever_is_said_of_a_name(language: str, sentence: str, said: str) -> None:
    plain = _deals(sentence.format(""), language)
    assert plain
    assert _deals(_closed(sentence, said), language) == plain


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Norvik, which bought Kodrex in 2012, makes pumps.", "en", {"acquirer": "Norvik", "target": "Kodrex"}),
        ("Kodrex, sold to Norvik in 2012, makes pumps.", "en", {"acquirer": "Norvik", "target": "Kodrex"}),
        (
            "Kodrex, a unit that Norvik bought from Tal in 2012, grows.",
            "en",
            {"acquirer": "Norvik", "target": "Kodrex"},
        ),
        ("Kodrex, das 2012 von Norvik übernommen wurde, stellt Pumpen her.", "de", {"acquirer": "Norvik"}),
        ("Der Hersteller Kodrex, der von Norvik übernommen wird, wächst.", "de", {"acquirer": "Norvik"}),
    ],
)
def test_what_is_said_of_a_name_may_be_a_deal(text: str, language: str, told: dict[str, str]) -> None:
    (deal,) = find_deals(text, language)
    assert told.items() <= {p.role: p.name for p in deal.parties}.items()


@pytest.mark.parametrize(
    "text",
    [
        "Analysts welcomed the merger of Norvik and Kodrex, which was completed in January.",
        "Norvik has completed the purchase of Kodrex, which was announced in January.",
    ],
)
def test_a_clause_behind_a_name_may_say_when_its_deal_was(text: str) -> None:
    (deal,) = find_deals(text, "en", "2016-03-01")
    assert (deal.status, deal.announced or deal.closed) == ("completed", "2016-01")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Norvik has bought Kodrex, which had sales of $40 million in 2014.", "en"),
        ("Norvik hat Kodrex gekauft, das zuletzt 40 Millionen Euro umsetzte.", "de"),
    ],
)
def test_sums_and_years_said_of_a_name_are_none_of_the_deal(text: str, language: str) -> None:
    (deal,) = find_deals(text, language, "2016-03-01")
    assert deal.amount is None
    assert deal.announced is None


def test_a_dash_before_a_sentence_that_goes_on_is_no_dateline() -> None:
    (deal,) = find_deals("Grennan - a maker of pumps - is to buy Kodrex.", "en")
    assert {p.role: p.name for p in deal.parties} == {"acquirer": "Grennan", "target": "Kodrex"}


def test_the_sign_of_its_share_makes_an_ordinary_word_a_name() -> None:
    (deal,) = find_deals("Gridlock (NYSE: GRD) paid $12 million for Kodrex.", "en")
    assert {p.role: p.name for p in deal.parties} == {"acquirer": "Gridlock", "target": "Kodrex"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Norvik, {}, has bought Kodrex.", "en"),
        ("Norvik, {}.", "en"),
        ("Norvik, {}, kauft Kodrex.", "de"),
        ("Norvik kauft Kodrex, {}.", "de"),
    ],
)
@pytest.mark.parametrize("word", ["a", "with", "which", "ein", "mit", "die"])
def test_one_word_says_nothing_of_a_name(text: str, language: str, word: str) -> None:
    assert len(find_deals(text.format(word), language)) <= 1


def test_what_is_said_of_an_apposition_is_read_with_it() -> None:
    (deal,) = find_deals("Norvik, eine Firma, in die Kodrex 5 Millionen Euro gesteckt hat, wächst.", "de")
    assert {p.role: p.name for p in deal.parties} == {"investor": "Kodrex", "target": "Norvik"}


@pytest.mark.parametrize(
    ("text", "language", "status"),
    [
        ("Norvik, whose bid for Kodrex failed, bought Tal.", "en", "completed"),
        ("Norvik, which turned down an offer from Kodrex, has agreed to a takeover by Tal.", "en", "announced"),
        ("Norvik, dessen Angebot für Kodrex scheiterte, kauft Tal.", "de", "announced"),
        ("Norvik, das einen Bericht über den Kauf von Kodrex dementierte, hat Tal gekauft.", "de", "completed"),
    ],
)
def test_what_became_of_another_deal_is_not_said_of_the_news(text: str, language: str, status: str) -> None:
    statuses = {d.status for d in find_deals(text, language) if any(p.name == "Tal" for p in d.parties)}
    assert statuses == {status}


@pytest.mark.parametrize(
    "text",
    [
        "Norvik, an dem Kodrex 20 Prozent hält, kauft Tal.",
        "Norvik, das 20 Prozent an Kodrex hält, verkauft Tal an Sendero.",
    ],
)
def test_a_share_said_of_a_name_is_none_of_the_deal(text: str) -> None:
    (deal,) = find_deals(text, "de")
    assert deal.type == "acquisition"
    assert deal.stake_percent is None


def test_an_apposition_that_alone_tells_who_is_bought_is_read() -> None:
    deals = find_deals("Norvik, das Kodrex, einen Hersteller von Pumpen, gekauft hat, wächst.", "de")
    assert all((p.role, p.name) != ("acquirer", "Kodrex") for d in deals for p in d.parties)


def test_a_list_inside_a_clause_does_not_end_it() -> None:
    text = "The purchase gives Norvik its biggest holding in Texas, where it owns shops in Austin, Hullmont and Laredo."
    assert find_deals(text, "en") == []
    assert find_deals("Norvik, which makes pumps, valves, and hoses, has bought Kodrex.", "en")
