"""Generate stubs: of this package from its sources and schemas, and of a program's own entities."""
