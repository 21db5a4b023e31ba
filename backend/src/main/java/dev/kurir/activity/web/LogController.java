package dev.kurir.activity.web;

import dev.kurir.activity.Log;
import dev.kurir.activity.LogFilter;
import dev.kurir.kernel.AccountId;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class LogController {
    private final Log log;

    LogController(Log log) {
        this.log = log;
    }

    @GetMapping("/api/v1/log")
    @Operation(operationId = "listLog", tags = "activity")
    Mono<LogPage> listLog(
            Caller caller,
            @RequestParam(defaultValue = "") @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable AccountId account,
            @RequestParam(required = false) @Nullable LogLevel level,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        LogFilter filter = new LogFilter(caller.workspaceId(), account, level == null ? null : level.level, q);
        return log.page(filter, cursor, limit).map(LogPage::of);
    }
}
