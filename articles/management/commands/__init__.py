"""``manage.py`` commands about articles."""
