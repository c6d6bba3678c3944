"""The text of a page: the story, all of it, and nothing else."""

import pytest
from lxml import html

from newscrawl.article import Given, extract_article

from .pages import STORY, STORY_DE, TITLE, page

LITTER = {
    "related": "<div class='related-articles'><p>Gorm buys the maker of valves Lund for a sum nobody tells.</p></div>",
    "link paragraph": "<p><a href='/x'>Gorm buys the maker of valves Lund</a></p>",
    "read more": "<p>Read more: <a href='/x'>Gorm buys the maker of valves Lund</a></p>",
    "newsletter": "<p>Sign up for our newsletter and get all news on pumps.</p>",
    "comment form": "<h3>Leave a comment</h3><p>Your email address will not be published.</p>",
    "author box": "<div class='author-box'><p>Jo Berg writes about pumps, and has for longer than she likes.</p></div>",
    "credit": "<p>Additional reporting by Al Lund</p>",
    "copyright": "<p>© 2021 The Bolt</p>",
    "separator": "<p>***</p>",
    "teasers": "<p>Gorm has bought the maker of valves Lund, which…</p><p>Nobody wants the maker of pipes Olm…</p>",
    "caption": "<div><img src='a.jpg'><span>A pump in Oslo</span></div>",
    "form": "<form><p>Your name and your address, please, and what you think of all this.</p></form>",
}


@pytest.mark.parametrize("name", LITTER)
def test_litter_behind_the_story(name: str) -> None:
    assert extract_article(page(after=LITTER[name])).text.split("\n") == STORY


@pytest.mark.parametrize("name", ["related", "link paragraph", "read more", "newsletter", "separator", "caption"])
def test_litter_in_the_story(name: str) -> None:
    markup = page().replace(f"<p>{STORY[2]}", f"{LITTER[name]}<p>{STORY[2]}")
    assert extract_article(markup).text.split("\n") == STORY


@pytest.mark.parametrize(
    "before", [f"<h2>{TITLE}</h2>", "<p>By Jo Berg</p>", "<p>May 3, 2021 9:12 am</p>", "<p>3 May 2021 | 4 min read</p>"]
)
def test_above_the_story(before: str) -> None:
    assert extract_article(page(before=before)).text.split("\n") == STORY


def test_a_standfirst_that_tells_something_stays() -> None:
    standfirst = "Norvik pays 40 million euros in cash for a rival that it has courted for years."
    assert extract_article(page(before=f"<h2>{standfirst}</h2>")).text.split("\n") == [standfirst, *STORY]


def test_structure_is_kept() -> None:
    after = (
        "<h2>What comes next</h2><ul><li>The vote of the shareholders in May.</li><li>The approval in autumn.</li></ul>"
    )
    lines = extract_article(page(after=after + f"<p>{STORY[0][:-1]} again.</p>")).text.split("\n")
    assert lines[4:7] == ["What comes next", "The vote of the shareholders in May.", "The approval in autumn."]


def test_german() -> None:
    after = "<p>Lesen Sie auch: <a href='/x'>Gorm kauft Lund</a></p><p>(Bild: Norvik)</p><h3>Kommentare</h3>"
    article = extract_article(page(story=STORY_DE, after=after, lang="de"))
    assert (article.language, article.text.split("\n")) == ("de", [TITLE, *STORY_DE])


def test_a_german_text_has_its_headline_once() -> None:
    before = f"<h2>{TITLE}</h2><p>Von Jo Berg</p>"
    lines = extract_article(page(before=before, story=STORY_DE, lang="de")).text.split("\n")
    assert lines == [TITLE, *STORY_DE]


def test_every_dropped_line_has_a_reason() -> None:
    article = extract_article(page(after=LITTER["newsletter"] + LITTER["copyright"]))
    assert [(dropped.reason, dropped.line[:7]) for dropped in article.dropped][-2:] == [
        ("newsletter", "Sign up"),
        ("copyright", "© 2021 "),
    ]


def test_the_tree_given_is_left_as_it_is() -> None:
    root = html.document_fromstring(page(after=LITTER["related"]))
    before = html.tostring(root)
    assert extract_article(root).text.split("\n") == STORY
    assert html.tostring(root) == before


def test_what_is_given_is_believed() -> None:
    article = extract_article(page(), given=Given(title="T", language="da", published="2020-01"))
    assert (article.title, article.language, article.published) == ("T", "da", "2020-01")
    assert {article.origins[key] for key in ("title", "language", "published")} == {"given"}


def test_a_story_cut_in_pieces_is_put_together() -> None:
    pieces = "<hr>".join(f"<div class='article-body'><p>{STORY[n]}</p><p>{STORY[n + 1]}</p></div>" for n in (0, 2))
    assert extract_article(f"<article><h1>{TITLE}</h1>{pieces}</article>").text.split("\n") == STORY


def test_loose_text_between_line_breaks() -> None:
    loose = "<br><br>".join(STORY)
    assert extract_article(f"<body><h1>{TITLE}</h1><div class='story'>{loose}</div></body>").text.split("\n") == STORY


def test_wrapped_lines_are_put_together() -> None:
    words = " ".join(STORY).split()
    wrapped = [" ".join(words[start : start + 12]) for start in range(0, len(words), 12)]
    article = extract_article(f"<article><h1>{TITLE}</h1><p>{'<br>'.join(wrapped)}</p></article>")
    assert " ".join(STORY) == article.text


LISTED = "".join(f"<li>Gorm: <a href='/{n}'>how the maker of pipes grows</a> by number {n}</li>" for n in range(4))


@pytest.mark.parametrize(("above", "dropped"), [("<p>{}</p>", True), ("<p>{}:</p>", False)])
def test_a_list_of_other_stories_at_the_end(above: str, dropped: bool) -> None:
    after = above.format(STORY[0][:-1]) + f"<ul>{LISTED}</ul>"
    lines = extract_article(page(after=after)).text.split("\n")
    assert (len(lines) == len(STORY) + 1) is dropped


def test_a_list_without_links_stays() -> None:
    items = "".join(f"<li>The pump number {n} of Norvik, in blue and in green.</li>" for n in range(4))
    assert len(extract_article(page(after=f"<ul>{items}</ul>")).text.split("\n")) == len(STORY) + 4


def test_a_linked_heading_over_its_own_text_stays() -> None:
    heading = f"<h2><a href='/tal'>What Tal makes</a></h2><p>{STORY[1]}</p>"
    lines = extract_article(page(story=STORY[:1], after=f"{heading}<p>{STORY[2]}</p>")).text.split("\n")
    assert lines == [STORY[0], "What Tal makes", STORY[1], STORY[2]]
