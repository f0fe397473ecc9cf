-- The roles of PostgREST in compose.yaml: it logs in as authenticator, and switches to the others.
CREATE ROLE authenticator LOGIN NOINHERIT PASSWORD 'local-only';
CREATE ROLE postgrest_anon NOLOGIN;
CREATE ROLE postgrest_writer NOLOGIN;
GRANT postgrest_anon, postgrest_writer TO authenticator;
