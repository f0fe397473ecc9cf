"""Uncopyable: what belongs to open connections is neither copied nor pickled."""

from __future__ import annotations

from typing import NoReturn, SupportsIndex


class Uncopyable:
    """Makes ``copy`` and ``pickle`` say why they do not work, instead of failing at a lock."""

    __slots__ = ()

    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn:
        raise TypeError(f"{type(self).__name__} cannot be copied or pickled: it belongs to open connections")
