"""What "Discover more" shows under an article.

``cards`` reads it: the editors' picks, topped up from the stored lists. The lists come from ``terms`` (texts
as bags of terms), ``documents`` (the public articles as such bags), ``index`` (who shares which terms),
``ranking`` (who is nearest to whom) and ``rebuild`` (which stores it).
"""

from articles.discover.cards import Card, discover_more

__all__ = ["Card", "discover_more"]
