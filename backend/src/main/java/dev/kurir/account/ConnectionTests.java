package dev.kurir.account;

import dev.kurir.account.ConnectionProbe.Protocol;
import dev.kurir.account.ConnectionProbe.Step;
import dev.kurir.account.ConnectionProbe.Target;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tries settings of an account step by step, ten times a minute per person. */
@Component
public class ConnectionTests {
    private final StoredAccounts accounts;
    private final PlainTargets plainTargets;
    private final ObjectProvider<ConnectionProbe> probes;
    private final TestRate rate;

    ConnectionTests(
            StoredAccounts accounts, PlainTargets plainTargets, ObjectProvider<ConnectionProbe> probes, TestRate rate) {
        this.accounts = accounts;
        this.plainTargets = plainTargets;
        this.probes = probes;
        this.rate = rate;
    }

    /** What each step said; a server that refuses is a step that failed, not an error. */
    public Mono<List<Step>> run(WorkspaceId workspace, UserId user, ConnectionTest test) {
        return Mono.fromRunnable(() -> admit(user, test))
                .then(passwordsFor(workspace, test))
                .flatMapMany(passwords -> probeAll(test, passwords))
                .flatMapIterable(steps -> steps)
                .collectList();
    }

    private void admit(UserId user, ConnectionTest test) {
        AccountRules.checkLogin(test.username(), test.imapUsername());
        AccountRules.check(test.passwords());
        AccountRules.checkEndpoint("/smtp", test.smtp());
        if (test.imap() != null) {
            AccountRules.checkEndpoint("/imap", test.imap());
        }
        rate.admit(user);
    }

    private Mono<Passwords> passwordsFor(WorkspaceId workspace, ConnectionTest test) {
        @Nullable AccountId id = test.accountId();
        if (id == null) {
            return plainTargets.check(test.smtp(), test.imap()).thenReturn(test.passwords());
        }
        return accounts.find(workspace, id)
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("account")))
                .flatMap(stored -> checkStored(stored, test))
                .then(accounts.passwords(workspace, id))
                .map(stored -> merged(stored, test.passwords()));
    }

    private Mono<Void> checkStored(Account stored, ConnectionTest test) {
        PasswordReuse.check(stored, test.smtp(), test.imap(), test.passwords());
        return plainTargets.checkChange(stored.settings(), test.smtp(), test.imap());
    }

    private static Passwords merged(Passwords stored, Passwords given) {
        return new Passwords(
                given.smtp() == null ? stored.smtp() : given.smtp(),
                given.imap() == null ? stored.imap() : given.imap());
    }

    private Flux<List<Step>> probeAll(ConnectionTest test, Passwords passwords) {
        String address = test.from().value();
        Target smtp = new Target(test.smtp(), test.username(), present(passwords.smtp()), address);
        Flux<List<Step>> outgoing = probe(Protocol.SMTP, smtp);
        @Nullable Endpoint imap = test.imap();
        if (imap == null) {
            return outgoing;
        }
        String user = test.imapUsername() == null ? test.username() : test.imapUsername();
        @Nullable Secret password = present(passwords.imap()) == null ? present(passwords.smtp()) : passwords.imap();
        return outgoing.concatWith(probe(Protocol.IMAP, new Target(imap, user, password, address)));
    }

    private Flux<List<Step>> probe(Protocol protocol, Target target) {
        return Flux.fromStream(probes::orderedStream)
                .filter(probe -> probe.protocol() == protocol)
                .concatMap(probe -> probe.probe(target))
                .switchIfEmpty(Flux.just(List.of(untested(protocol))));
    }

    /** Honest where no module speaks the protocol yet: nothing was tried. */
    private static Step untested(Protocol protocol) {
        return new Step(
                protocol, ConnectionProbe.StepName.CONNECT, ConnectionProbe.Result.SKIPPED, "not_tested", null, null);
    }

    private static @Nullable Secret present(@Nullable Secret secret) {
        return secret == null || secret.value().isEmpty() ? null : secret;
    }
}
