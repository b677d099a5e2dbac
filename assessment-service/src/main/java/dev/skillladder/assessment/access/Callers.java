package dev.skillladder.assessment.access;

import dev.skillladder.assessment.knownengineer.KnownEngineers;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands controllers the {@link Caller} of the checked token. */
@Component
class Callers implements HandlerMethodArgumentResolver {

    private final AccessSettings settings;
    private final KnownEngineers engineers;

    Callers(AccessSettings settings, KnownEngineers engineers) {
        this.settings = settings;
        this.engineers = engineers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            return caller(token.getToken());
        }
        throw new InsufficientAuthenticationException("no token");
    }

    private Caller caller(Jwt token) {
        String person = token.getClaimAsString(settings.personClaim());
        if (person == null || person.isBlank()) {
            throw new InsufficientAuthenticationException("the token has no claim " + settings.personClaim());
        }
        List<String> roles = token.getClaimAsStringList(settings.rolesClaim());
        return new Caller(
                engineers.identified(person).orElse(null), roles == null ? Set.of() : Set.copyOf(roles), person);
    }
}
