"""What regions tell other apps, without knowing them."""

from django.dispatch import Signal

# Sent inside the transaction after regions changed their place in the tree, with ``region_ids``: the moved
# region and everything inside it. Tables that store ancestors (a closure) are to be rebuilt for these.
subtree_moved = Signal()
