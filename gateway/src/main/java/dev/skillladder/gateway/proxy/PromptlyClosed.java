package dev.skillladder.gateway.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/**
 * The stock response reads a body to its end when it is closed; for an endless stream that never returns and the
 * connection to the service stays open for ever (spring-cloud-gateway issue 3999). This one closes the body instead.
 */
final class PromptlyClosed {

    private static final Logger LOG = LoggerFactory.getLogger(PromptlyClosed.class);

    private PromptlyClosed() {}

    static ClientHttpRequest request(ClientHttpRequest request) {
        return new Request(request);
    }

    private record Request(ClientHttpRequest request) implements ClientHttpRequest, StreamingHttpOutputMessage {

        @Override
        public ClientHttpResponse execute() throws IOException {
            return new Response(request.execute());
        }

        @Override
        public void setBody(StreamingHttpOutputMessage.Body body) {
            ((StreamingHttpOutputMessage) request).setBody(body);
        }

        @Override
        public HttpMethod getMethod() {
            return request.getMethod();
        }

        @Override
        public URI getURI() {
            return request.getURI();
        }

        @Override
        public HttpHeaders getHeaders() {
            return request.getHeaders();
        }

        @Override
        public Map<String, Object> getAttributes() {
            return request.getAttributes();
        }

        @Override
        public OutputStream getBody() throws IOException {
            return request.getBody();
        }
    }

    private record Response(ClientHttpResponse response) implements ClientHttpResponse {

        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return response.getStatusCode();
        }

        @Override
        public String getStatusText() throws IOException {
            return response.getStatusText();
        }

        @Override
        public HttpHeaders getHeaders() {
            return response.getHeaders();
        }

        @Override
        public InputStream getBody() throws IOException {
            return response.getBody();
        }

        @Override
        public void close() {
            try {
                response.getBody().close();
            } catch (IOException gone) {
                LOG.debug("the service's answer was gone before it was closed", gone);
            }
        }
    }
}
