package dev.kurir.onboarding.persistence;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.onboarding.OnboardingFacts;
import dev.kurir.onboarding.OnboardingStore;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcOnboarding implements OnboardingStore {
    private static final String FACTS = """
            select w.onboarding_dismissed_at is not null as dismissed,
                   (select max(id) from account where workspace_id = w.id and sandbox and deleted_at is null) as sandbox,
                   (select max(id) from campaign where workspace_id = w.id and sample) as sample,
                   exists (select from account where workspace_id = w.id and not sandbox and deleted_at is null) as own_account,
                   exists (select from contact where workspace_id = w.id and not sample) as own_contact,
                   exists (select from campaign where workspace_id = w.id and not sample) as own_campaign,
                   exists (select from campaign where workspace_id = w.id and started_at is not null) as sent,
                   (select count(*) from contact where workspace_id = w.id and sample) as sample_contacts
              from workspace w where w.id = :workspace
            """;

    private final DatabaseClient database;
    private final Clock clock;

    R2dbcOnboarding(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<OnboardingFacts> facts(WorkspaceId workspace) {
        return database.sql(FACTS)
                .bind("workspace", workspace.value())
                .map(R2dbcOnboarding::read)
                .one();
    }

    @Override
    public Mono<Void> dismiss(WorkspaceId workspace, boolean dismissed) {
        return database.sql("update workspace set onboarding_dismissed_at = :at where id = :workspace")
                .bind("workspace", workspace.value())
                .bind("at", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, dismissed ? clock.instant() : null))
                .then();
    }

    @Override
    public Mono<Void> lock(WorkspaceId workspace) {
        return database.sql("select id from workspace where id = :workspace for no key update")
                .bind("workspace", workspace.value())
                .then();
    }

    @Override
    public Mono<List<CampaignId>> sampleCampaigns(WorkspaceId workspace) {
        return database.sql("select id from campaign where workspace_id = :workspace and sample order by id")
                .bind("workspace", workspace.value())
                .mapValue(Long.class)
                .all()
                .map(CampaignId::new)
                .collectList();
    }

    private static OnboardingFacts read(Readable row) {
        Long sandbox = row.get("sandbox", Long.class);
        Long sample = row.get("sample", Long.class);
        return new OnboardingFacts(
                flag(row, "dismissed"),
                sandbox == null ? null : new AccountId(sandbox),
                sample == null ? null : new CampaignId(sample),
                flag(row, "own_account"),
                flag(row, "own_contact"),
                flag(row, "own_campaign"),
                flag(row, "sent"),
                Objects.requireNonNull(row.get("sample_contacts", Long.class)));
    }

    private static boolean flag(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Boolean.class));
    }
}
