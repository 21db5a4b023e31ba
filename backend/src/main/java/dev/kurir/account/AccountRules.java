package dev.kurir.account;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.SingleLine;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What settings of an account can be taken: nothing that could break out of a header, an envelope or a login. */
final class AccountRules {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[?[0-9A-Fa-f]*:[0-9A-Fa-f:.]+]?");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_CONNECTIONS = 64;
    private static final double MOST_GROWTH = 10;
    private static final int MOST_FOR_PEOPLE = 50;

    private AccountRules() {}

    static void check(AccountSettings settings) {
        SingleLine.require("/name", settings.name());
        SingleLine.require("/provider", settings.provider());
        SingleLine.require("/fromName", settings.fromName());
        checkLines("/notes", settings.notes());
        checkLines("/signature", settings.signature());
        checkLogin(settings.username(), settings.imapUsername());
        checkEndpoint("/smtp", settings.smtp());
        if (settings.imap() != null) {
            checkEndpoint("/imap", settings.imap());
        }
        String folder = settings.reading().sentFolder();
        if (folder != null) {
            SingleLine.require("/reading/sentFolder", folder);
        }
        if (settings.reading().away() != null) {
            checkLines("/reading/awayText", settings.reading().away().text());
        }
        checkLimits(settings.limits());
    }

    static void checkLogin(String username, @Nullable String imapUsername) {
        SingleLine.require("/username", username);
        if (imapUsername != null) {
            SingleLine.require("/imapUsername", imapUsername);
        }
    }

    static void check(Passwords passwords) {
        if (passwords.smtp() != null) {
            SingleLine.require("/password", passwords.smtp().value());
        }
        if (passwords.imap() != null) {
            SingleLine.require("/imapPassword", passwords.imap().value());
        }
    }

    static void checkEndpoint(String pointer, Endpoint endpoint) {
        if (endpoint.host().length() > 253 || !HOST.matcher(endpoint.host()).matches()) {
            throw DomainException.invalid(pointer + "/host", "host_invalid", "This is not the name of a host.");
        }
        if (endpoint.port() < 1 || endpoint.port() > 65_535) {
            throw DomainException.invalid(pointer + "/port", "port_invalid", "A port is between 1 and 65535.");
        }
    }

    private static void checkLines(String pointer, String text) {
        if (!SingleLine.isClean(text.replaceAll("[\\r\\n\\t]", ""))) {
            throw DomainException.invalid(pointer, "control_character", "Control characters cannot stand here.");
        }
    }

    private static void checkLimits(Limits limits) {
        checkSpan("/limits/gapSeconds", limits.gap());
        checkSpan("/limits/jitterSeconds", limits.jitter());
        for (LimitSpan span : LimitSpan.values()) {
            Integer most = limits.most(span);
            if (most != null && most < 1) {
                throw DomainException.invalid(
                        "/limits/per" + span.title(), "limit_invalid", "At least one message a " + span.word() + ".");
            }
        }
        if (limits.peopleShare() < 0 || limits.peopleShare() > MOST_FOR_PEOPLE) {
            throw DomainException.invalid("/limits/peopleShare", "limit_invalid", "Between 0 and 50 percent.");
        }
        checkWindow(limits.window());
        checkRamp(limits);
        if (limits.connections() < 1 || limits.connections() > MOST_CONNECTIONS) {
            throw DomainException.invalid("/limits/connections", "limit_invalid", "Between 1 and 64 connections.");
        }
    }

    private static void checkWindow(@Nullable SendingWindow window) {
        if (window != null && window.days().isEmpty()) {
            throw DomainException.invalid("/limits/window/days", "limit_invalid", "At least one day of the week.");
        }
    }

    private static void checkRamp(Limits limits) {
        Ramp ramp = limits.ramp();
        if (ramp == null) {
            return;
        }
        if (limits.perDay() == null) {
            throw DomainException.invalid(
                    "/limits/perDay", "ramp_without_limit", "A slow start needs a day's limit to grow up to.");
        }
        if (ramp.start() < 1) {
            throw DomainException.invalid("/limits/ramp/start", "limit_invalid", "At least one message a day.");
        }
        if (!(ramp.factor() >= 1 && ramp.factor() <= MOST_GROWTH)) {
            throw DomainException.invalid("/limits/ramp/factor", "limit_invalid", "Between 1 and 10.");
        }
    }

    private static void checkSpan(String pointer, Duration span) {
        if (span.isNegative() || span.compareTo(DAY) > 0) {
            throw DomainException.invalid(pointer, "limit_invalid", "Between 0 and 86400 seconds.");
        }
    }
}
