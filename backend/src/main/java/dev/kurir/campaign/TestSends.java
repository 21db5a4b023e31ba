package dev.kurir.campaign;

import dev.kurir.account.AccountSummary;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.DirectMessage;
import dev.kurir.outbox.DraftContent;
import dev.kurir.outbox.MessageList;
import dev.kurir.outbox.MessageView;
import dev.kurir.outbox.Outbox;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends a campaign to a few addresses before it is sent to all, from the first of its accounts. The unsubscribe link in
 * it does nothing.
 */
@Component
public class TestSends {
    private final StoredCampaigns stored;
    private final CampaignFreeze accounts;
    private final Audiences audiences;
    private final Outbox outbox;
    private final MessageList messages;
    private final TestSendRate rate;
    private final CampaignFeed feed;

    TestSends(
            StoredCampaigns stored,
            CampaignFreeze accounts,
            Audiences audiences,
            Outbox outbox,
            MessageList messages,
            TestSendRate rate,
            CampaignFeed feed) {
        this.stored = stored;
        this.accounts = accounts;
        this.audiences = audiences;
        this.outbox = outbox;
        this.messages = messages;
        this.rate = rate;
        this.feed = feed;
    }

    /** As {@code contact} would read it; null: as the first recipient would. */
    public Mono<List<MessageView>> send(
            WorkspaceId workspace, CampaignId id, List<EmailAddress> to, @Nullable ContactId contact, String actor) {
        return stored.find(workspace, id)
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("campaign")))
                .flatMap(campaign -> prepare(campaign, contact))
                .doOnNext(_ -> rate.admit(workspace))
                .flatMap(test -> send(test, to, actor))
                .flatMap(ids -> messages.find(workspace, ids));
    }

    /** All that the messages of one test have in common. */
    private record Prepared(
            Campaign campaign, AccountSummary account, CampaignContent content, Map<String, String> values) {
        DraftContent draft() {
            return new DraftContent(
                    DraftContent.Kind.TEST,
                    content.subject(),
                    content.preheader(),
                    content.html(),
                    content.text(),
                    account.fromName(),
                    account.from());
        }

        DirectMessage to(EmailAddress address) {
            return new DirectMessage(
                    campaign.workspaceId(), account.id(), null, address, "", SenderValues.with(values, account), true);
        }
    }

    private Mono<Prepared> prepare(Campaign campaign, @Nullable ContactId contact) {
        return accounts.requireAccounts(campaign)
                .map(List::getFirst)
                .zipWhen(_ -> stored.content(campaign.id()).doOnNext(Previews::requireWellFormed))
                .zipWhen(
                        _ -> values(campaign, contact),
                        (both, values) -> new Prepared(campaign, both.getT1(), both.getT2(), values));
    }

    private Mono<Map<String, String>> values(Campaign campaign, @Nullable ContactId contact) {
        if (contact != null) {
            return audiences
                    .variables(campaign.workspaceId(), contact)
                    .switchIfEmpty(Mono.error(() -> DomainException.notFound("contact")));
        }
        return audiences
                .now(campaign.id())
                .flatMap(audience -> Mono.justOrEmpty(audience.sample().stream().findFirst()))
                .flatMap(first -> audiences.variables(campaign.workspaceId(), first.contactId()))
                .defaultIfEmpty(Map.of());
    }

    private Mono<List<MessageId>> send(Prepared test, List<EmailAddress> to, String actor) {
        return Flux.fromIterable(to)
                .distinct()
                .concatMap(address -> outbox.send(test.to(address), test.draft()))
                .collectList()
                .delayUntil(ids -> feed.log(test.campaign(), "campaign_tested", actor, Map.of("count", ids.size())));
    }
}
