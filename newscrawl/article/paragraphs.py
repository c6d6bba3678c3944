"""Make paragraphs where a page has none: loose text between line breaks, straight in a division or table cell.

trafilatura and the line filter both think in paragraphs; a story set with ``<br><br>`` has only one, or none.
"""

from lxml.html import Element, HtmlElement

HOLDERS = ("div", "td", "section", "article", "main", "body", "center", "blockquote", "li")
INLINE = frozenset((
    "a", "abbr", "acronym", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time", "tt", "u", "wbr", "nobr", "bdi", "kbd", "var",
))  # fmt: skip
SHORTEST = 80  # characters of loose text that make a paragraph


def make_paragraphs(body: HtmlElement) -> None:
    """Wrap the loose text of ``body`` into paragraphs, in place, parted where two line breaks stand together."""
    for holder in list(body.iter(*HOLDERS)):
        if _loose(holder) >= SHORTEST and not _inline_only(holder):
            _wrap(holder)


def _loose(holder: HtmlElement) -> int:
    """Characters of text directly in ``holder``."""
    return len((holder.text or "").strip()) + sum(len((child.tail or "").strip()) for child in holder)


def _inline_only(holder: HtmlElement) -> bool:
    """One run of text without a break: already like a paragraph."""
    return holder.tag in ("li", "blockquote") or all(child.tag in INLINE for child in holder)


def _wrap(holder: HtmlElement) -> None:
    """Rebuild the content of ``holder``: runs of text and inline elements become paragraphs."""
    children = list(holder)
    run = Element("p")
    run.text, holder.text = holder.text, None
    for child in children:
        holder.remove(child)
    breaks = 0
    for child in children:
        tail, child.tail = child.tail, None
        if child.tag == "br":
            breaks += 1
            if breaks >= 2 and _filled(run):
                run = _close(holder, run)
            elif not tail or not tail.strip():
                continue
            _append(run, " " + (tail or ""))
        elif child.tag in INLINE:
            run.append(child)
            child.tail = tail
        else:
            run = _close(holder, run)
            holder.append(child)
            run.text = tail
        if child.tag != "br" or (tail and tail.strip()):
            breaks = 0
    _close(holder, run)


def _filled(run: HtmlElement) -> bool:
    return bool(len(run)) or bool((run.text or "").strip())


def _append(run: HtmlElement, text: str) -> None:
    """Add text at the end of a run."""
    if len(run):
        run[-1].tail = (run[-1].tail or "") + text
    else:
        run.text = (run.text or "") + text


def _close(holder: HtmlElement, run: HtmlElement) -> HtmlElement:
    """Put a finished run into ``holder`` if there is anything in it; give a new one."""
    if _filled(run):
        holder.append(run)
    return Element("p")
