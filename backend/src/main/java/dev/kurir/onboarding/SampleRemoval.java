package dev.kurir.onboarding;

import dev.kurir.account.AccountDesk;
import dev.kurir.campaign.CampaignControl;
import dev.kurir.campaign.CampaignView;
import dev.kurir.campaign.Campaigns;
import dev.kurir.contact.SampleContacts;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.DomainException;
import dev.kurir.workspace.Caller;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Takes the sample data away, in steps that can be repeated: what people added themselves stays. */
@Component
public class SampleRemoval {
    /** A mail that is under way ends soon: the mail world is never slower than some seconds. */
    private static final Retry UNTIL_NOTHING_IS_UNDER_WAY = Retry.fixedDelay(40, Duration.ofMillis(250))
            .filter(SampleRemoval::isInUse)
            .onRetryExhaustedThrow((_, last) -> last.failure());

    private final OnboardingStore store;
    private final Campaigns campaigns;
    private final CampaignControl control;
    private final AccountDesk accounts;
    private final SampleContacts contacts;

    SampleRemoval(
            OnboardingStore store,
            Campaigns campaigns,
            CampaignControl control,
            AccountDesk accounts,
            SampleContacts contacts) {
        this.store = store;
        this.campaigns = campaigns;
        this.control = control;
        this.accounts = accounts;
        this.contacts = contacts;
    }

    public Mono<Void> remove(Caller caller) {
        return removeCampaigns(caller)
                .then(Mono.defer(() -> removeAccount(caller)))
                .then(Mono.defer(() -> contacts.remove(caller.workspaceId())))
                .then();
    }

    private Mono<Void> removeCampaigns(Caller caller) {
        return store.sampleCampaigns(caller.workspaceId())
                .flatMapMany(Flux::fromIterable)
                .concatMap(id -> removeCampaign(caller, id))
                .then();
    }

    private Mono<Void> removeCampaign(Caller caller, CampaignId id) {
        return campaigns
                .view(caller.workspaceId(), id)
                .filter(SampleRemoval::isUnderWay)
                .flatMap(_ -> control.cancel(caller.workspaceId(), id, caller.name()))
                .then(Mono.defer(() -> control.remove(caller.workspaceId(), id, caller.name())));
    }

    private Mono<Void> removeAccount(Caller caller) {
        return store.facts(caller.workspaceId())
                .flatMap(facts -> Mono.justOrEmpty(facts.sandbox()))
                .flatMap(id -> Mono.defer(() -> accounts.remove(caller.workspaceId(), id, caller.name()))
                        .retryWhen(UNTIL_NOTHING_IS_UNDER_WAY));
    }

    private static boolean isUnderWay(CampaignView view) {
        return switch (view.state()) {
            case GENERATING, GENERATED, PROCESSING, PAUSED -> true;
            default -> false;
        };
    }

    private static boolean isInUse(Throwable refusal) {
        return refusal instanceof DomainException known && known.code().equals("account_in_use");
    }
}
