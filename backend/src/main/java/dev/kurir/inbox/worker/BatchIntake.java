package dev.kurir.inbox.worker;

import dev.kurir.inbox.Arrived;
import dev.kurir.inbox.Intake;
import dev.kurir.inbox.MailSession;
import dev.kurir.inbox.MailSession.Listed;
import dev.kurir.inbox.MailSession.RefusedException;
import dev.kurir.inbox.Mailbox;
import dev.kurir.inbox.Mailboxes.Watched;
import dev.kurir.inbox.mime.Reading;
import dev.kurir.inbox.mime.Unreadable;
import dev.kurir.inbox.worker.Suspects.BreakingMailException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Fetches a batch of mails and takes them in together. Where that fails, one by one, so that a single mail cannot hold
 * up the others; one that failed three times is settled as it is.
 */
final class BatchIntake {
    private static final Logger log = LoggerFactory.getLogger(BatchIntake.class);
    private static final long LARGEST = 50L << 20;
    private static final int MOST_TRIES = 3;

    private final WatchTools tools;
    private final Watched account;
    private final MailSession session;
    private final Mailbox mailbox;
    private final Suspects suspects;

    BatchIntake(WatchTools tools, Watched account, MailSession session, Mailbox mailbox, Suspects suspects) {
        this.tools = tools;
        this.account = account;
        this.session = session;
        this.mailbox = mailbox;
        this.suspects = suspects;
    }

    /** Whether anything was to be taken. */
    Mono<Boolean> take(List<Listed> batch) {
        return tools.mailboxes()
                .settled(mailbox, batch.stream().map(Listed::uid).toList())
                .flatMap(settled -> open(batch, settled))
                .delayUntil(this::takeOpen)
                .map(open -> !open.isEmpty());
    }

    private Mono<Void> takeOpen(List<Listed> open) {
        if (open.isEmpty()) {
            return Mono.empty();
        }
        return suspects.areAmong(mailbox, open)
                ? takeSingly(open)
                : takeTogether(open).onErrorResume(this::isOfTheMail, _ -> takeSingly(open));
    }

    /** After the folder was numbered anew, most of it is known by its headers and need not be fetched again. */
    private Mono<List<Listed>> open(List<Listed> batch, Set<Long> settled) {
        List<Listed> left =
                batch.stream().filter(mail -> !settled.contains(mail.uid())).toList();
        if (mailbox.epoch() == 1 || left.isEmpty()) {
            return Mono.just(left);
        }
        return tools.io()
                .call(() -> session.headers(left.stream().map(Listed::uid).toList()))
                .flatMap(headers -> Flux.fromIterable(left)
                        .filterWhen(mail -> isUnknown(mail, headers))
                        .collectList());
    }

    private Mono<Boolean> isUnknown(Listed mail, Map<Long, byte[]> headers) {
        byte[] header = headers.get(mail.uid());
        return header == null
                ? Mono.just(true)
                : tools.intake()
                        .recognise(account, mailbox, mail.uid(), Arrived.headerHash(header), mail.size())
                        .hasElement()
                        .map(known -> !known);
    }

    private Mono<Void> takeTogether(List<Listed> mails) {
        return tools.io()
                .call(() -> arrived(mails))
                .flatMap(arrived -> tools.intake().take(account, mailbox, arrived))
                .then();
    }

    private List<Arrived> arrived(List<Listed> mails) throws IOException, InterruptedException {
        try {
            return read(mails, fetch(mails));
        } catch (RefusedException refused) {
            throw refused;
        } catch (IOException broken) {
            throw suspects.blame(mailbox, mails, broken);
        }
    }

    private Map<Long, byte[]> fetch(List<Listed> mails) throws IOException {
        List<Long> wanted = mails.stream()
                .filter(mail -> mail.size() <= LARGEST)
                .map(Listed::uid)
                .toList();
        Map<Long, byte[]> octets = session.fetch(wanted);
        requireAll(wanted, octets);
        return octets;
    }

    private List<Arrived> read(List<Listed> mails, Map<Long, byte[]> octets) throws IOException, InterruptedException {
        List<Arrived> arrived = new ArrayList<>();
        for (Listed mail : mails) {
            byte[] content = octets.get(mail.uid());
            if (content != null) {
                Instant at = receivedAt(mail);
                arrived.add(tools.reader().read(() -> Arrived.read(mail.uid(), at, content)));
            } else if (mail.size() > LARGEST) {
                arrived.add(tooLarge(mail));
            }
        }
        return arrived;
    }

