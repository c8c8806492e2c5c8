-- SEC-6: what the service's own role may do with what the owner has made. Run after each migration, so that a new table needs no line of
-- its own: rows are read, added, altered and removed, but for tables whose triggers refuse an alteration or a removal (see append_only).
-- Making, altering and emptying tables stays with the owner, and so does Flyway's record of it. Where there is one role for both, as on a
-- machine of one's own, it keeps what an owner has.
DO $$
DECLARE
    service CONSTANT text := '${service-role}';
    refused int;
    alterable text;
    its record;
BEGIN
    IF service IN ('', current_user) THEN
        RETURN;
    END IF;
    -- Replicas start side by side.
    PERFORM pg_advisory_xact_lock(hashtextextended('rights', 0));
    FOR its IN
        SELECT c.oid, c.relkind AS kind, format('%I.%I', n.nspname, c.relname) AS name, n.nspname AS schema, c.relname = 'flyway_schema_history' AS is_record
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'v', 'S') AND c.relowner = current_user::regrole
          AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
    LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', its.schema, service);
        EXECUTE format('REVOKE ALL ON %s FROM %I', its.name, service);
        -- By pg_trigger.tgtype: 8 on delete, 16 on update.
        SELECT coalesce(bit_or(tgtype), 0) INTO refused FROM pg_trigger WHERE tgrelid = its.oid AND tgfoid = 'refuse_change'::regproc AND tgattr = '';
        -- Rows are locked through a view too, which takes the right to alter them; not where one of its tables refuses that.
        IF its.kind = 'v' THEN
            SELECT coalesce(bit_or(t.tgtype), 0) INTO refused
            FROM pg_rewrite r
            JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
            JOIN pg_trigger t ON t.tgrelid = d.refobjid AND t.tgfoid = 'refuse_change'::regproc AND t.tgattr = ''
            WHERE r.ev_class = its.oid;
        END IF;
        -- Where triggers refuse the alteration of some columns, the others may be altered.
        SELECT string_agg(quote_ident(a.attname), ', ') INTO alterable
        FROM pg_attribute a
        WHERE a.attrelid = its.oid AND a.attnum > 0 AND NOT a.attisdropped
          AND EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = its.oid AND t.tgfoid = 'refuse_change'::regproc AND NOT t.tgattr = '')
          AND NOT EXISTS (SELECT FROM pg_trigger t
                          WHERE t.tgrelid = its.oid AND t.tgfoid = 'refuse_change'::regproc AND a.attnum = ANY (t.tgattr::int2[]));
        EXECUTE format('GRANT %s ON %s TO %I',
            CASE WHEN its.kind = 'S' THEN 'SELECT, USAGE'
                 WHEN its.is_record THEN 'SELECT'
                 WHEN its.kind = 'v' THEN CASE WHEN refused = 0 THEN 'SELECT, UPDATE' ELSE 'SELECT' END
                 ELSE concat_ws(', ', 'SELECT', 'INSERT',
                                CASE WHEN refused & 16 = 0 THEN concat('UPDATE', ' (' || alterable || ')') END, CASE WHEN refused & 8 = 0 THEN 'DELETE' END)
            END, its.name, service);
    END LOOP;
END $$;
