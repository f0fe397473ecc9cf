"""A base class for objects that cannot be copied or pickled."""

from __future__ import annotations

from typing import NoReturn, SupportsIndex


class Uncopyable:
    """Makes ``copy`` and ``pickle`` raise a clear error: the object uses open connections and locks."""

    __slots__ = ()

    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn:
        raise TypeError(f"{type(self).__name__} cannot be copied or pickled: it belongs to open connections")
