package dev.kurir.platform.problem;

import dev.kurir.kernel.DomainException;
import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;

/** Which problem a failure is. Nothing that the program did not mean to say leaves with it. */
final class ProblemMapper {
    private static final String FIELDS = "Some fields cannot be taken.";

    private ProblemMapper() {}

    static Problem of(Throwable failure) {
        return isDiskFull(failure)
                ? Problem.of(
                        HttpStatus.INSUFFICIENT_STORAGE,
                        "disk_full",
                        "There is no room left on the disk of the server. Nothing of this was done.")
                : byKind(failure);
    }

    private static Problem byKind(Throwable failure) {
        return switch (failure) {
            case RetryLaterException later -> refusal(later).retryAfter(later.seconds());
            case DomainException refusal -> refusal(refusal);
            case WebExchangeBindException bind -> invalid(InvalidFields.of(bind));
            case HandlerMethodValidationException invalid -> invalid(InvalidFields.of(invalid));
            case ServerWebInputException input -> input(input);
            case DataBufferLimitException _ ->
                Problem.of(HttpStatus.CONTENT_TOO_LARGE, "body_too_large", "This is more than can be taken here.");
            case ErrorResponse response ->
                byStatus(response.getStatusCode(), response.getBody().getDetail());
            case TransientDataAccessException _ -> unavailable();
            case NonTransientDataAccessResourceException _ -> unavailable();
            default ->
                Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal_error", "Something went wrong on our side.");
        };
    }

    private static Problem refusal(DomainException refusal) {
        return Problem.of(statusOf(refusal.kind()), refusal.code(), refusal.sentence(), refusal.fields());
    }

    private static HttpStatus statusOf(DomainException.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static Problem invalid(List<DomainException.FieldProblem> fields) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", FIELDS, fields);
    }

    /** The JDK has no type for it, only the words of the system; PostgreSQL has a code. */
    private static boolean isDiskFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean byFile = cause instanceof IOException io
                    && String.valueOf(io.getMessage()).contains("No space left");
            boolean byDatabase = cause instanceof R2dbcException sql && "53100".equals(sql.getSqlState());
            if (byFile || byDatabase) {
                return true;
            }
        }
        return false;
    }

    private static Problem unavailable() {
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "database_unavailable",
                "The database does not answer. Try again soon.");
    }

    /** Something in path, query or body could not be read. */
    private static Problem input(ServerWebInputException input) {
        for (Throwable cause = input.getCause(); cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DomainException refusal -> {
                    return isInPath(input) ? refusal(refusal) : invalid(InvalidFields.of(input, refusal));
                }
                case JacksonException json -> {
                    return UnreadableJson.problem(json);
                }
                default -> {}
            }
        }
        if (input.getCause() instanceof DecodingException) {
            return Problem.of(HttpStatus.BAD_REQUEST, "malformed_body", "The body cannot be read.");
        }
        return InvalidFields.parameter(input)
                .map(field -> invalid(List.of(field)))
                .orElseGet(() -> byStatus(HttpStatus.BAD_REQUEST, input.getReason()));
    }

    private static boolean isInPath(ServerWebInputException input) {
        return input.getMethodParameter() != null
                && input.getMethodParameter()
                        .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
    }

    private static Problem byStatus(HttpStatusCode status, @Nullable String detail) {
        HttpStatus known = HttpStatus.resolve(status.value());
        HttpStatus used = known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        return Problem.of(used, used.name().toLowerCase(Locale.ROOT), used.is5xxServerError() ? null : detail);
    }
}
