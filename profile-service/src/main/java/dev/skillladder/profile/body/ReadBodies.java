package dev.skillladder.profile.body;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets our reader go before the framework's. */
@Configuration(proxyBeanMethods = false)
class ReadBodies implements WebMvcConfigurer {

    private final BodyReader reader;

    ReadBodies(BodyReader reader) {
        this.reader = reader;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(list -> {
            list.remove(reader);
            list.addFirst(reader);
        });
    }
}
