"""How the stubs are made: a mirror of the sources, both faces, and what the schemas add."""
