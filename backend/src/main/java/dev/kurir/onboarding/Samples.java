package dev.kurir.onboarding;

import dev.kurir.campaign.CampaignSettings;
import dev.kurir.campaign.Campaigns;
import dev.kurir.campaign.Senders;
import dev.kurir.contact.SampleContacts;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.ListId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.workspace.Caller;
import dev.kurir.workspace.Language;
import dev.kurir.workspace.Profiles;
import dev.kurir.workspace.SandboxStatus;
import dev.kurir.workspace.User;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Makes the sample data. Asking twice is asking once; what somebody took away meanwhile comes back. */
@Component
public class Samples {
    private final SandboxStatus world;
    private final SampleAccount accounts;
    private final SampleContacts contacts;
    private final Campaigns campaigns;
    private final Profiles profiles;
    private final OnboardingStore store;
    private final TransactionalOperator transaction;

    Samples(
            SandboxStatus world,
            SampleAccount accounts,
            SampleContacts contacts,
            Campaigns campaigns,
            Profiles profiles,
            OnboardingStore store,
            TransactionalOperator transaction) {
        this.world = world;
        this.accounts = accounts;
        this.contacts = contacts;
        this.campaigns = campaigns;
        this.profiles = profiles;
        this.store = store;
        this.transaction = transaction;
    }

    /** In the language of the person who asks; refuses {@code sandbox_off} where the mail world does not run. */
    public Mono<SampleData> create(Caller caller) {
        return Mono.fromRunnable(this::requireWorld)
                .then(Mono.defer(() -> profiles.get(caller)))
                .map(User::language)
                .flatMap(language -> create(caller, language));
    }

    private Mono<SampleData> create(Caller caller, Language language) {
        WorkspaceId workspace = caller.workspaceId();
        return store.lock(workspace)
                .then(Mono.defer(() -> store.facts(workspace)))
                .flatMap(facts -> fill(caller, facts, SampleMessage.in(language)))
                .flatMap(made -> store.facts(workspace).map(facts -> made.withContacts(facts.sampleContacts())))
                .as(transaction::transactional);
    }

    private Mono<SampleData> fill(Caller caller, OnboardingFacts facts, SampleMessage message) {
        WorkspaceId workspace = caller.workspaceId();
        Mono<ListId> list = contacts.add(workspace, message.list(), SamplePeople.all());
        return account(caller, facts.sandbox())
                .zipWhen(_ -> list, Base::new)
                .flatMap(base -> campaign(workspace, facts.sample(), message, base)
                        .map(campaign -> new SampleData(base.account(), campaign, 0)));
    }

    private record Base(AccountId account, ListId list) {}

    private Mono<AccountId> account(Caller caller, @Nullable AccountId existing) {
        return existing == null ? accounts.add(caller.workspaceId(), caller.name()) : Mono.just(existing);
    }

    private Mono<CampaignId> campaign(
            WorkspaceId workspace, @Nullable CampaignId existing, SampleMessage message, Base base) {
        CampaignSettings settings = new CampaignSettings(
                message.campaign(),
                Senders.of(base.account()),
                List.of(base.list()),
                List.of(),
                null,
                message.content());
        return existing == null ? campaigns.create(workspace, settings, true) : Mono.just(existing);
    }

    private void requireWorld() {
        if (!world.isRunning()) {
            throw new DomainException(
                    DomainException.Kind.CONFLICT, "sandbox_off", "The built-in mail world does not run here.");
        }
    }
}
