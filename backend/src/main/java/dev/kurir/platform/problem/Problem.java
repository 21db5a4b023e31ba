package dev.kurir.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kurir.kernel.DomainException.FieldProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The document that tells a client what went wrong. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        String type,
        String title,
        int status,
        String code,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable String requestId,
        @Nullable Long retryAfter,
        List<FieldProblem> errors) {

    static Problem of(HttpStatus status, String code, @Nullable String detail, List<FieldProblem> errors) {
        return new Problem(
                "urn:kurir:problem:" + code,
                status.getReasonPhrase(),
                status.value(),
                code,
                detail,
                null,
                null,
                null,
                errors);
    }

    static Problem of(HttpStatus status, String code, @Nullable String detail) {
        return of(status, code, detail, List.of());
    }

    Problem retryAfter(long seconds) {
        return new Problem(type, title, status, code, detail, instance, requestId, seconds, errors);
    }

    Problem at(String path, String request) {
        return new Problem(type, title, status, code, detail, path, request, retryAfter, errors);
    }
}
