package dev.skillladder.benchmarks;

import dev.skillladder.benchmarks.bare.BareGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The bare gateway with the same JVM options as ours. */
final class BareGatewayProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);

    private final Process process;
    private final String url;

    private BareGatewayProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static BareGatewayProcess start(String service, Path log) throws IOException, InterruptedException {
        int port = freePort();
        String route = "--spring.cloud.gateway.server.webmvc.routes[0].";
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ReservedCodeCacheSize=64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareGateway.class.getName(),
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        "--spring.threads.virtual.enabled=true",
                        route + "id=bare",
                        route + "uri=" + service,
                        route + "predicates[0]=Path=" + GatewayRate.PATH + "/**"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var gateway = new BareGatewayProcess(process, "http://127.0.0.1:" + port);
        gateway.awaitReady(log);
        return gateway;
    }

    String url() {
        return url;
    }

    long pid() {
        return process.pid();
    }

    private void awaitReady(Path log) throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            try (var wire = new Wire(url)) {
                wire.get(GatewayRate.PATH, "").expect(200);
                return;
            } catch (UncheckedIOException e) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    close();
                    throw new IllegalStateException("the bare gateway does not start; see " + log, e);
                }
                Thread.sleep(100);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
