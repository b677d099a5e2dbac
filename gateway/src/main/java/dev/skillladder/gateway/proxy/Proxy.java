package dev.skillladder.gateway.proxy;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ClientHttpRequestFactoryProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;

/** What Spring Cloud Gateway uses to reach the services. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Times.class)
class Proxy {

    @Bean
    ClientHttpRequestFactory connections(Times times) {
        return Connections.within(times);
    }

    /**
     * Straight over the connections. The default goes through a RestClient, which converts all headers once more and
     * observes each call again, for an eighth of the gateway's time.
     */
    @Bean
    ProxyExchange exchange(ClientHttpRequestFactory connections, GatewayMvcProperties properties) {
        return new ClientHttpRequestFactoryProxyExchange(connections, properties);
    }
}
