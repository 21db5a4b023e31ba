package dev.kurir.campaign;

import dev.kurir.content.Format;
import dev.kurir.content.Template;
import dev.kurir.content.UsedVariable;
import dev.kurir.content.Variables;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The parts of a content that use variables, each with the field it stands in. */
record ContentParts(List<Part> parts) {

    /** One part. */
    record Part(String field, String source, Template template) {
        boolean isBlank() {
            return source.isBlank();
        }

        boolean uses(String variable) {
            return template.variables().stream().anyMatch(used -> used.name().equals(variable));
        }
    }

    /** A variable and the first part that uses it. */
    record Use(String variable, String field) {}

    static ContentParts of(CampaignContent content) {
        return new ContentParts(List.of(
                part("subject", content.subject(), Format.LINE),
                part("preheader", content.preheader(), Format.LINE),
                part("html", content.html(), Format.HTML),
                part("text", content.text(), Format.TEXT)));
    }

    Part named(String field) {
        return parts.stream()
                .filter(part -> part.field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    /** The custom values in use, without {@code data.}. */
    List<String> columns() {
        return uses(_ -> true).stream()
                .map(Use::variable)
                .filter(name -> name.startsWith("data."))
                .map(name -> name.substring("data.".length()))
                .toList();
    }

    /** Names that no contact, account or link can give. */
    List<Use> unknown() {
        return uses(_ -> true).stream()
                .filter(use -> !Variables.isKnown(use.variable()))
                .toList();
    }

    /** Where the custom values stand that nobody has. */
    List<Use> unknownColumns(Collection<String> columns) {
        return uses(_ -> true).stream()
                .filter(use -> columns.contains(use.variable().replaceFirst("^data\\.", "")))
                .filter(use -> use.variable().startsWith("data."))
                .toList();
    }

    /** What a contact should have, because there is nothing to put in its place. */
    List<Use> withoutFallback() {
        return uses(used -> !used.fallback()).stream()
                .filter(use -> Variables.isKnown(use.variable()) && isOfContact(use.variable()))
                .toList();
    }

    private List<Use> uses(Predicate<UsedVariable> which) {
        return parts.stream()
                .flatMap(part -> part.template().variables().stream()
                        .filter(which)
                        .map(used -> new Use(used.name(), part.field())))
                .collect(Collectors.toMap(Use::variable, use -> use, (first, _) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private static boolean isOfContact(String variable) {
        return !variable.startsWith("account.") && !variable.endsWith("_url");
    }

    private static Part part(String field, String source, Format format) {
        return new Part(field, source, Template.parse(source, format));
    }
}
