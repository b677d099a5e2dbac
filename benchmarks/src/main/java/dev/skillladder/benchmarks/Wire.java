package dev.skillladder.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One HTTP/1.1 connection, opened anew when the server ends it. A full HTTP client would cost as much as what it measures. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(60).toMillis();

    private final URI address;
    private Socket socket;
    private InputStream in;

    Wire(String url) {
        address = URI.create(url);
        try {
            socket = connected();
            in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Socket connected() throws IOException {
        Socket connected = new Socket();
        connected.setTcpNoDelay(true);
        connected.setSoTimeout(PATIENCE_MILLIS);
        connected.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MILLIS);
        return connected;
    }

    /** Servers end a connection after some number of requests and say so in the last answer. */
    private void reconnect() throws IOException {
        socket.close();
        socket = connected();
        in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    }

    /** A status and a body. */
    record Answer(int status, String body) {

        Answer expect(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException("status " + status + " instead of " + wanted + ": " + body);
            }
            return this;
        }
    }

    Answer get(String path, String token) {
        return send(request("GET", path, token, ""));
    }

    Answer post(String path, String token, String body) {
        return send(request("POST", path, token, body));
    }

    private byte[] request(String method, String path, String token, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nAuthorization: Bearer " + token
                + "\r\nAccept: application/json\r\n"
                + (bytes.length == 0
                        ? "\r\n"
                        : "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n");
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    private Answer send(byte[] request) {
        try {
            socket.getOutputStream().write(request);
            return answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (header.regionMatches(true, 0, "Transfer-Encoding:", 0, 18)) {
                chunked = true;
            } else if (header.equalsIgnoreCase("Connection: close")) {
                last = true;
            }
        }
        byte[] body = chunked ? chunks() : in.readNBytes(length);
        if (last) {
            reconnect();
        }
        return new Answer(status, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        int size;
        do {
            size = Integer.parseInt(line(), 16);
            body.writeBytes(in.readNBytes(size));
            line();
        } while (size > 0);
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection was closed before an answer");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
