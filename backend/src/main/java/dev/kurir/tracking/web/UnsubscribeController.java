package dev.kurir.tracking.web;

import dev.kurir.tracking.Unsubscribes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/u/{token}", produces = MediaType.TEXT_HTML_VALUE)
class UnsubscribeController {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Unsubscribes unsubscribes;

    UnsubscribeController(Unsubscribes unsubscribes) {
        this.unsubscribes = unsubscribes;
    }

    /** Scanners of mail programs open every link: looking changes nothing. */
    @GetMapping
    @Operation(operationId = "showUnsubscribe", tags = "public")
    Mono<ResponseEntity<String>> showUnsubscribe(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        return unsubscribes.look(token).map(link -> page(link, language(lang, headers), PageText::ask));
    }

    /** From the button, or from a mail program that shows one of its own (RFC 8058); the body is not needed. */
    @PostMapping
    @Operation(operationId = "unsubscribe", tags = "public")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_FORM_URLENCODED_VALUE))
    Mono<ResponseEntity<String>> unsubscribe(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        return unsubscribes.unsubscribe(token).map(link -> page(link, language(lang, headers), PageText::done));
    }

    private static ResponseEntity<String> page(
            Unsubscribes.Link link, PageLanguage language, Function<PageLanguage, PageText> real) {
        return switch (link) {
            case REAL -> page(HttpStatus.OK, language, real.apply(language));
            case INERT -> page(HttpStatus.OK, language, PageText.test(language));
            case UNKNOWN -> page(HttpStatus.NOT_FOUND, language, PageText.unknown(language));
        };
    }

    private static ResponseEntity<String> page(HttpStatus status, PageLanguage language, PageText text) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header("Content-Security-Policy", Page.CONTENT_SECURITY_POLICY)
                // Not no-referrer: browsers would then send the button's POST with `Origin: null`.
                .header("Referrer-Policy", "same-origin")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new Page(language, text).html());
    }

    private static PageLanguage language(@Nullable String asked, HttpHeaders headers) {
        return PageLanguage.of(asked, accepted(headers));
    }

    private static List<Locale.LanguageRange> accepted(HttpHeaders headers) {
        try {
            return headers.getAcceptLanguage();
        } catch (IllegalArgumentException nonsense) {
            return List.of();
        }
    }
}
