package dev.skillladder.benchmarks.bare;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** One route without filters, given on the command line. Ends when its standard input does. */
@SpringBootApplication(proxyBeanMethods = false)
public class BareGateway {

    public static void main(String[] args) {
        SpringApplication.run(BareGateway.class, args);
        Thread.ofPlatform().daemon().name("leash").start(BareGateway::endWithStarter);
    }

    private static void endWithStarter() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
