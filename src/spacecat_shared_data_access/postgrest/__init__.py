"""The client of a PostgREST server: requests, responses, retries, HTTP clients, conditions and cursors."""
