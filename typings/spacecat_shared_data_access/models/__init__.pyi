"""The entities: one module each."""
