"""`scrapy demo`: the made-up sites in fixtures/ served on loopback, crawled, and their deals shown."""
