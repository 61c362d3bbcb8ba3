"""The rows of an article and its parts, as a version kept them or as they are now."""

from collections import defaultdict
from typing import Any

from django.db import models
from reversion.models import Revision

from articles.history.registration import PARTS
from articles.models import Article

Fields = dict[str, Any]
Rows = dict[type[models.Model], list[Fields]]


def rows_of_version(revision: Revision) -> Rows:
    """Return the rows that a version kept, their foreign keys under the names of their columns."""
    rows: Rows = defaultdict(list)
    for version in revision.version_set.order_by("pk"):
        rows[version._model].append(version.field_dict)
    return rows


def rows_of_now(article: Article) -> Rows:
    """Return the rows as the database holds them."""
    rows: Rows = defaultdict(list)
    parts: dict[type[models.Model], str] = {Article: "pk", **PARTS}
    for model, path in parts.items():
        rows[model] = list(model._default_manager.filter(**{path: article.pk}).order_by("pk").values())
    return rows
