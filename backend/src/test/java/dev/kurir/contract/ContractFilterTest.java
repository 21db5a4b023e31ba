package dev.kurir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the check of the answers finds, seen on answers that break the contract. */
class ContractFilterTest {

    private static final String WORKSPACE_ID = "01890a5d-ac96-774b-bcce-b302099a8057";

    private final ContractSchemas schemas = new ContractSchemas();

    @Test
    void anAnswerAsPromisedHasNoProblem() {
        assertThat(answer("get", "/api/v1/setup", 200, "{\"needed\": true}")).isEmpty();
        assertThat(answer(
                        "get",
                        "/api/v1/categories",
                        200,
                        "[{\"id\": \"%s\", \"name\": \"n\", \"accounts\": 1}]".formatted(WORKSPACE_ID)))
                .isEmpty();
    }

    @Test
    void aMissingMemberIsFound() {
        assertThat(answer("get", "/api/v1/setup", 200, "{}"))
                .singleElement()
                .asString()
                .contains("needed");
    }

    @Test
    void aLeakedMemberIsFound() {
        assertThat(answer("get", "/api/v1/setup", 200, "{\"needed\": true, \"transient\": false}"))
                .singleElement()
                .asString()
                .contains("transient");
    }

    @Test
    void aWrongTypeBehindAReferenceIsFound() {
        assertThat(answer("get", "/api/v1/categories", 200, "[{\"id\": \"7\", \"name\": \"n\", \"accounts\": 1}]"))
                .singleElement()
                .asString()
                .contains("uuid");
    }

    @Test
    void aSuccessThatNobodyPromisedIsFound() {
        assertThat(answer("get", "/api/v1/setup", 202, "{\"needed\": true}"))
                .containsExactly("the contract promises no application/json with status 202");
    }

    @Test
    void aPathThatNobodyPromisedIsFound() {
        assertThat(answer("get", "/api/v1/secrets", 200, "{}"))
                .containsExactly("the contract has no path /api/v1/secrets");
    }

    @Test
    void aProblemIsCheckedToo() {
        assertThat(problem("{\"type\": \"urn:kurir:problem:x\", \"title\": \"X\", \"status\": 404, \"code\": \"x\"}"))
                .isEmpty();
        assertThat(problem("{\"type\": \"urn:kurir:problem:x\", \"title\": \"X\", \"status\": 404}"))
                .singleElement()
                .asString()
                .contains("code");
    }

    private List<String> problem(String body) {
        return schemas.problems(
                "get", "/api/v1/me", 404, "application/problem+json", body.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> answer(String method, String path, int status, String body) {
        return schemas.problems(method, path, status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }
}
