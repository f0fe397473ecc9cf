"""How many examples a property needs, relative to the profile at hand."""

from hypothesis import settings


def examples(number: int) -> settings:
    """Settings for a test that is to try so many examples where the profile's own number is 100."""
    return settings(max_examples=max(1, number * settings().max_examples // 100))
