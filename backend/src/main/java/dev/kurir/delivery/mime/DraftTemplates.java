package dev.kurir.delivery.mime;

import dev.kurir.content.Format;
import dev.kurir.content.Piece;
import dev.kurir.content.PlainText;
import dev.kurir.content.Preheader;
import dev.kurir.content.Template;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.DomainException.FieldProblem;
import dev.kurir.kernel.SingleLine;
import dev.kurir.outbox.DraftContent;
import java.util.List;
import java.util.stream.Stream;

/** The templates of a draft: what is missing is made, what is malformed is refused. */
record DraftTemplates(Template subject, Template html, Template text) {
    static DraftTemplates of(DraftContent draft) {
        SingleLine.require("/subject", draft.subject());
        SingleLine.require("/preheader", draft.preheader());
        SingleLine.require("/fromName", draft.fromName());
        DraftTemplates templates = draft.kind() == DraftContent.Kind.REPLY ? asWritten(draft) : withVariables(draft);
        templates.requireUsable(draft);
        return templates;
    }

    /** A person's own words: what looks like a variable is none. */
    private static DraftTemplates asWritten(DraftContent draft) {
        String text = draft.text().isBlank() ? PlainText.fromHtml(draft.html()) : draft.text();
        return new DraftTemplates(
                literal(draft.subject(), Format.LINE), literal(draft.html(), Format.HTML), literal(text, Format.TEXT));
    }

    private static Template literal(String text, Format format) {
        List<Piece> pieces = text.isBlank() ? List.of() : List.of(new Piece.Literal(text));
        return new Template(format, pieces, List.of());
    }

    private static DraftTemplates withVariables(DraftContent draft) {
        boolean hasHtml = !draft.html().isBlank();
        String html = hasHtml ? Preheader.into(draft.html(), draft.preheader()) : "";
        String text = draft.text().isBlank() ? PlainText.fromHtml(draft.html()) : draft.text();
        return new DraftTemplates(
                Template.parse(draft.subject(), Format.LINE),
                Template.parse(html, Format.HTML),
                Template.parse(text, Format.TEXT));
    }

    boolean hasHtml() {
        return !html.pieces().isEmpty();
    }

    /** The text part is left out only where nothing can be said in words. */
    boolean hasText() {
        return !text.pieces().isEmpty();
    }

    private void requireUsable(DraftContent draft) {
        if (!hasHtml() && !hasText()) {
            throw DomainException.invalid("/html", "content_missing", "There is neither HTML nor text.");
        }
        if (draft.kind() == DraftContent.Kind.REPLY) {
            return;
        }
        // Positions are those of what the author wrote, so the author's fields are looked at, not what we made of them.
        List<FieldProblem> problems = Stream.of(
                        problems("/subject", subject),
                        problems("/preheader", Template.parse(draft.preheader(), Format.LINE)),
                        problems("/html", Template.parse(draft.html(), Format.HTML)),
                        problems("/text", text))
                .flatMap(found -> found)
                .toList();
        if (!problems.isEmpty()) {
            throw new DomainException(
                    DomainException.Kind.INVALID,
                    "template_invalid",
                    problems.getFirst().detail(),
                    problems);
        }
    }

    private static Stream<FieldProblem> problems(String pointer, Template template) {
        return template.problems().stream()
                .map(problem -> new FieldProblem(
                        pointer,
                        problem.code(),
                        "Line %d, column %d: %s".formatted(problem.line(), problem.column(), problem.detail())));
    }
}
