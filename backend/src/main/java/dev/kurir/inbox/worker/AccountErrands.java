package dev.kurir.inbox.worker;

import dev.kurir.inbox.MailErrands;
import dev.kurir.inbox.MailErrands.Due;
import dev.kurir.inbox.MailErrands.What;
import dev.kurir.inbox.MailSession.RefusedException;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.MessageDesk;
import dev.kurir.platform.feed.FeedEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One visit to the server of an account; what fails is tried again later, in the end it is told and left. */
@Component
class AccountErrands {
    private static final Logger log = LoggerFactory.getLogger(AccountErrands.class);
    /** With the pauses between them: for more than two days. */
    private static final int MOST_TRIES = 60;

    private static final int MOST_REFUSALS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final WatchTools tools;
    private final MailErrands errands;
    private final MessageDesk messages;

    AccountErrands(WatchTools tools, MailErrands errands, MessageDesk messages) {
        this.tools = tools;
        this.errands = errands;
        this.messages = messages;
    }

    /** Never fails. */
    Mono<Void> run(AccountId account, List<Due> dues) {
        return tools.accounts()
                .find(account)
                .flatMap(settings -> Mono.usingWhen(
                        tools.io().call(() -> tools.servers().connect(settings)),
                        session -> visit(new ErrandVisit(session), dues),
                        session -> Mono.fromRunnable(session::close)))
                .onErrorResume(failure -> failure instanceof BrokenVisitException ? Mono.empty() : later(dues, failure))
                .onErrorComplete(failure -> {
                    log.warn("Errands of account {}: {}", account.value(), failure.toString());
                    return true;
                });
    }

    private Mono<Void> visit(ErrandVisit visit, List<Due> dues) {
        List<Due> marks = dues.stream()
                .filter(due -> !(due.what() instanceof What.KeepCopy))
                .toList();
        return mark(visit, marks)
                .thenMany(Flux.fromIterable(dues))
                .concatMap(due ->
                        due.what() instanceof What.KeepCopy(var message) ? keep(visit, due, message) : Mono.empty())
                .then();
    }

    private Mono<Void> mark(ErrandVisit visit, List<Due> marks) {
        return marks.isEmpty()
                ? Mono.empty()
                : tools.io()
                        .call(() -> visit.markRead(marks))
                        .then(errands.done(ids(marks)))
                        .onErrorResume(RefusedException.class, refused -> later(marks, refused));
    }

    private Mono<Void> keep(ErrandVisit visit, Due due, MessageId message) {
        return messages.raw(due.workspaceId(), message)
                .flatMap(octets ->
                        tools.io().call(() -> visit.keep(octets, tools.clock().instant())))
                .then(errands.done(List.of(due.id())))
                .onErrorResume(
                        failure -> failure instanceof RefusedException || failure instanceof DomainException,
                        refused -> later(List.of(due), refused))
                .onErrorResume(
                        IOException.class,
                        broken -> later(List.of(due), broken).then(Mono.error(new BrokenVisitException(broken))));
    }

    private Mono<Void> later(List<Due> dues, Throwable failure) {
        int most = failure instanceof RefusedException ? MOST_REFUSALS : MOST_TRIES;
        return Flux.fromIterable(dues)
                .concatMap(due -> due.tries() + 1 < most
                        ? errands.again(List.of(due.id()), pause(due.tries()))
                        : errands.done(List.of(due.id())).then(tell(due, failure)))
                .then();
    }

    /** The line broke at one errand, which alone has failed; the others are for the next visit. */
    private static final class BrokenVisitException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokenVisitException(IOException cause) {
            super(cause);
        }
    }

    private static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private Mono<Void> tell(Due due, Throwable failure) {
        String type = due.what() instanceof What.KeepCopy ? "sent_copy_refused" : "read_mark_refused";
        return tools.feed()
                .publish(FeedEntry.log(
                                due.workspaceId(),
                                type,
                                FeedEntry.Level.WARN,
                                Map.of("detail", String.valueOf(failure.getMessage())))
                        .about(due.accountId()));
    }

    private static List<Long> ids(List<Due> dues) {
        return dues.stream().map(Due::id).toList();
    }
}
