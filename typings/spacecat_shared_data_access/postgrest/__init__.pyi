"""How rows travel: requests, the HTTP client, answers, errors, records, conditions and cursors."""
