"""Uncopyable: what belongs to open connections is neither copied nor pickled."""

from typing import NoReturn, SupportsIndex

class Uncopyable:
    """Makes ``copy`` and ``pickle`` say why they do not work, instead of failing at a lock."""

    __slots__ = ()

    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn: ...
