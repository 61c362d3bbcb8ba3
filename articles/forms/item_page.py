"""The form of an item on a page of its own."""

from articles.forms.conflicts import TokenForm
from articles.forms.item import EditItemForm
from articles.models import PolicyItem


class EditItemPageForm(TokenForm[PolicyItem], EditItemForm):
    """An item by itself; another item of its article may be saved meanwhile, this one may not."""

    @staticmethod
    def last_save_of(instance: PolicyItem) -> str:
        """Return the moment of the item's last save, which tells it from others."""
        return instance.modified_at.isoformat()
