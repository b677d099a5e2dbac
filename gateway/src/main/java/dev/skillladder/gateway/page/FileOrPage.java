package dev.skillladder.gateway.page;

import dev.skillladder.gateway.request.Navigation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** A file where there is one; else, for a browser, the one page, which knows from the address what to show. */
final class FileOrPage extends PathResourceResolver {

    private static final String PAGE = "index.html";

    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        Resource file = super.resolveResourceInternal(request, path, locations, chain);
        if (file != null || request == null || !Navigation.opensPage(request)) {
            return file;
        }
        return super.resolveResourceInternal(request, PAGE, locations, chain);
    }
}
