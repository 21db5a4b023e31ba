package dev.kurir.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An OpenAPI document, the hand-written or the generated one. */
record OpenApiDocument(JsonNode root) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    /** The contract, as it is served. */
    static OpenApiDocument contract() {
        try (InputStream file = OpenApiDocument.class.getResourceAsStream("/static/openapi.yaml")) {
            return new OpenApiDocument(new YAMLMapper().readTree(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static OpenApiDocument generated(byte[] json) {
        return new OpenApiDocument(new JsonMapper().readTree(json));
    }

    /** All operations by {@code GET /path}. */
    Map<String, ApiOperation> operations() {
        Map<String, ApiOperation> operations = new TreeMap<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation(path.getValue(), operation.getValue()))));
        return operations;
    }

    /** The node itself, or the one that it refers to. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode() ? node : root.at(reference.asString().substring(1));
    }

    private ApiOperation operation(JsonNode path, JsonNode operation) {
        Set<String> parameters = new TreeSet<>();
        Stream.concat(
                        path.path("parameters").valueStream(),
                        operation.path("parameters").valueStream())
                .map(this::resolved)
                .forEach(parameter -> parameters.add(parameter.path("in").asString() + " "
                        + parameter.path("name").asString() + mark(parameter)));
        JsonNode body = resolved(operation.path("requestBody"));
        Set<String> bodies = new TreeSet<>();
        body.path("content").propertyNames().forEach(type -> bodies.add(type + mark(body)));
        return new ApiOperation(operation.path("operationId").asString(), parameters, bodies, responses(operation));
    }

    private Map<String, Set<String>> responses(JsonNode operation) {
        Map<String, Set<String>> responses = new TreeMap<>();
        operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> responses.put(
                        response.getKey(),
                        new TreeSet<>(
                                resolved(response.getValue()).path("content").propertyNames())));
        return responses;
    }

    private static String mark(JsonNode node) {
        return node.path("required").asBoolean(false) ? "!" : "";
    }
}
