package dev.skillladder.gateway.proxy;

import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A service that states what a browser may do with its page has the last word: of two policies a browser keeps both, and
 * the page would lose its styles.
 */
@Component
class StatedPolicy implements ResponseHttpHeadersFilter {

    private static final String POLICY = "Content-Security-Policy";

    @Override
    public HttpHeaders apply(HttpHeaders stated, ServerResponse answer) {
        if (stated.containsHeader(POLICY)
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                && current.getResponse() != null) {
            current.getResponse().setHeader(POLICY, null);
        }
        return stated;
    }
}
