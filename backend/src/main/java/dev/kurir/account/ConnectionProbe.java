package dev.kurir.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Tries the settings of an account step by step against the real server; stores nothing and sends no mail. Owned by
 * account, implemented once per protocol by delivery (SMTP) and inbox (IMAP). A failure is a step, never an error.
 */
public interface ConnectionProbe {
    Protocol protocol();

    /** The steps in order: those after the first failure are {@link Result#SKIPPED}. */
    Mono<List<Step>> probe(Target target);

    /** Which server is tried. */
    enum Protocol {
        SMTP,
        IMAP
    }

    /** What is tried. {@link #MAIL_FROM} belongs to SMTP only, and is taken back with RSET. */
    enum StepName {
        DNS,
        CONNECT,
        TLS,
        LOGIN,
        MAIL_FROM
    }

    /** How a step ended. */
    enum Result {
        OK,
        FAILED,
        SKIPPED
    }

    /**
     * Where and as whom.
     *
     * @param password null: no login is tried
     */
    record Target(
            Endpoint endpoint, String username, @Nullable Secret password, String fromAddress) {}

    /**
     * One step.
     *
     * @param code stable code of the failure
     * @param detail the server's own words, one line
     */
    record Step(
            Protocol protocol,
            StepName name,
            Result result,
            @Nullable String code,
            @Nullable String detail,
            @Nullable Long millis) {

        public static Step ok(Protocol protocol, StepName name, @Nullable String detail, long millis) {
            return new Step(protocol, name, Result.OK, null, detail, millis);
        }

        public static Step failed(Protocol protocol, StepName name, String code, @Nullable String detail, long millis) {
            return new Step(protocol, name, Result.FAILED, code, detail, millis);
        }

        public static Step skipped(Protocol protocol, StepName name) {
            return new Step(protocol, name, Result.SKIPPED, null, null, null);
        }
    }
}
