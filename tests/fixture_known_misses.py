"""What newscrawl does not get right yet on the fixtures: (page, field) and why.

Strict: what works again must leave the list.
"""

_ONE_SIDED = "the term stands in a sentence that names one side only"
_NAME_CUT = "the name is cut short or joined with its neighbours"
_BETWEEN = "a sum given as 'between X and Y' behind a clause is not tied to the deal"
_STAGES = "the stages of the deal are not all told apart or dated"
_LATER_INVESTOR = "investors are named in a later sentence"
_REFERRED = "'the company' and 'the deal' in the sentences after it are not tied to the deal"

ARTICLE_MISSES: dict[tuple[str, str], str] = {}

DEAL_MISSES: dict[tuple[str, str], str] = {
    ("hartsedge-bids-for-inkstone", "found"): "the second deal of the same target is taken for the first bidder's",
    ("ohanami-denies-sale", "timeline"): _STAGES,
    ("wendelin-akkuron-einstieg-10377", "status"): "an alliance that was agreed in the year before is taken for done",
    ("vantoku-mekara-battery-venture", "closing_expected"): "the month the venture starts is not taken for its closing",
    (
        "tidewright-orlanta-merger-off",
        "amount",
    ): "a sum told of the abandoned merger in a later sentence is not tied to it",
    ("tidewright-orlanta-merger-off", "amount_text"): "as its amount",
    ("tidewright-orlanta-merger-off", "amount_qualifier"): "as its amount",
    ("tidewright-orlanta-merger-off", "timeline"): _STAGES,
    ("lindorra-trikepay", "amount"): _REFERRED,
    ("lindorra-trikepay", "amount_text"): _REFERRED,
    ("lindorra-trikepay", "announced"): _REFERRED,
    ("lindorra-trikepay", "timeline"): _REFERRED,
    ("softbank-chinese-partners", "announced"): "one day holds for several deals, and is given to the first only",
    ("softbank-chinese-partners", "terms"): _ONE_SIDED,
    ("alibaba-sina-weibo-88214", "found"): "the partnership beside the stake is told without a trigger word",
    ("alibaba-sina-weibo-88214", "terms"): _ONE_SIDED,
    ("belegwerk-finanzierung-10144", "found"): _LATER_INVESTOR,
    ("belegwerk-finanzierung-10144", "invented"): _LATER_INVESTOR,
    ("bohrmann-werkbank24-geplatzt-10198", "timeline"): _STAGES,
    ("fahrwerk-digital-ostertal-10338", "found"): _NAME_CUT,
    ("fahrwerk-digital-ostertal-10338", "invented"): _NAME_CUT,
    ("foehrde-luedeking-10231", "closed"): "'bereits zum 1. Oktober' is not taken for the closing",
    ("kurz-gemeldet-10366", "main"): "short news: the purchase told first is taken for the news",
    ("kurz-gemeldet-10366", "found"): "short news: companies known by ordinary words, and assets without an owner",
    ("papyra-lumibook-vertrieb-10290", "status"): "a licence contract that has been closed is taken for one in force",
    (
        "papyra-lumibook-vertrieb-10290",
        "terms",
    ): "what a licence contract is about is no scope where it is distribution",
    ("prellwitz-kestrane-roboter-10388", "amount"): _BETWEEN,
    ("prellwitz-kestrane-roboter-10388", "amount_text"): _BETWEEN,
    ("wendelin-akkuron-einstieg-10377", "timeline"): _STAGES,
}
