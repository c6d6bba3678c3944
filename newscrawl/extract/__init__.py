"""`scrapy extract`: pages, texts and addresses in, one line of JSON each out. No database."""
