# Run by the postgres image on the first start of its data: per service one database, a login that owns it and migrates it, and the login
# that the service runs with, which gets its rights on tables from the migrations.
set -eu
for service in catalog profile assessment gateway; do
  prefix="$(echo "$service" | tr '[:lower:]' '[:upper:]')"
  eval "password=\${${prefix}_DB_PASSWORD}"
  eval "owner_password=\${${prefix}_DB_OWNER_PASSWORD}"
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    -v name="$service" -v password="$password" -v owner="${service}_owner" -v owner_password="$owner_password" <<'SQL'
CREATE ROLE :"owner" LOGIN PASSWORD :'owner_password';
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"owner";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE :"name" TO :"name";
SQL
done
