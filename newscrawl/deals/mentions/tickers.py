"""What names nobody though it is written like a name: the sign of a share ("(NYSE: NVK)", "(NVK.O)", "<NVK>",
"[NVK.UL]") and the wire in a dateline ("/PRNewswire/ --")."""

import re
from bisect import bisect_right

from newscrawl.deals.mentions.page import Candidate, Page

# An exchange with its sign, a sign with its exchange, both as often as there are exchanges; alone only in brackets that
# hold nothing else in running text.
_EXCHANGE = r"[A-Z][\w.&-]{1,15}+(?: [A-Z]\w{1,15}+)?:\ ?"
_SIGN = r"[A-Z0-9][A-Za-z0-9_]{0,7}+"
_PLACED = rf"(?:{_EXCHANGE}{_SIGN}(?:\.[A-Z]{{1,3}}+)?|{_SIGN}\.[A-Z]{{1,2}}+)"
TICKER = re.compile(
    rf"\({_PLACED}(?:[;,/]\ ?{_PLACED}){{0,4}}\)|<{_SIGN}(?:\.[A-Z]{{1,3}}+)?>|\[{_SIGN}\.[A-Z]{{1,3}}+\]"
    r"|/[A-Z][A-Za-z]{3,20}+(?:[ -][A-Z][A-Za-z]{1,20}+){0,2}+/(?= ?[-–—])"
)


WORD = re.compile(r"\w++")
ALONE = re.compile(r"\([A-Z]{2,5}+\)")


OPENING = frozenset("(<[/")


def without_tickers(page: Page, found: list[Candidate]) -> list[Candidate]:
    """The candidates that are no signs of shares."""
    if OPENING.isdisjoint(page.text):
        return found
    spans = [match.span() for match in TICKER.finditer(page.text)]
    starts = [start for start, _ in spans]
    kept: list[Candidate] = []
    for candidate in found:
        at = bisect_right(starts, candidate.start) - 1
        inside = at >= 0 and candidate.end <= spans[at][1]
        in_bracket = page.text[candidate.start - 1 : candidate.start] == "("
        if not inside and not (in_bracket and kept and _is_sign_of_other_letters(page.text, kept[-1], candidate)):
            kept.append(candidate)
    return kept


def _is_sign_of_other_letters(text: str, name: Candidate, candidate: Candidate) -> bool:
    """ "Norvik (QRX)": what stands alone in a bracket may as well be the name's initials, but none of its words begins
    like it."""
    if candidate.start - name.end > len(" (") or not ALONE.fullmatch(text, candidate.start - 1, candidate.end + 1):
        return False
    return text[candidate.start] not in {word[0].upper() for word in WORD.findall(text, name.start, name.end)}
