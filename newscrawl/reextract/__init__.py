"""`scrapy reextract`: stored articles → their deals by today's rules → the database, and what that changes."""
