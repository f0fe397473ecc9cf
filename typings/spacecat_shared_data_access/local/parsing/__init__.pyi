"""Reading the query string: select trees, filters, order and ranges. Pure: no I/O, no SQL."""
