package dev.kurir.campaign;

import dev.kurir.account.AccountSummary;
import dev.kurir.account.Accounts;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.DomainException.FieldProblem;
import dev.kurir.kernel.DomainException.Kind;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.DraftContent;
import dev.kurir.outbox.MessageAssembly;
import dev.kurir.outbox.MessageDecorator;
import dev.kurir.outbox.MessageDecorator.Decoration;
import dev.kurir.outbox.MessageInputs;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Shows a content as one person would read it, by the code that sends. */
@Component
public class Previews {
    /** Stands where nothing is chosen yet; it is never shown and never mailed. */
    private static final EmailAddress NOBODY = new EmailAddress("nobody@kurir.invalid");

    private final Accounts accounts;
    private final Audiences audiences;
    private final MessageAssembly assembly;
    private final List<MessageDecorator> decorators;
    private final Clock clock;

    Previews(
            Accounts accounts,
            Audiences audiences,
            MessageAssembly assembly,
            List<MessageDecorator> decorators,
            Clock clock) {
        this.accounts = accounts;
        this.audiences = audiences;
        this.assembly = assembly;
        this.decorators = List.copyOf(decorators);
        this.clock = clock;
    }

    public Mono<Preview> render(
            WorkspaceId workspace, CampaignContent content, @Nullable AccountId account, @Nullable ContactId contact) {
        ContentParts parts = requireWellFormed(content);
        return sender(workspace, account)
                .zipWhen(_ -> recipient(workspace, contact), (from, to) -> new Scene(workspace, content, from, to))
                .flatMap(scene -> Mono.fromCallable(() -> build(scene)).subscribeOn(Schedulers.boundedElastic()))
                .zipWhen(_ -> unknown(workspace, parts), Preview::withUnknown);
    }

    /** Refuses with the places where a tag is broken. */
    static ContentParts requireWellFormed(CampaignContent content) {
        ContentParts parts = ContentParts.of(content);
        List<FieldProblem> problems = parts.parts().stream()
                .flatMap(part -> part.template().problems().stream()
                        .map(problem -> new FieldProblem("/" + part.field(), problem.code(), problem.detail())))
                .toList();
        if (problems.isEmpty()) {
            return parts;
        }
        throw new DomainException(Kind.INVALID, "content_malformed", "A tag in the content is not closed.", problems);
    }

    /** Who a message is from and to, for this once. */
    private record Scene(
            WorkspaceId workspace, CampaignContent content, Optional<AccountSummary> from, Map<String, String> to) {
        DraftContent draft() {
            return new DraftContent(
                    DraftContent.Kind.TEST,
                    content.subject(),
                    content.preheader(),
                    content.html(),
                    content.text(),
                    from.map(AccountSummary::fromName).orElse(""),
                    from.map(AccountSummary::from).orElse(NOBODY));
        }
    }

    private Preview build(Scene scene) {
        EmailAddress to =
                EmailAddress.parse(scene.to().getOrDefault("email", "")).orElse(NOBODY);
        Map<String, String> values = SenderValues.with(scene.to(), scene.from().orElse(null));
        MessageInputs inputs = new MessageInputs(
                new MessageId(0),
                scene.workspace(),
                CampaignId.NONE,
                to,
                scene.to().getOrDefault("name", ""),
                values,
                clock.instant());
        Decoration decoration = decorators.stream()
                .map(decorator -> decorator.decorate(DraftContent.Kind.TEST, inputs))
                .reduce(Decoration.NONE, Decoration::and);
        return new Preview(
                assembly.compile(scene.draft()).render(inputs, decoration),
                scene.from().map(Previews::address).orElse(""),
                to.equals(NOBODY) ? "" : to.value(),
                List.of());
    }

    private Mono<Optional<AccountSummary>> sender(WorkspaceId workspace, @Nullable AccountId account) {
        return accounts.active(workspace)
                .map(active ->
                        active.stream().filter(one -> one.id().equals(account)).findFirst());
    }

    private Mono<Map<String, String>> recipient(WorkspaceId workspace, @Nullable ContactId contact) {
        return contact == null
                ? Mono.just(Map.of())
                : audiences
                        .variables(workspace, contact)
                        .switchIfEmpty(Mono.error(() -> DomainException.notFound("contact")));
    }

    private Mono<List<String>> unknown(WorkspaceId workspace, ContentParts parts) {
        return audiences
                .unknownColumns(workspace, parts.columns())
                .map(columns -> Stream.concat(parts.unknown().stream(), parts.unknownColumns(columns).stream())
                        .map(ContentParts.Use::variable)
                        .toList());
    }

    private static String address(AccountSummary account) {
        return account.fromName().isBlank() ? account.from().value() : account.fromName() + " <" + account.from() + ">";
    }
}
