"""Retry policies that apply to a ``with`` block."""

from __future__ import annotations

import asyncio
import threading
from contextlib import ContextDecorator
from contextvars import ContextVar
from inspect import CO_ASYNC_GENERATOR, CO_GENERATOR
from types import FrameType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacecat_shared_data_access.postgrest.retry import RetryPolicy
    from spacecat_shared_data_access.postgrest.service import Service

_GENERATOR: Final = CO_GENERATOR | CO_ASYNC_GENERATOR


class PolicyScope(ContextDecorator):
    """A block in which another retry policy applies to a service's requests.

    It is kept in a context variable, which tasks and threads that are started in the block inherit. In the
    task or thread that entered the block it does not apply after the block, even if the block was left in
    another context, nor while a generator is suspended in the block: then other code is running.

    Args:
        service: The service.
        policy: The policy.
        frame: The frame of the code that contains the block.
    """

    def __init__(self, service: Service, policy: RetryPolicy, frame: FrameType | None = None) -> None:
        self.service = service
        self.policy = policy
        self._generator = frame if frame is not None and _is_generator(frame) else None
        self._entered_by: object = None
        self._is_left = False

    def __enter__(self) -> None:
        self._entered_by, self._is_left = _running(), False
        _scopes.set((*_scopes.get(), self))

    def __exit__(self, *error: object) -> None:
        # Without a token: a generator may be closed in another context, in which a token is not valid.
        self._generator, self._is_left = None, True
        _scopes.set(tuple(each for each in _scopes.get() if each is not self))

    def _recreate_cm(self) -> PolicyScope:
        # As a decorator, each call gets its own scope.
        return PolicyScope(self.service, self.policy)

    @property
    def applies(self) -> bool:
        """Whether it applies to the code that is running."""
        if _running() is not self._entered_by:
            return True
        is_suspended = self._generator is not None and self._generator.f_back is None
        return not self._is_left and not is_suspended


_scopes: Final[ContextVar[tuple[PolicyScope, ...]]] = ContextVar("spacecat_retry_policies", default=())


def policy_of(service: Service) -> RetryPolicy:
    """Return the retry policy that applies to a service's requests."""
    for scope in reversed(_scopes.get()):
        if scope.service is service and scope.applies:
            return scope.policy
    return service.settings.retry


def _running() -> object:
    try:
        return asyncio.current_task() or threading.current_thread()
    except RuntimeError:  # there is no event loop
        return threading.current_thread()


def _is_generator(frame: FrameType) -> bool:
    # In a function decorated with contextlib.contextmanager the block is the caller's `with`.
    caller = frame.f_back
    return bool(frame.f_code.co_flags & _GENERATOR) and not (
        caller is not None and caller.f_globals.get("__name__") == "contextlib"
    )
