"""A date is that of the verb in whose clause it stands, not of the deal that another verb of the sentence tells."""

import pytest

from newscrawl.deals import find_deals

PUBLISHED = "2023-05-10"


@pytest.mark.parametrize(
    ("language", "text", "announced"),
    [
        ("en", "Sunpeak was founded in 1931, sold to Ostra in 1968 and bought by Norvik in 2021.", "2021"),
        ("en", "Norvik, which went public two years ago, is buying Sunpeak.", None),
        ("en", "Norvik signed a supply agreement with Sunpeak, which opened a factory in 2019.", None),
        ("en", "Norvik has bought Sunpeak and closed its Bonn office in 2021.", None),
        ("en", "Norvik is buying Sunpeak, which has shrunk since 2011.", None),
        ("en", "It took the name in June, when Norvik bought Sunpeak.", "2022-06"),
        ("en", "Norvik said in March that it had bought Sunpeak.", "2023-03"),
        ("en", "The merger of Norvik and Sunpeak, which was called off in March, was no surprise.", "2023-03"),
        (
            "de",
            "Im Jahr 2019 hatte Norvik den Hersteller Sunpeak gekauft; dessen Technik steckt heute überall.",
            "2019",
        ),
        ("de", "Norvik hat 2019 den Hersteller Sunpeak gekauft, der 2021 umzog.", "2019"),
    ],
)
def test_date_of_the_deal(language: str, text: str, announced: str | None) -> None:
    assert [deal.announced for deal in find_deals(text, language, PUBLISHED)][-1:] == [announced]
