"""`scrapy crawl`: from arguments to pages and an exit status.

``crawl`` runs one crawl from beginning to end. ``arguments`` says what is asked for, ``feeds`` reads what sites list,
``frontier`` keeps addresses in the database. ``network`` guards which of them are fetched; ``robots``, ``rests`` and
``optout`` keep to what sites ask for. ``workers`` read pages in their own processes (``reading``), ``copies`` tells
which are known already. ``book`` counts what happens, ``recorder`` and ``progress`` look on.
"""
