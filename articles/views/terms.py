"""The page that says what the terms of the vocabularies mean."""

from django.views.generic import TemplateView

from articles.meanings import VOCABULARIES


class TermsView(TemplateView):
    """All vocabularies, each term with its meaning and an example."""

    http_method_names = ["get", "head"]
    template_name = "articles/terms.html"
    extra_context = {"vocabularies": list(VOCABULARIES.values())}
