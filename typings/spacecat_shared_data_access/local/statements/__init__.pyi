"""SQL for requests: composed with psycopg.sql, every value a parameter."""
