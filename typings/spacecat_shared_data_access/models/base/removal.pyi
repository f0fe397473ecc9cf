"""Removal: what depends on an entity goes before it, a level at a time and many in a request.

What goes is found from the top, and removed from the bottom: no row goes before those that point at it.
"""

from spacecat_shared_data_access.models.base.model import BaseModel

class Removal:
    """The removal of all that depends on one entity.

    An entity with rules of its own (a ``_remove``, or a collection's ``remove_by_index_keys``, that is
    written by hand) is removed by them, on its own, with what depends on it. So is looked for on its own
    what a hand-written accessor finds, and what a has_one does, which is the first in its order.

    Args:
        root: The entity. It stays.
    """

    def __init__(self, root: BaseModel) -> None: ...
    async def run(self) -> None:
        """Remove the dependents.

        Raises:
            DataAccessError: Something could not be found, and nothing is removed; or something could not
                be removed (``Failed to remove dependent entity <name> with ID <id>``): what is on its
                level, or below, is removed but for what was refused, and nothing above is.
        """
