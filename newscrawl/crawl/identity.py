"""Who we say we are."""

from scrapy.settings import BaseSettings


def user_agent(settings: BaseSettings) -> str:
    """The program, and whom to write to: the site's operator must be able to complain."""
    contact = settings.get("NEWSCRAWL_CONTACT")
    return f"{settings['USER_AGENT']} (+{contact})" if contact else str(settings["USER_AGENT"])
