"""Canonical names: which prints are one company, and which never are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.deals.canonical import canonical_name

SAME = [
    ("Norvik Systems, Inc.", "norvik systems"),
    ("NORVIK SYSTEMS", "norvik systems"),
    ("The Norvik Company", "norvik"),
    ("Norvik GmbH & Co. KG", "norvik"),
    ("Norvik GmbH & Co. KGaA", "norvik"),
    ("Norvik Co., Ltd.", "norvik"),
    ("Norvik S.p.A.", "norvik"),
    ("Norvik S.A. de C.V.", "norvik"),
    ("Norvik SE", "norvik"),
    ("NORVIK GMBH", "norvik"),
    ("Norvik & Co.", "norvik"),
    ("Norvík  Söhne AG", "norvik sohne"),
    ("Norvik’s Bakery", "norviks bakery"),
    ("Norvik's Bakery", "norviks bakery"),
    ("„Norvik“", "norvik"),
]
KEPT = [("AG", "ag"), ("SAS", "sas"), ("The", "the"), ("Co", "co"), ("SE & Co. KGaA", "se"), ("1&1", "1&1"), ("&", "&")]
APART = [
    ("Sina", "Sina Weibo"),
    ("Alibaba", "Taobao"),
    ("Nokia", "Nokia Siemens"),
    ("Nokia Siemens Networks", "Siemens"),
    ("Sun", "Sun Microsystems"),
    ("Norvik", "Norvik Holding"),
    ("Norvik Energy", "Norvik Mobile"),
    ("Twice as", "Twice"),
    ("3M", "3"),
]


@pytest.mark.parametrize(("name", "canonical"), SAME + KEPT)
def test_canonical(name: str, canonical: str) -> None:
    assert canonical_name(name) == canonical


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_companies_stay_two(one: str, other: str) -> None:
    assert canonical_name(one) != canonical_name(other)


@given(st.text())
def test_any_name_has_one_canonical_form(name: str) -> None:
    canonical = canonical_name(name)
    assert bool(canonical) == bool(name.split())
    assert canonical_name(canonical.upper()) or not canonical
