"""Small feeds and pages for crawls in tests."""

from newscrawl.demo.site import Answer

PAGE = """<!doctype html><html lang="{language}"><head><meta charset="{charset}"><title>{title}</title>
<meta property="article:published_time" content="2026-03-04T05:06:07+00:00"></head><body><article><h1>{title}</h1>
<p>{text}</p><p>{text}</p></article></body></html>"""
ENGLISH = (
    "The committee met on Thursday in the old town hall and talked about the weather for three hours, number {number}. "
    "Afterwards its members went home, satisfied with the day and with the coffee that had been served to them."
)
GERMAN = (
    "Der Ausschuss für schöne Künste tagte am Donnerstag drei Stunden im alten Rathaus und sprach über das Wetter. "
    "Danach gingen die Mitglieder zufrieden nach Hause, denn der Kaffee war heiß und die Brötchen waren köstlich."
)


def page(number: int, text: str = ENGLISH, language: str = "en", charset: str = "utf-8") -> Answer:
    """A page with an article in a charset that only the page itself names."""
    filled = PAGE.format(
        language=language, charset=charset, title=f"Meeting number {number}", text=text.format(number=number)
    )
    return Answer(filled.encode(charset))


def feed(*paths: str) -> Answer:
    """An RSS feed of the site that serves it."""
    items = "".join(f"<item><title>t</title><link>http://SITE_HOST{path}</link></item>" for path in paths)
    text = f'<rss version="2.0"><channel><title>x</title>{items}</channel></rss>'
    return Answer(text.encode(), "application/rss+xml")


WIRE_STORY = (
    "Kelvadon, a maker of pumps, has agreed to buy the valve business of Ostrander Works for 40 million euros in cash, "
    "the two companies said on Monday. The business has some two hundred employees at two plants near the coast and "
    "supplies breweries and dairies in most parts of the region.\n"
    "Kelvadon said it would keep both plants and move its own small workshop there within a year. The managers of the "
    "business are to stay. Ostrander Works wants to use the money to pay back loans and to renew its foundry, which "
    "has been in need of repair for a long time.\n"
    "The authorities still have to approve the sale. Both sides expect that to happen before the end of the summer."
)


def story_page(title: str, text: str, head: str = "") -> Answer:
    """A page with a text of several lines, and with what else its head says."""
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    return Answer(
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}'
        '<meta property="article:published_time" content="2026-03-04T05:06:07+00:00"></head>'
        f"<body><article><h1>{title}</h1>{paragraphs}</article></body></html>".encode()
    )
