-- What the service's own login may do at run time: read and write rows, on append-only tables only read and add them. It owns nothing and
-- cannot change a table. A table is append-only when its comment begins so. Tests run as one login, which needs no grant.
do $$
declare
    one record;
begin
    if current_user <> '${runtime}' then
        for one in
            select oid::regclass as name,
                   case when relkind in ('v', 'm') then 'select'
                        when obj_description(oid, 'pg_class') like 'append-only%' then 'select, insert'
                        else 'select, insert, update, delete' end as rights
            from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
              and relname <> 'flyway_schema_history'
        loop
            execute format('revoke all on %s from %I', one.name, '${runtime}');
            execute format('grant %s on %s to %I', one.rights, one.name, '${runtime}');
        end loop;
        execute format('grant usage, select on all sequences in schema public to %I', '${runtime}');
    end if;
end
$$;