    /** What was expunged meanwhile is gone; what is still there and does not come must not be passed over. */
    private void requireAll(List<Long> wanted, Map<Long, byte[]> octets) throws IOException {
        List<Long> missing =
                wanted.stream().filter(uid -> !octets.containsKey(uid)).toList();
        Set<Long> withheld =
                missing.isEmpty() ? Set.of() : session.headers(missing).keySet();
        if (!withheld.isEmpty()) {
            throw new RefusedException("The server lists mails that it does not give: " + withheld);
        }
    }

    private Arrived tooLarge(Listed mail) throws IOException {
        byte[] headers = session.headers(List.of(mail.uid())).get(mail.uid());
        if (headers == null) {
            // what has no octets has no name either: two of them would be one
            throw new RefusedException("The server does not give the headers of a mail that it lists.");
        }
        return Arrived.refused(
                mail.uid(),
                receivedAt(mail),
                headers,
                new Reading.Refused(
                        Unreadable.TOO_LARGE,
                        "It has %,d octets; only its headers were fetched.".formatted(mail.size())));
    }

    private Mono<Void> takeSingly(List<Listed> mails) {
        return Flux.fromIterable(mails)
                .concatMap(mail ->
                        takeTogether(List.of(mail)).onErrorResume(this::isOfTheMail, failure -> failed(mail, failure)))
                .then();
    }

    /** Not the last try: the connection ends, and the next one begins with it. */
    private Mono<Void> failed(Listed mail, Throwable failure) {
        log.warn(
                "Mail {} of account {} failed: {}",
                mail.uid(),
                account.accountId().value(),
                failure.toString());
        return tools.mailboxes()
                .failed(mailbox, mail.uid())
                .flatMap(tries -> tries < MOST_TRIES ? Mono.error(failure) : keepUnread(mail, failure))
                // the session broke with the mail
                .then(failure instanceof BreakingMailException ? Mono.error(failure) : Mono.empty());
    }

    private Mono<Void> keepUnread(Listed mail, Throwable failure) {
        return tools.io()
                .call(() -> octets(mail, failure))
                .flatMap(octets ->
                        octets.map(found -> keep(mail, found, failure)).orElseGet(() -> withhold(mail, failure)))
                // not even its octets can be kept
                .onErrorResume(this::isOfTheMail, _ -> withhold(mail, failure));
    }

    private Mono<Void> withhold(Listed mail, Throwable failure) {
        return tools.intake().withhold(account, mailbox, mail, words(failure));
    }

    private Optional<byte[]> octets(Listed mail, Throwable failure) throws IOException {
        if (failure instanceof BreakingMailException || mail.size() > LARGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(session.fetch(List.of(mail.uid())).get(mail.uid()));
        } catch (RefusedException refused) {
            return Optional.empty();
        }
    }

    private Mono<Void> keep(Listed mail, byte[] octets, Throwable failure) {
        Reading.Refused broken = new Reading.Refused(Unreadable.BROKEN, failure.toString());
        return tools.intake()
                .take(account, mailbox, List.of(Arrived.refused(mail.uid(), receivedAt(mail), octets, broken)))
                .then();
    }

    private Instant receivedAt(Listed mail) {
        return mail.receivedAt(tools.clock().instant());
    }

    private static String words(Throwable failure) {
        String words = String.valueOf(failure.getMessage());
        return switch (failure) {
            // the library tells a broken line as if the server had said it
            case BreakingMailException _ ->
                "The connection breaks at this mail: " + words.replaceFirst(".*Exception: ", "");
            case IOException _ -> words;
            default -> failure.toString();
        };
    }

    /** Neither the connection nor the database is to blame, and the account is ours. */
    private boolean isOfTheMail(Throwable failure) {
        return switch (failure) {
            case RefusedException _ -> true;
            case BreakingMailException _ -> true;
            case IOException _ -> false;
            case InterruptedException _ -> false;
            case Intake.MovedException _ -> false;
            case TransientDataAccessException _ -> false;
            case TransactionException _ -> false;
            case TimeoutException _ -> false;
            case NonTransientDataAccessResourceException _ -> false;
            default -> true;
        };
    }
}
