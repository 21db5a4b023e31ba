package dev.kurir.platform.problem;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.DomainException.FieldProblem;
import jakarta.validation.ConstraintViolation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.ServerWebInputException;

/** What Bean Validation and the binding of parameters refused, field by field. */
final class InvalidFields {
    private InvalidFields() {}

    static List<FieldProblem> of(WebExchangeBindException refused) {
        return ofErrors(refused).toList();
    }

    static List<FieldProblem> of(HandlerMethodValidationException refused) {
        return refused.getParameterValidationResults().stream()
                .flatMap(InvalidFields::ofResult)
                .toList();
    }

    /** A parameter of the query whose converter refused. */
    static List<FieldProblem> of(ServerWebInputException input, DomainException refusal) {
        return List.of(new FieldProblem("/" + nameOf(input).orElse(""), refusal.code(), refusal.sentence()));
    }

    /** A parameter that is missing or of the wrong type. */
    static Optional<FieldProblem> parameter(ServerWebInputException input) {
        return nameOf(input)
                .map(name -> new FieldProblem("/" + name, "invalid", "This value cannot be read or is missing."));
    }

    private static Optional<String> nameOf(ServerWebInputException input) {
        return Optional.ofNullable(input.getMethodParameter()).flatMap(InvalidFields::nameOf);
    }

    private static Optional<String> nameOf(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(org.springframework.web.bind.annotation.RequestBody.class)
                ? Optional.empty()
                : Optional.ofNullable(parameter.getParameterName());
    }

    private static Stream<FieldProblem> ofResult(ParameterValidationResult result) {
        if (result instanceof ParameterErrors body) {
            return ofErrors(body);
        }
        String pointer = "/" + nameOf(result.getMethodParameter()).orElse("");
        return result.getResolvableErrors().stream()
                .map(error -> Constraints.describe(pointer, violation(result, error)));
    }

    private static ConstraintViolation<?> violation(ParameterValidationResult result, MessageSourceResolvable error) {
        return result.unwrap(error, ConstraintViolation.class);
    }

    private static Stream<FieldProblem> ofErrors(Errors errors) {
        return errors.getAllErrors().stream().map(InvalidFields::ofError);
    }

    private static FieldProblem ofError(ObjectError error) {
        String pointer = error instanceof FieldError field ? Pointers.ofBeanPath(field.getField()) : "";
        return error.contains(ConstraintViolation.class)
                ? Constraints.describe(pointer, error.unwrap(ConstraintViolation.class))
                : new FieldProblem(pointer, "invalid", "This value cannot be read.");
    }
}
