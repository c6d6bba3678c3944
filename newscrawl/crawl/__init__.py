"""`scrapy crawl`: from arguments to pages and an exit status.

``crawl`` runs one crawl from beginning to end. ``arguments`` says what is asked for, ``feeds`` reads what sites list,
``network`` guards which addresses are fetched, ``book`` counts what happens, ``recorder`` and ``progress`` look on.
"""
