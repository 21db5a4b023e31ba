package dev.kurir.outbox.worker;

import dev.kurir.kernel.AccountId;
import dev.kurir.outbox.ReplyReason;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Table {@code account_pace}: written when something was learned, which is rare. */
final class PaceMemories {
    private final DatabaseClient database;

    PaceMemories(DatabaseClient database) {
        this.database = database;
    }

    Mono<PaceMemory> of(AccountId account) {
        return database.sql("select * from account_pace where account_id = :account")
                .bind("account", account.value())
                .map(row -> new PaceMemory(ramp(row), rest(row), learned(row)))
                .one()
                .defaultIfEmpty(PaceMemory.NONE);
    }

    Mono<Void> keep(AccountId account, PaceMemory memory) {
        @Nullable RampDay ramp = memory.ramp();
        AccountPause.@Nullable Rest rest = memory.rest();
        @Nullable LearnedRate learned = memory.learned();
        return database.sql("""
                        insert into account_pace as p (account_id, workspace_id, ramp_day, ramp_at,
                                                       rest_reason, rest_detail, rest_times, rest_until,
                                                       rate, rate_normal, rate_at, rate_reason, rate_detail)
                        select id, workspace_id, :rampDay, :rampAt, :restReason, :restDetail, :restTimes, :restUntil,
                               :rate, :rateNormal, :rateAt, :rateReason, :rateDetail
                        from account where id = :account
                        on conflict (account_id) do update set ramp_day = excluded.ramp_day, ramp_at = excluded.ramp_at,
                               rest_reason = excluded.rest_reason, rest_detail = excluded.rest_detail,
                               rest_times = excluded.rest_times, rest_until = excluded.rest_until,
                               rate = excluded.rate, rate_normal = excluded.rate_normal, rate_at = excluded.rate_at,
                               rate_reason = excluded.rate_reason, rate_detail = excluded.rate_detail
                        """)
                .bind("account", account.value())
                .bind("rampDay", Parameters.in(R2dbcType.INTEGER, ramp == null ? null : ramp.number()))
                .bind("rampAt", time(ramp == null ? null : ramp.since()))
                .bind("restReason", text(rest == null ? null : rest.reason().name()))
                .bind("restDetail", text(rest == null ? null : rest.detail()))
                .bind("restTimes", Parameters.in(R2dbcType.INTEGER, rest == null ? null : rest.times()))
                .bind("restUntil", time(rest == null ? null : rest.until()))
                .bind("rate", Parameters.in(R2dbcType.DOUBLE, learned == null ? null : learned.perMinute()))
                .bind("rateNormal", Parameters.in(R2dbcType.DOUBLE, learned == null ? null : learned.normal()))
                .bind("rateAt", time(learned == null ? null : learned.at()))
                .bind(
                        "rateReason",
                        text(learned == null ? null : learned.reason().name()))
                .bind("rateDetail", text(learned == null ? null : learned.detail()))
                .then();
    }

    private static @Nullable RampDay ramp(Readable row) {
        Integer day = row.get("ramp_day", Integer.class);
        return day == null ? null : new RampDay(day, given(row, "ramp_at", Instant.class));
    }

    private static AccountPause.@Nullable Rest rest(Readable row) {
        String reason = row.get("rest_reason", String.class);
        return reason == null
                ? null
                : new AccountPause.Rest(
                        ReplyReason.valueOf(reason),
                        given(row, "rest_detail", String.class),
                        given(row, "rest_times", Integer.class),
                        given(row, "rest_until", Instant.class));
    }

    private static @Nullable LearnedRate learned(Readable row) {
        Double rate = row.get("rate", Double.class);
        return rate == null
                ? null
                : new LearnedRate(
                        rate,
                        given(row, "rate_normal", Double.class),
                        given(row, "rate_at", Instant.class),
                        ReplyReason.valueOf(given(row, "rate_reason", String.class)),
                        given(row, "rate_detail", String.class));
    }

    private static <T> T given(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    private static Object text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }

    private static Object time(@Nullable Instant value) {
        return Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, value);
    }
}
