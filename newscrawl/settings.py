"""Scrapy's settings for newscrawl. Every NEWSCRAWL_* one may also be given with -s or as environment variable."""

import os
from pathlib import Path

from newscrawl import __version__

PROJECT = Path(__file__).parent.parent

BOT_NAME = "newscrawl"
SPIDER_MODULES = ["newscrawl.spiders"]
NEWSPIDER_MODULE = "newscrawl.spiders"
COMMANDS_MODULE = "newscrawl.commands"

# What users set

NEWSCRAWL_DATABASE = os.environ.get("NEWSCRAWL_DATABASE") or str(PROJECT / "newscrawl.db")
NEWSCRAWL_SOURCES = os.environ.get("NEWSCRAWL_SOURCES")  # a folder of the user's own source files
NEWSCRAWL_WORKERS = os.environ.get("NEWSCRAWL_WORKERS")  # processes for extraction; unset: the cores
NEWSCRAWL_WARC = os.environ.get("NEWSCRAWL_WARC")  # a folder to keep the fetched pages in, as WARC files
NEWSCRAWL_CONTACT = os.environ.get("NEWSCRAWL_CONTACT")  # mail or address, for the user agent
NEWSCRAWL_ALLOW_PRIVATE_NETWORKS = os.environ.get("NEWSCRAWL_ALLOW_PRIVATE_NETWORKS", "False")
# A run fails when more pages than this failed and they are more than this share of all; one dead link alarms nobody.
NEWSCRAWL_ERROR_LIMIT = os.environ.get("NEWSCRAWL_ERROR_LIMIT", "3")
NEWSCRAWL_ERROR_SHARE = os.environ.get("NEWSCRAWL_ERROR_SHARE", "0.1")

# Politeness: one request at a time per site, never faster than the site answers, and we say who we are

USER_AGENT = f"newscrawl/{__version__}"  # the crawl command adds the contact
ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = "newscrawl"
CONCURRENT_REQUESTS = 16
CONCURRENT_ITEMS = 1  # of one page, which has no more; Scrapy starts so many tasks for each page, 100 by default
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"  # in the feed's order, the newest first
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_MAX_DELAY = 60.0
AUTOTHROTTLE_TARGET_CONCURRENCY = 1.0
COOKIES_ENABLED = False
REFERRER_POLICY = "no-referrer"

# Safety: nothing listens, certificates count, sizes and times are bounded, only public http(s) addresses are fetched

TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
DOWNLOAD_VERIFY_CERTIFICATES = True
DOWNLOAD_HANDLERS = {"data": None, "file": None, "ftp": None, "s3": None}
DOWNLOAD_TIMEOUT = 30
DOWNLOAD_MAXSIZE = 16 * 1024 * 1024  # after decompression too
DOWNLOAD_WARNSIZE = 8 * 1024 * 1024
DNS_TIMEOUT = 20
REDIRECT_MAX_TIMES = 5
METAREFRESH_ENABLED = False
RETRY_TIMES = 1
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # the failure itself is reported once, with its address
TWISTED_DNS_RESOLVER = "newscrawl.crawl.network.GuardedResolver"
DOWNLOADER_MIDDLEWARES = {
    "newscrawl.crawl.rests.RestMiddleware": 90,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "newscrawl.crawl.robots.RobotsMiddleware": 100,
    "newscrawl.crawl.optout.OptOutMiddleware": 110,
    "newscrawl.crawl.network.PublicNetworkMiddleware": 990,
    "newscrawl.crawl.pressure.BackPressureMiddleware": 995,
}

# What happens to a page

ITEM_PIPELINES = {
    "newscrawl.pipelines.ReadPipeline": 100,
    "newscrawl.pipelines.CopyPipeline": 200,
    "newscrawl.pipelines.DealsPipeline": 300,
    "newscrawl.pipelines.SavePipeline": 400,
}
NEWSCRAWL_PAGE_SECONDS = 60.0  # for reading one page; the slowest real ones need about three
EXTENSIONS = {"newscrawl.crawl.recorder.Recorder": 400, "newscrawl.crawl.progress.Progress": 500}

# Log: the crawl command sends it to a file beside the database

LOG_LEVEL = "INFO"
DEFAULT_DROPITEM_LOG_LEVEL = "INFO"
FEED_EXPORT_ENCODING = "utf-8"
