package dev.kurir.platform.problem;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.DomainException.FieldProblem;
import dev.kurir.kernel.Id;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/** A body that is no JSON, or JSON that does not fit: the field is named where Jackson knows it. */
final class UnreadableJson {
    private UnreadableJson() {}

    static Problem problem(JacksonException failure) {
        String pointer = Pointers.ofJson(failure);
        if (!(failure instanceof DatabindException) || pointer.isEmpty()) {
            return Problem.of(
                    HttpStatus.BAD_REQUEST, "malformed_json", "The body is not the JSON that is expected here.");
        }
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid",
                "Some fields cannot be taken.",
                List.of(field(pointer, failure)));
    }

    private static FieldProblem field(String pointer, JacksonException failure) {
        if (failure.getCause() instanceof DomainException refusal) {
            return new FieldProblem(pointer, refusal.code(), refusal.sentence());
        }
        Class<?> wanted = failure instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (wanted == null) {
            return new FieldProblem(pointer, "invalid", "This value cannot be taken.");
        }
        if (Id.class.isAssignableFrom(wanted)) {
            return new FieldProblem(pointer, "unknown_id", "There is no such thing.");
        }
        return wanted.isEnum() ? choice(pointer, wanted) : wrongType(pointer, wanted);
    }

    private static FieldProblem choice(String pointer, Class<?> wanted) {
        String known = Arrays.stream(wanted.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return new FieldProblem(pointer, "unknown_value", "Known are: " + known + ".");
    }

    private static FieldProblem wrongType(String pointer, Class<?> wanted) {
        return new FieldProblem(
                pointer,
                "wrong_type",
                "This should be a " + wanted.getSimpleName().toLowerCase(Locale.ROOT) + ".");
    }
}
