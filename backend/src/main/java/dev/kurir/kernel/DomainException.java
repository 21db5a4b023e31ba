package dev.kurir.kernel;

import java.util.List;

/**
 * A refusal that the caller can understand and act on; it becomes a problem document with this code. Everything else is
 * a bug and stays a plain exception.
 */
public class DomainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of refusal, and with it the HTTP status. */
    public enum Kind {
        INVALID,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        STALE,
        TOO_LARGE,
        TOO_MANY,
        UNAVAILABLE
    }

    /** One field that cannot be taken. {@code pointer} is a JSON pointer into the request body. */
    public record FieldProblem(String pointer, String code, String detail) {}

    private final Kind kind;
    private final String code;
    private final String sentence;
    private final transient List<FieldProblem> fields;

    public DomainException(Kind kind, String code, String sentence) {
        this(kind, code, sentence, List.of());
    }

    public DomainException(Kind kind, String code, String sentence, List<FieldProblem> fields) {
        super(sentence);
        this.kind = kind;
        this.code = code;
        this.sentence = sentence;
        this.fields = List.copyOf(fields);
    }

    /** One field that cannot be taken. */
    public static DomainException invalid(String pointer, String code, String sentence) {
        return new DomainException(Kind.INVALID, code, sentence, List.of(new FieldProblem(pointer, code, sentence)));
    }

    public static DomainException notFound(String what) {
        return new DomainException(
                Kind.NOT_FOUND, what + "_not_found", "There is no such " + what.replace('_', ' ') + ".");
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** What happened, for people. */
    public String sentence() {
        return sentence;
    }

    public List<FieldProblem> fields() {
        return fields;
    }
}
