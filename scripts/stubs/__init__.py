"""Generate the stubs: from the sources, for the sync and the async API, with what the schemas add."""
