"""The page that says what the terms of the vocabularies mean."""

from typing import Any

from django.views.generic import TemplateView

from articles.meanings import VOCABULARIES
from articles.metadata.lists import terms_metadata


class TermsView(TemplateView):
    """All vocabularies, each term with its meaning and an example."""

    http_method_names = ["get", "head"]
    template_name = "articles/terms.html"
    extra_context = {"vocabularies": list(VOCABULARIES.values())}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the page tells machines."""
        return {**super().get_context_data(**kwargs), "metadata": terms_metadata()}
