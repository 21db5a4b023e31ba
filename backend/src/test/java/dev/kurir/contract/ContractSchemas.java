package dev.kurir.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of all answers. A member that a schema does not name is an error: nothing leaks unseen. */
final class ContractSchemas {

    private final OpenApiDocument contract = OpenApiDocument.contract();
    private final ObjectNode components;
    private final List<PathPattern> paths;
    private final SchemaRegistry registry = SchemaRegistry.withDialect(
            Dialects.getDraft202012(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    ContractSchemas() {
        components = (ObjectNode) contract.root().path("components").deepCopy();
        close(components);
        paths = contract.root().path("paths").propertyNames().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .sorted()
                .toList();
    }

    /** What is wrong with the answer; empty if it is as promised. */
    List<String> problems(String method, String path, int status, String mediaType, byte[] body) {
        Optional<PathPattern> pattern = paths.stream()
                .filter(candidate -> candidate.matches(PathContainer.parsePath(path)))
                .findFirst();
        if (pattern.isEmpty()) {
            // what nobody promised may be refused
            boolean refused = status >= 400 && status < 500 && mediaType.startsWith("application/problem+json");
            return refused ? List.of() : List.of("the contract has no path " + path);
        }
        JsonNode responses = contract.root()
                .path("paths")
                .path(pattern.get().getPatternString())
                .path(method)
                .path("responses");
        JsonNode response = responses.has(Integer.toString(status))
                ? responses.path(Integer.toString(status))
                // Not a way out for a success that nobody promised.
                : responses.path(status >= 400 ? "default" : "none");
        JsonNode schema =
                contract.resolved(response).path("content").path(mediaType).path("schema");
        if (schema.isMissingNode()) {
            return List.of("the contract promises no " + mediaType + " with status " + status);
        }
        String key = method + pattern.get() + status + mediaType;
        return compiled.computeIfAbsent(key, _ -> compile(schema)).validate(new JsonMapper().readTree(body)).stream()
                .map(Error::toString)
                .toList();
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        close(whole);
        whole.set("components", components);
        return registry.getSchema(whole);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && object.path("type").isString()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.valueStream().forEach(ContractSchemas::close);
    }
}
