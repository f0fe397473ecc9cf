-- The tables of the Jira integration's entities, as PostgREST exposes them: columns, keys and checks.
-- Safe to apply again: existing tables stay as they are, with their rows. A paragraph for each table.

CREATE TABLE IF NOT EXISTS organizations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  ims_org_id text UNIQUE,
  config jsonb NOT NULL DEFAULT '{}',
  llm_backend text DEFAULT 'azure' CHECK (llm_backend IN ('azure', 'bedrock')),
  fulfillable_items jsonb,
  semrush_workspace_id text UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text
);

CREATE TABLE IF NOT EXISTS task_management_connections (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  provider text NOT NULL CHECK (provider IN ('jira_cloud')),
  status text NOT NULL DEFAULT 'active'
    CHECK (status IN ('active', 'disabled', 'requires_reauth', 'error', 'disconnected')),
  display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 255),
  instance_url text NOT NULL,
  connected_by text NOT NULL,
  connected_at timestamptz,
  external_instance_id text NOT NULL,
  last_used_at timestamptz,
  error_message text,
  metadata jsonb NOT NULL CHECK (
    metadata ->> 'cloudId' ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (organization_id, provider, external_instance_id)
);
CREATE INDEX IF NOT EXISTS task_management_connections_organization_id_provider_status_idx
  ON task_management_connections (organization_id, provider, status);

CREATE TABLE IF NOT EXISTS tickets (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  connection_id uuid NOT NULL REFERENCES task_management_connections (id) ON DELETE CASCADE,
  opportunity_id uuid,
  external_ticket_id text NOT NULL,
  ticket_key text NOT NULL,
  ticket_url text NOT NULL,
  ticket_status text,
  ticket_provider text NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS tickets_organization_id_updated_at_idx ON tickets (organization_id, updated_at DESC);
CREATE INDEX IF NOT EXISTS tickets_connection_id_updated_at_idx ON tickets (connection_id, updated_at DESC);
CREATE INDEX IF NOT EXISTS tickets_opportunity_id_idx ON tickets (opportunity_id);

CREATE TABLE IF NOT EXISTS ticket_suggestions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  ticket_id uuid NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
  suggestion_id text NOT NULL UNIQUE,
  opportunity_id text NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS ticket_suggestions_ticket_id_created_at_idx
  ON ticket_suggestions (ticket_id, created_at DESC);

CREATE TABLE IF NOT EXISTS idempotency_keys (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  key text NOT NULL,
  endpoint text NOT NULL,
  status text NOT NULL DEFAULT 'processing' CHECK (status IN ('processing', 'completed', 'failed')),
  response jsonb,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (key, organization_id, endpoint)
);
CREATE INDEX IF NOT EXISTS idempotency_keys_organization_id_updated_at_idx
  ON idempotency_keys (organization_id, updated_at DESC);
CREATE INDEX IF NOT EXISTS idempotency_keys_expires_at_idx ON idempotency_keys (expires_at);

CREATE TABLE IF NOT EXISTS oauth_nonces (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  nonce text NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS oauth_nonces_expires_at_idx ON oauth_nonces (expires_at);
