package dev.skillladder.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillladder.localstack.Part;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a thief of a service's database login could do. All other stories run with these logins. */
class DatabaseRightsTest {

    private final LocalInstallation installation = LocalInstallation.shared();

    @ParameterizedTest
    @EnumSource(names = {"CATALOG", "PROFILE", "ASSESSMENT", "GATEWAY"})
    void noServiceOwnsOrChangesTables(Part service) throws SQLException {
        try (var login = login(service)) {
            assertThat(one(login, "select count(*) from pg_class where relowner = current_user::regrole"))
                    .isEqualTo("0");
            denied(login, "create table mine (id int)");
            denied(login, "create schema mine");
            denied(login, "select * from flyway_schema_history");
            assertThat(one(
                            login,
                            "select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls from pg_roles"
                                    + " where rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    @ParameterizedTest
    @CsvSource({"CATALOG, outbox", "PROFILE, engineer", "ASSESSMENT, observation", "GATEWAY, spring_session"})
    void noServiceDropsAltersOrEmptiesItsTables(Part service, String table) throws SQLException {
        try (var login = login(service)) {
            assertThat(one(login, "select has_table_privilege('%s', 'select')".formatted(table)))
                    .isEqualTo("t");
            denied(login, "drop table " + table);
            denied(login, "alter table " + table + " add column mine int");
            denied(login, "truncate " + table);
        }
    }

    @Test
    void theLogOfObservationsOnlyGrows() throws SQLException {
        try (var login = login(Part.ASSESSMENT)) {
            denied(login, "update observation set value = 5");
            denied(login, "delete from observation");
            denied(login, "alter table observation disable trigger all");
            assertThat(one(login, "select has_table_privilege('observation', 'insert')"))
                    .isEqualTo("t");
            assertThat(one(login, "select has_any_column_privilege('observation', 'update')"))
                    .isEqualTo("f");
            assertThat(one(login, "select has_table_privilege('estimate', 'update')"))
                    .as("what is computed from it is replaced")
                    .isEqualTo("t");
        }
    }

    private Connection login(Part service) throws SQLException {
        return DriverManager.getConnection(installation.stack().jdbcUrl(service));
    }

    private static void denied(Connection login, String sql) {
        assertThatThrownBy(() -> {
                    try (var statement = login.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .as(sql)
                .isInstanceOf(SQLException.class)
                .satisfies(failure ->
                        assertThat(((SQLException) failure).getSQLState()).isEqualTo("42501"));
    }

    private static String one(Connection login, String sql) throws SQLException {
        try (var statement = login.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
