package dev.kurir.platform.problem;

import dev.kurir.kernel.DomainException.FieldProblem;
import jakarta.validation.ConstraintViolation;
import java.util.Locale;
import java.util.Map;

/** A broken constraint as a stable code and a sentence that do not depend on the machine's language. */
final class Constraints {
    private Constraints() {}

    static FieldProblem describe(String pointer, ConstraintViolation<?> violation) {
        var constraint = violation.getConstraintDescriptor();
        String name = constraint.getAnnotation().annotationType().getSimpleName();
        return switch (name) {
            case "NotNull", "NotBlank", "NotEmpty" -> new FieldProblem(pointer, "required", "This is required.");
            case "Size" -> size(pointer, violation.getInvalidValue(), constraint.getAttributes());
            case "Min", "DecimalMin", "Positive", "PositiveOrZero" ->
                new FieldProblem(pointer, "too_small", "The smallest is " + bound(constraint.getAttributes()) + ".");
            case "Max", "DecimalMax" ->
                new FieldProblem(pointer, "too_large", "The largest is " + bound(constraint.getAttributes()) + ".");
            case "Pattern" -> new FieldProblem(pointer, "invalid", "This does not have the right form.");
            default -> new FieldProblem(pointer, snake(name), violation.getMessage());
        };
    }

    private static FieldProblem size(String pointer, Object value, Map<String, Object> limits) {
        boolean text = value instanceof CharSequence;
        long length = value instanceof CharSequence chars
                ? chars.length()
                : value instanceof Iterable<?> all ? count(all) : 0;
        int max = (int) limits.getOrDefault("max", Integer.MAX_VALUE);
        return length > max
                ? new FieldProblem(
                        pointer, text ? "too_long" : "too_many", "At most " + max + (text ? " characters." : "."))
                : new FieldProblem(
                        pointer,
                        text ? "too_short" : "too_few",
                        "At least " + limits.get("min") + (text ? " characters." : "."));
    }

    private static long count(Iterable<?> all) {
        long count = 0;
        for (Object _ : all) {
            count++;
        }
        return count;
    }

    private static Object bound(Map<String, Object> attributes) {
        return attributes.getOrDefault("value", "0");
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
