package dev.kurir.reliability;

import java.util.List;

/**
 * What each misbehaviour must lead to: state of the message, class of its attempts, effect, who saw content. A reply
 * without an enhanced code means what its basic code means at that moment; what is said before MAIL concerns the
 * account, what is said to MAIL concerns the sender, and a 5xx nobody can read suppresses nobody at once.
 */
final class SmtpFaultTable {
    private static final String ROWS = """
            CONNECT: say 421 Says the script + close | queued |  | rests throttled, slower | none
            CONNECT: say 450 Says the script + close | queued |  | rests connection | none
            CONNECT: say 451 Says the script + close | queued |  | rests connection | none
            CONNECT: say 452 Says the script + close | queued |  | rests connection | none
            CONNECT: say 550 Says the script + close | queued |  | rests connection | none
            CONNECT: say 552 Says the script + close | queued |  | rests connection | none
            CONNECT: say 554 Says the script + close | queued |  | rests connection | none
            EHLO: say 421 Says the script + close | queued |  | rests throttled, slower | none
            EHLO: say 450 Says the script | queued |  | rests connection | none
            EHLO: say 451 Says the script | queued |  | rests connection | none
            EHLO: say 452 Says the script | queued |  | rests connection | none
            EHLO: say 550 Says the script | queued |  | rests connection | none
            EHLO: say 552 Says the script | queued |  | rests connection | none
            EHLO: say 554 Says the script | queued |  | rests connection | none
            AUTH: say 421 Says the script + close | queued |  | rests throttled, slower | none
            AUTH: say 450 Says the script | queued |  | rests auth_busy, slower | none
            AUTH: say 451 Says the script | queued |  | rests auth_busy, slower | none
            AUTH: say 452 Says the script | queued |  | rests auth_busy, slower | none
            AUTH: say 550 Says the script | queued |  | rests auth_failed | none
            AUTH: say 552 Says the script | queued |  | rests auth_failed | none
            AUTH: say 554 Says the script | queued |  | rests auth_failed | none
            MAIL: say 421 Says the script + close | queued |  | rests throttled, slower | none
            MAIL: say 450 Says the script | deferred | soft | nothing | none
            MAIL: say 451 Says the script | deferred | soft | nothing | none
            MAIL: say 452 Says the script | deferred | soft | nothing | none
            MAIL: say 550 Says the script | rejected | policy | nothing | none
            MAIL: say 552 Says the script | failed | content | nothing | none
            MAIL: say 554 Says the script | rejected | policy | nothing | none
            RCPT: say 421 Says the script + close | queued |  | rests throttled, slower | none
            RCPT: say 450 Says the script | deferred | soft | nothing | none
            RCPT: say 451 Says the script | deferred | soft | nothing | none
            RCPT: say 452 Says the script | deferred | mailbox_full | nothing | none
            RCPT: say 550 Says the script | rejected | unknown | nothing | none
            RCPT: say 552 Says the script | failed | content | nothing | none
            RCPT: say 554 Says the script | rejected | unknown | nothing | none
            DATA: say 421 Says the script + close | queued |  | rests throttled, slower | none
            DATA: say 450 Says the script | deferred | soft | nothing | none
            DATA: say 451 Says the script | deferred | soft | nothing | none
            DATA: say 452 Says the script | deferred | mailbox_full | nothing | none
            DATA: say 550 Says the script | rejected | unknown | nothing | none
            DATA: say 552 Says the script | failed | content | nothing | none
            DATA: say 554 Says the script | rejected | unknown | nothing | none
            DOT: say 421 Says the script + close | queued | throttled | rests throttled, slower | 1
            DOT: say 450 Says the script | deferred | soft | nothing | each
            DOT: say 451 Says the script | deferred | soft | nothing | each
            DOT: say 452 Says the script | deferred | mailbox_full | nothing | each
            DOT: say 550 Says the script | rejected | unknown | nothing | each
            DOT: say 552 Says the script | failed | content | nothing | each
            DOT: say 554 Says the script | rejected | unknown | nothing | each

            RCPT: say 550 5.1.1 User unknown | rejected | hard_bounce | suppressed | none
            RCPT: say 550 5.1.1 User unknown; DATA: say 354 Go on | rejected | hard_bounce | suppressed | none
            RCPT: say 550 5.7 Short | rejected | unknown | nothing | none
            RCPT: say 450 4.7.1 Slow down | queued |  | rests throttled, slower | none
            RCPT: say 450 4.2.0 Greylisted | deferred | soft | nothing | none
            MAIL: say 454 4.7.0 Too many login attempts | queued |  | rests auth_busy, slower | none
            MAIL: say 530 5.7.0 Authentication required | queued |  | rests auth_failed | none
            MAIL: say 503 5.5.1 Bad sequence | failed | protocol | nothing | none
            DOT: say 550 5.4.5 Daily user sending limit exceeded | queued | quota | rests quota | 1
            DOT: say 552 5.2.2 Mailbox full | deferred | mailbox_full | nothing | each
            DOT: say 552 5.3.4 Message too big | failed | content | nothing | each
            DOT: say 554 5.7.1 Looks like spam | rejected | policy | nothing | each
            DOT: say 550 5.7 Short | rejected | unknown | nothing | each
            NEXT MAIL: say 421 Says the script + close | accepted |  | nothing | each
            NEXT MAIL: say 421 4.7.0 Too fast + close | accepted:1 queued |  | rests throttled, slower | 1

            DOT: say 250 Taken + reset | accepted |  | nothing | each
            DOT: say 250 Taken + close | accepted |  | nothing | each
            DOT: say 250 Taken + say 421 4.4.2 Idle too long + close | accepted |  | nothing | each
            QUIT: stall | accepted |  | nothing | each
            DOT: reset | uncertain | connection | rests connection | each
            DOT: close | uncertain | connection | rests connection | each
            DOT: stall | uncertain | connection | rests connection | each
            DOT: mutter 250 Tak + close | uncertain | connection | rests connection | each
            DOT: mutter 25 + stall | uncertain | connection | rests connection | each
            DOT: say 250-Tak + reset | uncertain | connection | rests connection | each
            DOT: garbage + stall | uncertain | connection | rests connection | each
            DOT: say 354 Go on | uncertain | connection | rests protocol | each
            DOT: flood 250 + stall | uncertain | connection | rests connection | each
            DOT: chatter 250 + stall | uncertain | connection | rests connection | each
            DOT: drip 250 Taken | uncertain | connection | rests connection | each
            DOT: drip 250 | accepted |  | nothing | each
            BODY: reset | uncertain | connection | rests connection | each
            DATA: say 250 No need | queued |  | rests connection | none
            RCPT: garbage + stall | queued |  | rests connection | none
            RCPT: flood 250 + stall | queued |  | rests connection | none
            RCPT: drip 250 Slowly | queued |  | rests connection | none
            RCPT: reset | queued |  | rests connection | none
            CONNECT: stall | queued |  | rests connection | none
            CONNECT: reset | queued |  | rests connection | none
            CONNECT: garbage + stall | queued |  | rests connection | none
            CONNECT: drip 220 Slowly | queued |  | rests connection | none
            CONNECT: flood 220 + stall | queued |  | rests connection | none
            EHLO: chatter 250 + stall | queued |  | rests connection | none

            HANDSHAKE: reset | queued |  | rests connection | none
            HANDSHAKE: close | queued |  | rests connection | none
            HANDSHAKE: garbage + stall | queued |  | rests connection | none
            HANDSHAKE: stall | queued |  | rests connection | none
            STARTTLS: say 454 4.7.0 Not available | queued |  | rests connection | none
            EHLO: say 250-faulty + say 250 AUTH PLAIN LOGIN; STARTTLS: say 220 Unasked | queued |  | rests connection | none
            STARTTLS: say 220 Go; DOT: reset | uncertain | connection | rests connection | each
            STARTTLS: say 220 Go; DOT: say 250 Taken | accepted |  | nothing | each
            """;

    private SmtpFaultTable() {}

    static List<SmtpFault> rows() {
        return ROWS.lines()
                .filter(line -> !line.isBlank())
                .map(SmtpFault::parse)
                .toList();
    }
}
