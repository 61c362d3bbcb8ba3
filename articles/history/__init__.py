"""The history of articles: each save at the desk is kept, can be compared with others, and brought back."""
