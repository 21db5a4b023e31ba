package dev.kurir.campaign;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Names what depends on an account, before somebody deletes it. */
@Component
public class AccountDependentsDesk {
    private final StoredCampaigns stored;
    private final Outbox outbox;

    AccountDependentsDesk(StoredCampaigns stored, Outbox outbox) {
        this.stored = stored;
        this.outbox = outbox;
    }

    public Mono<AccountDependents> of(WorkspaceId workspace, AccountId account) {
        return outbox.load(workspace, account).zipWhen(_ -> stored.openOf(workspace, account), AccountDependents::new);
    }
}
