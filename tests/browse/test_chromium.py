"""A real browser clicks through the pages, at a desk and on a phone, with the keyboard and without JavaScript."""

import pytest
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.expected_conditions import presence_of_element_located, url_contains
from selenium.webdriver.support.ui import WebDriverWait
from sqlite_utils import Database

from tools.browser import DESK, PHONE, resize

PAGES = (
    "/overview", "/data", "/news/deal_list", "/news/deal_list?_search=corvane&type=acquisition", "/deal/LINKED",
    "/deal/HOSTILE", "/company/1", "/article/2", "/article/HOSTILE", "/news/companies", "/news/articles",
    "/news/company_deals?company=1", "/news/newest_deals?type=", "/news/stakes_above?percent=50", "/deal/nosuchdeal",
)  # fmt: skip


@pytest.fixture
def address(site: str, database):
    """The full address of one of the pages."""
    db = Database(database)
    (linked,) = db.execute(
        "SELECT d.uid FROM deals d JOIN deal_parties p ON p.deal = d.id WHERE p.name = 'Lumenpath'"
    ).fetchone()
    (hostile,) = db.execute("SELECT uid FROM deals WHERE amount = 5000000").fetchone()
    (article,) = db.execute("SELECT id FROM articles WHERE url LIKE 'javascript:%'").fetchone()
    return lambda path: (
        site
        + (
            path.replace("/article/HOSTILE", f"/article/{article}")
            .replace("LINKED", linked)
            .replace("HOSTILE", hostile)
        )
    )


@pytest.fixture
def desk(browser: Chrome) -> Chrome:
    resize(browser, DESK)
    browser.get_log("browser")
    return browser


@pytest.fixture
def phone(browser: Chrome) -> Chrome:
    resize(browser, PHONE)
    return browser


@pytest.mark.parametrize("path", PAGES)
def test_page_runs_no_foreign_script_and_complains_of_nothing(desk: Chrome, address, path: str) -> None:
    desk.get(address(path))
    expected = ["404"] if path == "/deal/nosuchdeal" else []
    complaints = [entry["message"] for entry in desk.get_log("browser")]
    assert len(complaints) == len(expected), complaints
    assert desk.title != "owned"
    assert desk.find_elements(By.CSS_SELECTOR, "img, :is(article, td) script, [onerror], a[href^='javascript']") == []


@pytest.mark.parametrize("path", PAGES)
def test_page_fits_on_a_phone(phone: Chrome, address, path: str) -> None:
    phone.get(address(path))
    width = phone.execute_script("return document.documentElement.scrollWidth")
    assert width <= PHONE[0], too_wide(phone)


@pytest.mark.parametrize("width", [600, 800, 1000, 1120])
def test_list_of_deals_fits_into_any_window(browser: Chrome, address, width: int) -> None:
    resize(browser, (width, 900))
    browser.get(address("/news/deal_list"))
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width, too_wide(browser)


def too_wide(browser: Chrome) -> list[str]:
    """The elements that stick out, for the message of a failed test."""
    script = """return [...document.querySelectorAll('body *')]
        .filter(e => e.getBoundingClientRect().right > innerWidth).map(e => e.tagName + '.' + e.className)"""
    return list(browser.execute_script(script))[:10]


def test_from_the_list_to_the_deal_to_the_article_to_the_company(desk: Chrome, address) -> None:
    desk.get(address("/"))
    assert desk.find_element(By.TAG_NAME, "h1").text == "Deals"
    desk.find_element(By.ID, "_search").send_keys("lumenpath", Keys.ENTER)
    WebDriverWait(desk, 20).until(url_contains("_search=lumenpath"))
    desk.find_element(By.PARTIAL_LINK_TEXT, "Lumenpath").click()
    assert desk.find_element(By.TAG_NAME, "h1").text == "Quellmark – Lumenpath"
    assert [mark.text for mark in desk.find_elements(By.CSS_SELECTOR, "tbody mark.on-amount")] == [
        "$500 million", "450 million euros", "560 Millionen Euro",
    ]  # fmt: skip
    desk.find_element(By.LINK_TEXT, "Quellmark to buy Lumenpath for 450 million euros").click()
    assert "450 million euros" in [mark.text for mark in desk.find_elements(By.TAG_NAME, "mark")]
    desk.find_element(By.LINK_TEXT, "deal 1").click()
    desk.find_element(By.CSS_SELECTOR, ".parties a").click()
    assert desk.find_element(By.TAG_NAME, "h1").text == "Quellmark"


def test_facet_narrows_the_list(desk: Chrome, address) -> None:
    desk.get(address("/news/deal_list"))
    desk.find_element(By.LINK_TEXT, "merger").click()
    assert {pill.text for pill in desk.find_elements(By.CSS_SELECTOR, "td .pill[class*=type-]")} == {"merger"}


def test_query_asks_with_what_was_filled_in(desk: Chrome, address) -> None:
    desk.get(address("/data"))
    desk.find_element(By.NAME, "percent").send_keys("30", Keys.ENTER)
    WebDriverWait(desk, 20).until(url_contains("percent=30"))
    rows = (By.CSS_SELECTOR, "table.rows-and-columns tbody tr")
    assert WebDriverWait(desk, 20).until(presence_of_element_located(rows))


def test_bar_of_a_month_leads_to_its_deals(desk: Chrome, address) -> None:
    desk.get(address("/overview"))
    desk.find_elements(By.CSS_SELECTOR, ".months a")[-1].click()
    days = {day.get_attribute("datetime")[:7] for day in desk.find_elements(By.CSS_SELECTOR, "td.day:first-child time")}
    assert days == {"2026-11"}


def test_keyboard_reaches_the_deal_and_shows_where_it_is(desk: Chrome, address) -> None:
    desk.get(address("/deal/LINKED"))
    press(desk, Keys.TAB)
    assert desk.switch_to.active_element.text == "Skip to the content"
    press(desk, Keys.ENTER, Keys.TAB)
    focused = desk.switch_to.active_element
    assert focused.text == "Quellmark"
    assert focused.value_of_css_property("outline-style") == "solid"
    press(desk, Keys.ENTER)
    assert desk.find_element(By.TAG_NAME, "h1").text == "Quellmark"


def press(browser: Chrome, *keys: str) -> None:
    for key in keys:
        ActionChains(browser).send_keys(key).perform()


def test_everything_can_be_read_without_javascript(desk: Chrome, address) -> None:
    desk.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        for path, expected in (("/news/deal_list", "Quellmark → Lumenpath"), ("/overview", "Most active companies")):
            desk.get(address(path))
            assert expected in desk.find_element(By.TAG_NAME, "body").text
        desk.find_element(By.LINK_TEXT, "Deals").click()
        desk.find_element(By.LINK_TEXT, "denied").click()
        assert "status=denied" in desk.current_url
    finally:
        desk.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
