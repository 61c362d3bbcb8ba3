"""The named queries: visibility (the one rule of what is public), articles, items, topics."""
