package dev.skillladder.gateway.proxy;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
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
}
