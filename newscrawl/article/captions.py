"""Take the captions out that stand as plain text beside their pictures, without a figure around both."""

import re

from lxml.html import HtmlElement

LONGEST = 200  # characters
STEPS = 4  # elements around a picture that hold nothing else
CAPTION_TAGS = frozenset(("p", "div", "span", "em", "i", "small", "font", "center", "dd"))
SENTENCE = re.compile(r"[.!?…。！？][\"”“’»)]*+$")
CREDIT = re.compile(
    r"\((?:credit|photo|image|source|foto|bild|quelle|grafik)s?\b|©|\b(?:photo|foto|image|bild):", re.IGNORECASE
)


def drop_captions(body: HtmlElement) -> None:
    """Remove short texts right behind a picture that are no sentence, or end in a credit, in place."""
    for picture in list(body.iter("img")):
        caption = _behind(_outermost(picture))
        if caption is not None and _is_caption(caption):
            caption.drop_tree()


def _outermost(picture: HtmlElement) -> HtmlElement:
    """The largest element around a picture, within a few steps, that shows nothing else."""
    for _ in range(STEPS):
        parent = picture.getparent()
        if parent is None or parent.tag in ("body", "article", "main") or str(parent.text_content()).strip():
            break
        picture = parent
    return picture


def _behind(element: HtmlElement) -> HtmlElement | None:
    """The element right behind another one, line breaks aside; None if text stands between."""
    following = element.getnext()
    tail = element.tail
    while following is not None and following.tag in ("br", "img") and not (tail or "").strip():
        following, tail = following.getnext(), following.tail
    return following if following is not None and not (tail or "").strip() else None


def _is_caption(element: HtmlElement) -> bool:
    if element.tag not in CAPTION_TAGS or element.find(".//p") is not None or (element.tail or "").strip():
        return False
    text = " ".join(str(element.text_content()).split())
    if not 0 < len(text) <= LONGEST:
        return False
    # a paragraph behind a picture may be the story's next line, if a short one
    return CREDIT.search(text) is not None or (element.tag != "p" and SENTENCE.search(text) is None)
