package dev.kurir.reliability;

import dev.kurir.reliability.SmtpFault.Act;
import dev.kurir.reliability.SmtpFault.Moment;
import dev.kurir.reliability.SmtpFault.Verb;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** One client of a {@link FaultyMailServer}: a well-behaved conversation with the fault's acts in their places. */
final class FaultyConversation {
    private final FaultyWire wire;
    private final SmtpFault fault;
    private final boolean pipelining;
    private final Consumer<String> seen;
    private boolean secured;
    private boolean taken;
    private boolean sender;
    private String recipient = "";

    /** @param seen hears whose content begins to arrive */
    FaultyConversation(FaultyWire wire, SmtpFault fault, boolean pipelining, Consumer<String> seen) {
        this.wire = wire;
        this.fault = fault;
        this.pipelining = pipelining;
        this.seen = seen;
    }

    void run() throws IOException {
        answer(Moment.CONNECT, "220 faulty ESMTP");
        while (true) {
            String line = wire.line();
            String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" -> answer(Moment.EHLO, offers());
                case "STAR" -> startTls();
                case "AUTH" -> answer(Moment.AUTH, "235 2.7.0 Welcome");
                case "MAIL" -> sender = isGood(answer(mail(), "250 2.1.0 Ok"));
                case "RCPT" -> recipient(line);
                case "DATA" -> data();
                case "QUIT" -> {
                    answer(Moment.QUIT, "221 2.0.0 Bye");
                    return;
                }
                default -> {
                    forget();
                    wire.say("250 2.0.0 Ok");
                }
            }
        }
    }

    private String offers() {
        return "250-faulty\r\n"
                + (pipelining ? "250-PIPELINING\r\n" : "")
                + (fault.isSecure() && !secured ? "250-STARTTLS\r\n" : "")
                + "250 AUTH PLAIN LOGIN";
    }

    private void startTls() throws IOException {
        if (isGood(answer(Moment.STARTTLS, "220 2.0.0 Go ahead"))) {
            for (Act act : fault.acts().getOrDefault(Moment.HANDSHAKE, List.of())) {
                wire.act(act);
            }
            wire.secure();
            secured = true;
        }
    }

    private Moment mail() {
        return taken && fault.acts().containsKey(Moment.NEXT_MAIL) ? Moment.NEXT_MAIL : Moment.MAIL;
    }

    private void recipient(String line) throws IOException {
        if (sender && isGood(answer(Moment.RCPT, "250 2.1.5 Ok"))) {
            recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
        } else if (!sender) {
            wire.say("503 5.5.1 MAIL first");
        }
    }

    private void data() throws IOException {
        boolean somebody = !recipient.isEmpty();
        if (!somebody && !fault.acts().containsKey(Moment.DATA)) {
            wire.say("503 5.5.1 RCPT first");
            return;
        }
        if (answer(Moment.DATA, "354 Go on").startsWith("354")) {
            content();
            answer(Moment.DOT, somebody ? "250 2.0.0 Taken" : "554 5.5.1 For nobody");
            taken = true;
            forget();
        }
    }

    private void content() throws IOException {
        String line = wire.line();
        if (line.equals(".")) {
            return;
        }
        seen.accept(recipient);
        for (Act act : fault.acts().getOrDefault(Moment.BODY, List.of())) {
            wire.act(act);
        }
        while (!line.equals(".")) {
            line = wire.line();
        }
    }

    /** Says what is usual unless the fault has something else in mind; tells the words. */
    private String answer(Moment moment, String usual) throws IOException {
        List<Act> acts = fault.acts().getOrDefault(moment, List.of());
        if (acts.isEmpty()) {
            wire.say(usual);
            return usual;
        }
        for (Act act : acts) {
            wire.act(act);
        }
        return acts.getFirst().verb() == Verb.SAY ? acts.getFirst().words() : usual;
    }

    private void forget() {
        sender = false;
        recipient = "";
    }

    private static boolean isGood(String reply) {
        return reply.startsWith("2");
    }
}
