"""What pages tell machines: the title and description of a shared link (Open Graph), and in the terms of
schema.org what the page is about. The page itself (page), the terms (terms), and what each kind of page says
(articles, items, lists).
"""
