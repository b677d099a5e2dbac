package dev.skillladder.gateway.proxy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * An answer that is closed before its end is normally read to its end; for an endless stream that never returns and the
 * connection to the service stays open for ever (spring-cloud-gateway issue 3999). This ends the connection instead.
 */
final class PromptlyClosed implements ExecChainHandler {

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        if (response.getEntity() != null) {
            response.setEntity(new Entity(response.getEntity(), scope.execRuntime));
        }
        return response;
    }

    private static final class Entity extends HttpEntityWrapper {

        private final ExecRuntime connection;

        Entity(HttpEntity entity, ExecRuntime connection) {
            super(entity);
            this.connection = connection;
        }

        @Override
        public InputStream getContent() throws IOException {
            return new Body(super.getContent(), connection);
        }
    }

    private static final class Body extends FilterInputStream {

        private final ExecRuntime connection;
        private boolean ended;

        Body(InputStream body, ExecRuntime connection) {
            super(body);
            this.connection = connection;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            ended |= next < 0;
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            ended |= count < 0;
            return count;
        }

        @Override
        public void close() throws IOException {
            if (!ended) {
                connection.discardEndpoint();
            }
            super.close();
        }
    }
}
