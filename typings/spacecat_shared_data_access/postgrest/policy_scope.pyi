"""Retry policies of the calls within a ``with`` block."""

from contextlib import ContextDecorator
from types import FrameType

from spacecat_shared_data_access.postgrest.retry import RetryPolicy
from spacecat_shared_data_access.postgrest.service import Service

class PolicyScope(ContextDecorator):
    """A block in which another policy holds for what a service sends.

    A context variable passes it on to the tasks and threads that are started in the block. In the task (or
    thread) that entered the block it does not hold once the block is left, wherever that happened, nor
    while a generator is suspended in the block: then other code is running.

    Args:
        service: The service whose requests it is about.
        policy: The policy that holds for them.
        frame: The frame of the code that contains the block.
    """

    service: Service
    policy: RetryPolicy

    def __init__(self, service: Service, policy: RetryPolicy, frame: FrameType | None = None) -> None: ...
    def __enter__(self) -> None: ...
    def __exit__(self, *error: object) -> None: ...
    @property
    def holds(self) -> bool:
        """Whether it holds for what is being sent now."""

def policy_of(service: Service) -> RetryPolicy:
    """Return the retry policy that holds for a request of a service."""
