package dev.kurir.inbox;

import dev.kurir.inbox.mime.HeaderBlock;
import dev.kurir.inbox.mime.MailKind;
import dev.kurir.inbox.mime.ParsedMail;
import dev.kurir.inbox.mime.Person;
import dev.kurir.kernel.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a mail may be answered by a machine, so that two machines never talk to each other (RFC 3834 §2, RFC 5230
 * §4.6).
 */
public final class AnswerGuard {
    private static final Set<String> BULK = Set.of("bulk", "list", "junk");
    private static final List<String> OF_LISTS = List.of("list-id", "list-unsubscribe", "list-post", "mailing-list");
    private static final Set<String> UNWANTED = Set.of("all", "autoreply", "oof");
    private static final Pattern ROBOT = Pattern.compile(
            "(mailer-daemon|postmaster|listserv|majordomo|(do[-_.]?)?no[-_.]?t?[-_.]?reply|bounces?|owner-.*|.*-(request|bounces?))([-_.+=].*)?");

    private static final int MOST_AN_HOUR = 20;
    private static final int MOST_IN_A_ROW = 3;
    private static final int MOST_RECEIVED = 5;

    private AnswerGuard() {}

    /** Why it is not answered. */
    enum Held {
        AUTOMATIC,
        LIST,
        UNWANTED,
        NO_RETURN,
        ROBOT,
        OWN,
        NOT_TO_US,
        SWITCHED_OFF,
        SUPPRESSED,
        RECENTLY,
        IN_A_ROW,
        TOO_FAST,
        TOO_MANY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What there was before.
     *
     * @param isOff the account sends nothing now: an answer would come days later
     * @param isOwn an account of the workspace has this address
     * @param isRecent the address had an automatic answer of the account within a week
     * @param inARow automatic answers in the conversation since a person wrote something there
     * @param received mails in the conversation within ten minutes, this one among them
     * @param inAnHour automatic answers of the account
     */
    public record History(
            boolean isOff,
            boolean isOwn,
            boolean isSuppressed,
            boolean isRecent,
            long inARow,
            long received,
            long inAnHour) {}

    /** Whom an answer goes to: the return path (RFC 3834 §4), else whoever wrote. Empty where there is nobody. */
    static Optional<EmailAddress> recipient(ParsedMail mail) {
        return EmailAddress.parse(mail.headers()
                .first("return-path")
                .map(AnswerGuard::bare)
                .orElseGet(() -> mail.from().address()));
    }

    /** What the mail itself says against it. Empty: nothing. */
    static Optional<Held> check(ParsedMail mail, MailKind kind, EmailAddress account) {
        return ofHeaders(mail.headers(), kind).or(() -> ofPeople(mail, account));
    }

    private static Optional<Held> ofHeaders(HeaderBlock headers, MailKind kind) {
        String submitted = headers.word("auto-submitted");
        boolean isMachines = !submitted.isEmpty() && !submitted.equals("no");
        if (kind == MailKind.AUTO_REPLY || isMachines || headers.has("x-kurir-id")) {
            return Optional.of(Held.AUTOMATIC);
        }
        if (BULK.contains(headers.word("precedence")) || OF_LISTS.stream().anyMatch(headers::has)) {
            return Optional.of(Held.LIST);
        }
        boolean isUnwanted = headers.all("x-auto-response-suppress").stream()
                .flatMap(value -> Stream.of(value.toLowerCase(Locale.ROOT).split("[,\\s]+", -1)))
                .anyMatch(UNWANTED::contains);
        if (isUnwanted) {
            return Optional.of(Held.UNWANTED);
        }
        boolean isReport = headers.word("content-type").equals("multipart/report");
        boolean hasNoReturn = headers.first("return-path")
                .map(AnswerGuard::bare)
                .filter(String::isEmpty)
                .isPresent();
        return isReport || hasNoReturn ? Optional.of(Held.NO_RETURN) : Optional.empty();
    }

    private static Optional<Held> ofPeople(ParsedMail mail, EmailAddress account) {
        Optional<EmailAddress> recipient = recipient(mail);
        boolean isRobot = recipient.isEmpty()
                || Stream.of(recipient.get().value(), mail.from().address()).anyMatch(AnswerGuard::isRobot);
        if (isRobot) {
            return Optional.of(Held.ROBOT);
        }
        boolean isToUs = Stream.of(mail.to(), mail.cc())
                .flatMap(List::stream)
                .map(Person::address)
                .anyMatch(address -> plain(address).equals(plain(account.value())));
        return isToUs ? Optional.empty() : Optional.of(Held.NOT_TO_US);
    }

    /** What happened before that is against it. Empty: nothing. */
    static Optional<Held> check(History history) {
        if (history.isOwn()) {
            return Optional.of(Held.OWN);
        }
        if (history.isOff()) {
            return Optional.of(Held.SWITCHED_OFF);
        }
        if (history.isSuppressed()) {
            return Optional.of(Held.SUPPRESSED);
        }
        if (history.isRecent()) {
            return Optional.of(Held.RECENTLY);
        }
        if (history.inARow() >= MOST_IN_A_ROW) {
            return Optional.of(Held.IN_A_ROW);
        }
        if (history.received() > MOST_RECEIVED) {
            return Optional.of(Held.TOO_FAST);
        }
        return history.inAnHour() >= MOST_AN_HOUR ? Optional.of(Held.TOO_MANY) : Optional.empty();
    }

    private static boolean isRobot(String address) {
        int at = address.lastIndexOf('@');
        return at > 0
                && ROBOT.matcher(address.substring(0, at).toLowerCase(Locale.ROOT))
                        .matches();
    }

    /** Without the tag after a plus, in lower case. */
    private static String plain(String address) {
        return address.toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
    }

    private static String bare(String path) {
        return path.replaceAll("[<>\\s]", "");
    }
}
