package dev.kurir.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Text with places for values, {@code {{name|fallback}}}. There is no logic in it: a template that could compute could
 * also leak. One with problems can be looked at, but not rendered.
 */
public record Template(Format format, List<Piece> pieces, List<TemplateProblem> problems) {
    public Template {
        pieces = List.copyOf(pieces);
        problems = List.copyOf(problems);
    }

    public static Template parse(String source, Format format) {
        return new TemplateParser(source, format).parse();
    }

    public boolean isValid() {
        return problems.isEmpty();
    }

    /** What it uses, in the order of first use. */
    public List<UsedVariable> variables() {
        Map<String, Boolean> used = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Slot slot) {
                used.merge(slot.variable(), slot.fallback() != null, Boolean::logicalAnd);
            }
        }
        return used.entrySet().stream()
                .map(entry -> new UsedVariable(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The text with what is known: a place without a value and without a fallback stays as it is written. */
    public String fill(Map<String, String> values) {
        return pieces.stream()
                .map(piece -> piece instanceof Piece.Slot slot && !slot.isFilled(values)
                        ? Tags.of(slot.variable())
                        : piece.render(values))
                .collect(Collectors.joining());
    }

    /** The text for one recipient, every value escaped for where it stands. */
    public String render(Map<String, String> values) {
        if (!isValid()) {
            throw new IllegalStateException("a template with problems cannot be rendered: " + problems);
        }
        return pieces.stream().map(piece -> piece.render(values)).collect(Collectors.joining());
    }
}
