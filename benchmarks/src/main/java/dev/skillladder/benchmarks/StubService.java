package dev.skillladder.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers every GET with the same kilobyte of JSON, as cheaply as can be. */
final class StubService implements AutoCloseable {

    private static final int END_OF_HEAD = '\r' << 24 | '\n' << 16 | '\r' << 8 | '\n';
    private static final byte[] ANSWER = answer();

    private final ServerSocket listener;

    private StubService(ServerSocket listener) {
        this.listener = listener;
    }

    static StubService start() throws IOException {
        var stub = new StubService(new ServerSocket(0, 256, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().name("stub").start(stub::accept);
        return stub;
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket caller = listener.accept();
                caller.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void serve(Socket caller) {
        try (caller) {
            var in = new BufferedInputStream(caller.getInputStream());
            while (skipHead(in)) {
                caller.getOutputStream().write(ANSWER);
            }
        } catch (IOException e) {
            System.err.println("stub: a caller broke off: " + e.getMessage());
        }
    }

    /** False at the end of the connection. */
    private static boolean skipHead(InputStream in) throws IOException {
        int last = 0;
        while (last != END_OF_HEAD) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            last = last << 8 | next;
        }
        return true;
    }

    private static byte[] answer() {
        String body = "{\"items\":[\"" + "x".repeat(1000) + "\"]}";
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
