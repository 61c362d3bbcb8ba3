"""The desk's clients, for the tests of the history."""

from tests.articles.admin.conftest import chief, editor, writer

__all__ = ["chief", "editor", "writer"]
