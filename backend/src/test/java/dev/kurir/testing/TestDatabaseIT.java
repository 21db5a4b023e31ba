package dev.kurir.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class TestDatabaseIT {

    @Test
    void eachDatabaseIsMigratedAndSeparate() {
        try (TestDatabase one = TestDatabase.fresh();
                TestDatabase other = TestDatabase.fresh()) {
            one.client()
                    .sql("insert into workspace (name, created_at) values ('here', now())")
                    .fetch()
                    .rowsUpdated()
                    .as(StepVerifier::create)
                    .expectNext(1L)
                    .expectComplete()
                    .verify(Duration.ofSeconds(20));

            assertThat(other.location().database()).isNotEqualTo(one.location().database());
            workspaces(other)
                    .as(StepVerifier::create)
                    .expectNext(0L)
                    .expectComplete()
                    .verify(Duration.ofSeconds(20));
        }
    }

    private static Mono<Long> workspaces(TestDatabase database) {
        return database.client()
                .sql("select count(*) as n from workspace")
                .map(row -> Objects.requireNonNull(row.get("n", Long.class)))
                .one();
    }
}
