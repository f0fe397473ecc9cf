-- The functions that the entities call, a paragraph for each. Each runs in one transaction, so that a token
-- is never taken without its grants, nor given back twice. Both lock the token first: callers queue up for
-- it, and none holds what another waits for.

CREATE FUNCTION wrpc_grant_suggestions(
  p_suggestion_ids uuid[], p_site_id uuid, p_token_type text, p_cycle text
) RETURNS TABLE (success boolean, reason text, granted_suggestions jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  v_token tokens%ROWTYPE;
  v_grant uuid := gen_random_uuid();
BEGIN
  SELECT * INTO v_token FROM tokens t
    WHERE t.site_id = p_site_id AND t.token_type = p_token_type AND t.cycle = p_cycle
    FOR UPDATE;
  IF NOT FOUND OR v_token.used >= v_token.total THEN
    RETURN QUERY SELECT false, 'no_tokens', NULL::jsonb;
    RETURN;
  END IF;
  INSERT INTO suggestion_grants (suggestion_id, grant_id, site_id, token_id, token_type, granted_at)
    SELECT id, v_grant, p_site_id, v_token.id, p_token_type, now() FROM unnest(p_suggestion_ids) AS id;
  UPDATE tokens t SET used = t.used + 1 WHERE t.id = v_token.id;
  RETURN QUERY SELECT true, NULL::text, (
    SELECT jsonb_agg(jsonb_build_object('suggestion_id', g.suggestion_id, 'grant_id', g.grant_id))
    FROM suggestion_grants g WHERE g.grant_id = v_grant);
END $$;

CREATE FUNCTION wrpc_revoke_suggestion_grant(p_grant_id uuid)
RETURNS TABLE (success boolean, reason text, revoked_count integer)
LANGUAGE plpgsql AS $$
DECLARE
  v_token uuid;
  v_count integer;
BEGIN
  SELECT t.id INTO v_token FROM tokens t
    WHERE t.id IN (SELECT g.token_id FROM suggestion_grants g WHERE g.grant_id = p_grant_id)
    FOR UPDATE;
  DELETE FROM suggestion_grants g WHERE g.grant_id = p_grant_id;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  IF v_count = 0 THEN  -- another call has revoked it while this one waited
    RETURN QUERY SELECT false, 'grant_not_found', NULL::integer;
    RETURN;
  END IF;
  UPDATE tokens t SET used = t.used - 1 WHERE t.id = v_token AND t.used > 0;
  RETURN QUERY SELECT true, NULL::text, v_count;
END $$;
