"""The public pages, by what they show: articles, items, regions, topics, terms."""
