"""What is new in the database since it was told last: `scrapy digest`."""
