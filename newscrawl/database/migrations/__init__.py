"""The schema, in small named steps, each in the module of its subject. A step that was released is never changed: a new
one is added below it.

Every table and column is described in ``docs/database.md``. Why it is as it is:

- Money is NUMERIC: whole units are stored as integers, others as floats of at most 15 significant digits, which a float
  gives back exactly (see ``newscrawl.database.numbers``). CHECKs keep text out.
- The text stands last in its table, so that reading the short columns of a row does not read the text.
- Lists of allowed words are written out, not taken from the model, since an old step must stay what it was.
"""

from sqlite_utils import Migrations

from newscrawl.database.migrations import articles, deals, fetching, linking, lists, search

STEPS = (
    fetching.crawl,
    articles.articles,
    deals.companies,
    deals.deals,
    deals.evidence,
    lists.lists,
    search.search,
    fetching.pages,
    linking.linking,
    fetching.host_lines,
    articles.pruned_texts,
    lists.article_list,
    lists.more_orders,
    lists.facets,
    linking.digests,
    deals.claims,
    articles.copies,
    fetching.archives,
    lists.busy_companies,
    linking.slim_keys,
    search.calmer_search,
)
"""In the order in which they are taken, for ever; the name of a function is that of its step in the database."""

migrations = Migrations("newscrawl")
for step in STEPS:
    migrations()(step)
