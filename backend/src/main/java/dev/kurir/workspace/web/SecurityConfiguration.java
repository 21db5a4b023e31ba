package dev.kurir.workspace.web;

import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.pathMatchers;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.DomainException.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.ExceptionHandlingSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import reactor.core.publisher.Mono;

/** Who may ask for what: everything under /api needs a session, except what the contract marks as open. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {
    /**
     * The page runs no inline script. Inline styles are the component library's and those of mails in their frames;
     * pictures from elsewhere are those of mails that people write.
     */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:; font-src 'self' data:; "
            + "connect-src 'self'; worker-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    /** Conversations, what belongs to them, and their own profile. */
    private static final String[] WORK_OF_AGENTS = {
        "/api/v1/conversations/**",
        "/api/v1/conversation-moves/**",
        "/api/v1/attachments/**",
        "/api/v1/mails/**",
        "/api/v1/quick-replies/**",
        "/api/v1/me/**",
        "/api/v1/session",
        "/api/v1/stream"
    };

    /** What conversations are filtered by, given to and written from. */
    private static final String[] NAMES_FOR_AGENTS = {
        "/api/v1/users", "/api/v1/teams", "/api/v1/accounts/names", "/api/v1/campaigns/names", "/api/v1/mailboxes"
    };

    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http, SessionSecurityContexts sessions) {
        return http.securityContextRepository(sessions)
                .authorizeExchange(SecurityConfiguration::routes)
                .csrf(SecurityConfiguration::csrf)
                .headers(SecurityConfiguration::headers)
                .exceptionHandling(SecurityConfiguration::refusals)
                .addFilterBefore(new SameOriginFilter(), SecurityWebFiltersOrder.CSRF)
                .addFilterAfter(new CsrfCookieFilter(), SecurityWebFiltersOrder.CSRF)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .build();
    }

    private static void routes(AuthorizeExchangeSpec routes) {
        routes.pathMatchers("/api/v1/setup")
                .permitAll()
                .pathMatchers(HttpMethod.POST, "/api/v1/session", "/api/v1/join")
                .permitAll()
                .pathMatchers(HttpMethod.GET, NAMES_FOR_AGENTS)
                .authenticated()
                .pathMatchers("/api/v1/users/**", "/api/v1/invites/**")
                .hasRole("OWNER")
                .pathMatchers(HttpMethod.GET, "/api/v1/mails/quarantined")
                .hasAnyRole("OWNER", "MANAGER")
                .pathMatchers(WORK_OF_AGENTS)
                .authenticated()
                .pathMatchers("/api/**")
                .hasAnyRole("OWNER", "MANAGER")
                .anyExchange()
                .permitAll();
    }

    /** Mail programs post to /u without cookies (RFC 8058). */
    private static void csrf(CsrfSpec csrf) {
        CookieServerCsrfTokenRepository cookie = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieCustomizer(settings -> settings.sameSite("Lax"));
        csrf.csrfTokenRepository(cookie)
                .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                .requireCsrfProtectionMatcher(new AndServerWebExchangeMatcher(
                        CsrfWebFilter.DEFAULT_CSRF_MATCHER, new NegatedServerWebExchangeMatcher(pathMatchers("/u/**"))))
                .accessDeniedHandler((exchange, denied) -> Mono.error(() ->
                        new DomainException(Kind.FORBIDDEN, "csrf_token_invalid", "Reload the page and try again.")));
    }

    private static void headers(HeaderSpec headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(frame -> frame.mode(XFrameOptionsServerHttpHeadersWriter.Mode.DENY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicy(permissions -> permissions.policy("camera=(), microphone=(), geolocation=()"));
    }

    private static void refusals(ExceptionHandlingSpec refusals) {
        refusals.authenticationEntryPoint((exchange, _) ->
                        Mono.error(() -> new DomainException(Kind.UNAUTHENTICATED, "unauthenticated", "Log in first.")))
                .accessDeniedHandler((exchange, _) -> Mono.error(
                        () -> new DomainException(Kind.FORBIDDEN, "forbidden", "Your role does not allow this.")));
    }
}
