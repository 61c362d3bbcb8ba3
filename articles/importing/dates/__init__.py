"""Dates from words: "On April 8", "4月8日", "8 avril", "last week", as exactly as they are told.

``names`` are the months of the languages, ``reference`` is what a document tells about its own year and day,
``grammar`` the forms of dates, ``finding`` reads them out of a text.
"""
