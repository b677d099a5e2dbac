package dev.skillladder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where each part listens, always on the loopback interface. The broker needs a second port for its controller. */
record Ports(Map<Part, Integer> of, int kafkaController) {
    private static final int PARTS = Part.values().length;

    Ports {
        of = Map.copyOf(of);
    }

    static Ports standard() {
        var ports = new EnumMap<Part, Integer>(Part.class);
        for (var part : Part.values()) {
            ports.put(part, part.defaultPort());
        }
        return new Ports(ports, Part.KAFKA.defaultPort() + 1);
    }

    /** Consecutive ports: the gateway on the base itself, the others behind it. */
    static Ports from(int base) {
        if (base < 1024 || base > 65535 - PARTS) {
            throw new StartFailed("--port-base must be between 1024 and " + (65535 - PARTS) + ", not " + base + ".");
        }
        var ports = new EnumMap<Part, Integer>(Part.class);
        ports.put(Part.GATEWAY, base);
        int next = base;
        for (var part : Part.values()) {
            if (part != Part.GATEWAY) {
                ports.put(part, ++next);
            }
        }
        return new Ports(ports, next + 1);
    }

    /** Ports that nobody uses at this moment, for tests that run beside a stack. */
    static Ports free() {
        var sockets = new ArrayList<ServerSocket>();
        try {
            var ports = new EnumMap<Part, Integer>(Part.class);
            for (var part : Part.values()) {
                sockets.add(listen(0));
                ports.put(part, sockets.getLast().getLocalPort());
            }
            sockets.add(listen(0));
            return new Ports(ports, sockets.getLast().getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on 127.0.0.1", e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    int port(Part part) {
        return of.getOrDefault(part, part.defaultPort());
    }

    void requireFree(Collection<Part> parts) {
        var taken = new ArrayList<String>();
        for (var part : parts.stream().sorted().toList()) {
            if (isTaken(port(part))) {
                taken.add(port(part) + " (" + part.title() + ")");
            }
            if (part == Part.KAFKA && isTaken(kafkaController)) {
                taken.add(kafkaController + " (Kafka controller)");
            }
        }
        if (!taken.isEmpty()) {
            throw new StartFailed(sentence(taken));
        }
    }

    private static String sentence(List<String> taken) {
        return (taken.size() == 1 ? "Another program uses port " : "Other programs use ports ")
                + String.join(", ", taken)
                + ": end it, or take other ports with ./run --port-base 18080.";
    }

    private static boolean isTaken(int port) {
        try {
            close(listen(port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        var socket = new ServerSocket();
        // a connection of the previous run that is still in TIME_WAIT is no reason to refuse
        socket.setReuseAddress(true);
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        return socket;
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
