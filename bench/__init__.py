"""`make bench`: how fast a crawl is, measured on the project's own pages."""
