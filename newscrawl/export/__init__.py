"""The deals as a file: `scrapy export deals.csv`, `scrapy export deals.jsonl`. docs/export.md says what is in it."""
