package dev.skillladder.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wires outbox, relay and one consumer per {@link EventHandler} bean into a service that has a database. Threads start
 * after the migrations and stop with the application.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@EnableConfigurationProperties(DeliverySettings.class)
@PropertySource("classpath:delivery-defaults.properties")
class DeliveryAutoConfiguration {

    private final Signal relaySignal = new Signal();
    private final Signal drainSignal = new Signal();
    private final Clock clock;
    private final String application;

    DeliveryAutoConfiguration(ObjectProvider<Clock> clock, Environment environment) {
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        this.application = environment.getRequiredProperty("spring.application.name");
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, DeliverySettings settings) {
        return new Outbox(
                new OutboxRows(jdbc),
                relaySignal,
                settings.owns(),
                URI.create("/" + application),
                EventJson.MAPPER,
                clock,
                new TimeOrderedIds(clock));
    }

    @Bean
    PendingEvents pendingEvents(JdbcClient jdbc) {
        return new PendingEvents(new PendingRows(jdbc), drainSignal);
    }

    @Bean
    DeliveryMetrics deliveryMetrics(ObjectProvider<MeterRegistry> registry) {
        return new DeliveryMetrics(registry.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    Clients deliveryClients(DeliverySettings settings, JdbcConnectionDetails database) {
        return new Clients(application, settings, database);
    }

    @Bean
    DeadLetters deadLetters(JdbcClient jdbc, DeliveryMetrics metrics) {
        return new DeadLetters(jdbc, new OutboxRows(jdbc), relaySignal, metrics);
    }

    @Bean
    Delivery delivery(
            Clients clients,
            DeliverySettings settings,
            DeliveryMetrics metrics,
            DeadLetters deadLetters,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ObjectProvider<EventHandler> handlers) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        Map<String, Intake> intakes = intakes(handlers.orderedStream().toList(), jdbc);
        List<TopicConsumer> consumers = intakes.values().stream()
                .map(intake -> new TopicConsumer(
                        intake,
                        new Offsets(jdbc),
                        new SeenEvents(jdbc),
                        deadLetters,
                        transaction,
                        clients,
                        settings,
                        clock,
                        metrics))
                .toList();
        return new Delivery(
                new Relay(clients, settings, relaySignal, clock, metrics),
                new BrokerWatch(clients, settings, intakes.keySet()),
                new PendingDrain(
                        intakes, new PendingRows(jdbc), deadLetters, transaction, settings, drainSignal, clock),
                consumers);
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    DeadLettersController deadLettersController(
            JdbcClient jdbc, PlatformTransactionManager transactions, ObjectProvider<EventHandler> handlers) {
        return new DeadLettersController(
                jdbc,
                new RetryDeadLetter(
                        jdbc,
                        intakes(handlers.orderedStream().toList(), jdbc),
                        new SeenEvents(jdbc),
                        new OutboxRows(jdbc),
                        relaySignal,
                        new TransactionTemplate(transactions),
                        clock));
    }

    @Bean
    Backlog deliveryBacklog(JdbcClient jdbc, DeliveryMetrics metrics) {
        Backlog backlog = new Backlog(jdbc, clock);
        metrics.backlog(backlog);
        return backlog;
    }

    @Bean
    DeliveryHealth deliveryHealthIndicator(Delivery delivery, Backlog backlog, DeliverySettings settings) {
        return new DeliveryHealth(delivery, backlog, settings.outboxAgeLimit());
    }

    private static Map<String, Intake> intakes(List<EventHandler> handlers, JdbcClient jdbc) {
        Map<String, Intake> intakes = new LinkedHashMap<>();
        for (EventHandler handler : handlers) {
            if (intakes.put(handler.topic(), new Intake(handler, new PendingRows(jdbc), EventJson.MAPPER)) != null) {
                throw new IllegalStateException("two handlers read " + handler.topic() + "; make them one use case");
            }
        }
        return intakes;
    }
}
