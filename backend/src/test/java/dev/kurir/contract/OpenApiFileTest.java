package dev.kurir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The contract itself is in order. */
class OpenApiFileTest {

    private final OpenApiDocument contract = OpenApiDocument.contract();

    @Test
    void everyOperationHasItsOwnName() {
        assertThat(contract.operations().values())
                .extracting(ApiOperation::operationId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z][a-zA-Z]+"));
    }

    @Test
    void everyOperationSaysWhatItAnswersWhenItRefuses() {
        assertThat(operations())
                .allSatisfy((key, operation) -> assertThat(
                                contract.resolved(operation.path("responses").path("default"))
                                        .path("content")
                                        .propertyNames())
                        .as(key)
                        .containsExactly("application/problem+json"));
    }

    @Test
    void everyTagIsDescribed() {
        Set<String> described = contract.root()
                .path("tags")
                .valueStream()
                .map(tag -> tag.path("name").asString())
                .collect(Collectors.toSet());

        assertThat(operations())
                .allSatisfy((key, operation) -> assertThat(
                                operation.path("tags").valueStream().map(JsonNode::asString))
                        .as(key)
                        .hasSize(1)
                        .isSubsetOf(described));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(references(contract.root())
                        .filter(reference ->
                                contract.root().at(reference.substring(1)).isMissingNode()))
                .isEmpty();
    }

    private Map<String, JsonNode> operations() {
        return contract.root().path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(member -> member.getValue().has("operationId"))
                        .map(member -> Map.entry(member.getKey() + " " + path.getKey(), member.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<String> references(JsonNode node) {
        Stream<String> own = node.has("$ref") ? Stream.of(node.path("$ref").asString()) : Stream.empty();
        return Stream.concat(own, node.valueStream().flatMap(OpenApiFileTest::references));
    }
}
