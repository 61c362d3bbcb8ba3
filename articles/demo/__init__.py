"""The demo: its content, and what loads it.

``content/`` holds one TOML file an article, and ``catalogue.toml`` the series and topics. ``manuscripts``
reads them and knows no database; ``places`` finds their regions; ``loading`` turns them into rows;
``accounts`` makes the groups, and the accounts to sign in with.
"""
