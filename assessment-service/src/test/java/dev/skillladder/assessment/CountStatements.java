package dev.skillladder.assessment;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that a thread prepares: a list or a job needs as many for many people as for few. */
public class CountStatements implements BeanPostProcessor {

    private static final ThreadLocal<Integer> PREPARED = ThreadLocal.withInitial(() -> 0);

    /** How many statements the work needs in this thread. */
    public static int during(Runnable work) {
        return during(() -> {
                    work.run();
                    return "";
                })
                .statements();
    }

    /** The same, with what the work answers. */
    public static <T> Counted<T> during(Supplier<T> work) {
        PREPARED.set(0);
        T answer = work.get();
        return new Counted<>(answer, PREPARED.get());
    }

    /** An answer and what it took. */
    public record Counted<T>(T answer, int statements) {}

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Counting(database) : bean;
    }

    private static final class Counting extends DelegatingDataSource {

        Counting(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    CountStatements.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, given) -> {
                        if (method.getName().equals("prepareStatement")) {
                            PREPARED.set(PREPARED.get() + 1);
                        }
                        try {
                            return method.invoke(connection, given);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
