package dev.kurir.workspace;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.InviteId;
import dev.kurir.kernel.SingleLine;
import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.feed.FeedEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Who works with this workspace: invited, joined, removed. */
@Component
public class Members {
    private static final Duration VALID = Duration.ofDays(7);

    private final Users users;
    private final Invites invites;
    private final Passwords passwords;
    private final Login login;
    private final Feed feed;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Members(
            Users users,
            Invites invites,
            Passwords passwords,
            Login login,
            Feed feed,
            Clock clock,
            TransactionalOperator transaction) {
        this.users = users;
        this.invites = invites;
        this.passwords = passwords;
        this.login = login;
        this.feed = feed;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** An invitation and its token, which is shown once. */
    public record Invited(Invite invite, Token token) {}

    /** What somebody who was invited types. */
    public record Joining(Token token, String name, Language language, String password) {}

    public Mono<List<Colleague>> all(WorkspaceId workspace) {
        return users.all(workspace, Colleague.onlineSince(clock.instant()));
    }

    public Mono<List<Invite>> invites(WorkspaceId workspace) {
        return invites.all(workspace, clock.instant());
    }

    /** Refuses {@code user_exists}. An earlier invitation to the address is worth nothing from now on. */
    public Mono<Invited> invite(Caller caller, String email, Role role) {
        String address = EmailAddress.require("/email", email).value();
        return users.passwordOf(address)
                .<Token>flatMap(_ -> Mono.error(Members::isKnown))
                .switchIfEmpty(Mono.defer(Token::random))
                .flatMap(token -> invites.put(
                                caller.workspaceId(),
                                address,
                                role,
                                token.hash(),
                                clock.instant(),
                                clock.instant().plus(VALID))
                        .map(invite -> new Invited(invite, token)))
                .delayUntil(_ -> tell(caller, "user_invited", Map.of("email", address)))
                .as(transaction::transactional);
    }

    public Mono<Void> revoke(Caller caller, InviteId id) {
        return invites.remove(caller.workspaceId(), id)
                .filter(isGone -> isGone)
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("invite")))
                .then();
    }

    /** Refuses {@code invite_invalid}. Whoever joins is logged in. */
    public Mono<SignedIn> join(Joining joining) {
        SingleLine.require("/name", joining.name());
        // a password is hashed for somebody who was invited, not for everybody who asks
        return invites.isOpen(joining.token().hash(), clock.instant())
                .filter(isOpen -> isOpen)
                .switchIfEmpty(Mono.error(Members::isInvalid))
                .flatMap(_ -> passwords.hash(joining.password()))
                .flatMap(hash -> invites.use(joining.token().hash(), clock.instant())
                        .switchIfEmpty(Mono.error(Members::isInvalid))
                        .flatMap(invite -> users.create(member(invite, joining), hash))
                        .switchIfEmpty(Mono.error(Members::isKnown))
                        .delayUntil(user -> tell(user.asCaller(), "user_joined", Map.of("name", user.name())))
                        .flatMap(login::signIn)
                        .as(transaction::transactional));
    }

    /** Refuses for the caller: there is always an owner. */
    public Mono<Void> setRole(Caller caller, UserId id, Role role) {
        return requireOther(caller, id)
                .then(Mono.defer(() -> users.setRole(caller.workspaceId(), id, role)))
                .filter(isDone -> isDone)
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("user")))
                .then()
                .as(transaction::transactional);
    }

    /** Ends all sessions of the person; what they wrote stays, what was theirs is nobody's. */
    public Mono<Void> remove(Caller caller, UserId id) {
        return requireOther(caller, id)
                .then(Mono.defer(() -> users.get(id)))
                .filter(user -> user.workspaceId().equals(caller.workspaceId()))
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("user")))
                .delayUntil(_ -> users.remove(caller.workspaceId(), id))
                .flatMap(user -> tell(caller, "user_removed", Map.of("name", user.name())))
                .as(transaction::transactional);
    }

    private static Users.NewMember member(Invite invite, Joining joining) {
        return new Users.NewMember(
                invite.workspaceId(), invite.email(), joining.name().strip(), invite.role(), joining.language());
    }

    /** The caller is an owner still, now that nobody else can change that. */
    private Mono<Void> requireOther(Caller caller, UserId id) {
        if (caller.userId().equals(id)) {
            return Mono.error(() -> new DomainException(
                    DomainException.Kind.CONFLICT, "own_account", "Somebody else has to do that to you."));
        }
        return users.lockOwners(caller.workspaceId())
                .filter(owners -> owners.contains(caller.userId()))
                .switchIfEmpty(Mono.error(() -> new DomainException(
                        DomainException.Kind.FORBIDDEN, "forbidden", "Your role does not allow this.")))
                .then();
    }

    private Mono<Void> tell(Caller caller, String type, Map<String, String> payload) {
        return feed.publish(FeedEntry.log(caller.workspaceId(), type, FeedEntry.Level.INFO, payload)
                .by(caller.name()));
    }

    private static DomainException isKnown() {
        return DomainException.invalid("/email", "user_exists", "Somebody works here with this address already.");
    }

    private static DomainException isInvalid() {
        return new DomainException(
                DomainException.Kind.FORBIDDEN,
                "invite_invalid",
                "This invitation is over or was used. Ask for a new one.");
    }
}
