-- What the service's own login may do at run time: read and write rows, on append-only tables only read and add them. It owns nothing and
-- cannot change a table. A table is append-only when its comment begins so. Tests run as one login, which needs no grant.
do $$
declare
    one record;
begin
    if current_user <> '${runtime}' then
        for one in
            select oid::regclass as name, coalesce(obj_description(oid, 'pg_class'), '') like 'append-only%' as append_only
            from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'flyway_schema_history'
        loop
            execute format('revoke all on %s from %I', one.name, '${runtime}');
            execute format('grant select, insert%s on %s to %I',
                           case when one.append_only then '' else ', update, delete' end, one.name, '${runtime}');
        end loop;
        execute format('grant usage, select on all sequences in schema public to %I', '${runtime}');
    end if;
end
$$;
