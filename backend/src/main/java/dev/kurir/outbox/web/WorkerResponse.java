package dev.kurir.outbox.web;

import dev.kurir.kernel.AccountId;
import dev.kurir.outbox.PaceStatus;
import dev.kurir.outbox.WorkerView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

record WorkerResponse(
        AccountId accountId,
        String accountName,
        String wanted,
        String state,
        boolean stopped,
        @Nullable String reason,
        @Nullable String detail,
        long inFlight,
        long waiting,
        long sentLastMinute,
        @Nullable Integer perMinute,
        @Nullable Double ceiling,
        List<LimitUse> limits,
        @Nullable Slowed slowed,
        @Nullable Instant nextAt,
        boolean sandbox) {

    record Slowed(double perMinute, double normal, String reason, String detail, Instant risesAt) {
        static @Nullable Slowed of(PaceStatus.@Nullable Slowed slowed) {
            return slowed == null
                    ? null
                    : new Slowed(
                            slowed.perMinute(), slowed.normal(), slowed.reason(), slowed.detail(), slowed.risesAt());
        }
    }

    record LimitUse(
            String span, int limit, int used, @Nullable Integer rampDay) {
        static LimitUse of(PaceStatus.Use use) {
            return new LimitUse(use.span().word(), use.limit(), use.used(), use.rampDay());
        }
    }

    static WorkerResponse of(WorkerView view) {
        return new WorkerResponse(
                view.account().id(),
                view.account().name(),
                view.account().wanted() ? "ON" : "OFF",
                view.state(),
                view.isStopped(),
                view.status().reason(),
                view.status().detail(),
                view.load().inFlight(),
                view.load().waiting(),
                view.sentLastMinute(),
                view.account().limits().perMinute(),
                view.status().pace().perMinute(),
                view.status().pace().uses().stream().map(LimitUse::of).toList(),
                Slowed.of(view.status().pace().slowed()),
                view.status().nextAt(),
                view.account().sandbox());
    }
}
