package dev.skillladder.gateway.page;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How long a browser may keep what. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

    private static final String BUILT = "classpath:/static/";
    private static final Duration A_YEAR = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // names change with the content
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(BUILT + "assets/")
                .setUseLastModified(false)
                .setCacheControl(CacheControl.maxAge(A_YEAR).cachePublic().immutable());
        // names the assets, so it is asked for each time; the build gives all files one date, which tells nothing
        registry.addResourceHandler("/**")
                .addResourceLocations(BUILT)
                .setUseLastModified(false)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new FileOrPage());
    }
}
