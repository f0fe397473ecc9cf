"""`python -m spacecat_shared_data_access` is `spacecat-data-access`."""
