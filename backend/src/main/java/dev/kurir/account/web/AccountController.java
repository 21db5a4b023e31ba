package dev.kurir.account.web;

import dev.kurir.account.AccountDesk;
import dev.kurir.account.ConnectionTests;
import dev.kurir.kernel.AccountId;
import dev.kurir.platform.web.Idempotency;
import dev.kurir.platform.web.IdempotentRequest;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/accounts")
class AccountController {
    private final AccountDesk desk;
    private final ConnectionTests tests;
    private final Idempotency idempotency;

    AccountController(AccountDesk desk, ConnectionTests tests, Idempotency idempotency) {
        this.desk = desk;
        this.tests = tests;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Operation(operationId = "listAccounts", tags = "account")
    Mono<List<AccountResponse>> listAccounts(Caller caller, @RequestParam(required = false) @Nullable Boolean active) {
        return desk.all(caller.workspaceId(), active)
                .map(all -> all.stream().map(AccountResponse::of).toList());
    }

    @GetMapping("/names")
    @Operation(operationId = "listAccountNames", tags = "account")
    Mono<List<AccountNameResponse>> listAccountNames(Caller caller) {
        return desk.all(caller.workspaceId(), null)
                .map(all -> all.stream().map(AccountNameResponse::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createAccount", tags = "account")
    Mono<AccountResponse> createAccount(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody AccountRequest body) {
        var request = new IdempotentRequest(caller.workspaceId(), "createAccount", key, body.withoutPasswords());
        return idempotency.once(
                request,
                AccountResponse.class,
                () -> desk.add(caller.workspaceId(), body.toAccount(), caller.name())
                        .map(AccountResponse::of));
    }

    @PostMapping("/test")
    @Operation(operationId = "testAccount", tags = "account")
    Mono<AccountTestResponse> testAccount(Caller caller, @Valid @RequestBody AccountTestRequest body) {
        return tests.run(caller.workspaceId(), caller.userId(), body.toTest()).map(AccountTestResponse::of);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getAccount", tags = "account")
    Mono<AccountResponse> getAccount(Caller caller, @PathVariable AccountId id) {
        return desk.get(caller.workspaceId(), id).map(AccountResponse::of);
    }

    @PatchMapping("/{id}")
    @Operation(operationId = "updateAccount", tags = "account")
    Mono<AccountResponse> updateAccount(
            Caller caller,
            @PathVariable AccountId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody AccountUpdate body) {
        return desk.change(caller.workspaceId(), id, body.toChange(), ifMatch, caller.name())
                .map(AccountResponse::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteAccount", tags = "account")
    Mono<Void> deleteAccount(Caller caller, @PathVariable AccountId id) {
        return desk.remove(caller.workspaceId(), id, caller.name());
    }
}
