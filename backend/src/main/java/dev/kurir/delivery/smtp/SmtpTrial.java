package dev.kurir.delivery.smtp;

import dev.kurir.account.ConnectionProbe.Protocol;
import dev.kurir.account.ConnectionProbe.Step;
import dev.kurir.account.ConnectionProbe.StepName;
import dev.kurir.account.ConnectionProbe.Target;
import dev.kurir.account.ConnectionSecurity;
import dev.kurir.account.ProbeSteps;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One try of the settings, step by step. Lives on an event loop. */
final class SmtpTrial implements Dialler.Caller, Login.Listener, Wire.Owner {
    private final Target target;
    private final Tls tls;
    private final SmtpTimeouts timeouts;
    private final Consumer<List<Step>> result;
    private final ProbeSteps steps = new ProbeSteps(Protocol.SMTP, List.of(StepName.values()));
    private boolean over;

    SmtpTrial(Target target, Tls tls, SmtpTimeouts timeouts, Consumer<List<Step>> result) {
        this.target = target;
        this.tls = tls;
        this.timeouts = timeouts;
        this.result = result;
    }

    @Override
    public void resolved(List<InetSocketAddress> addresses) {
        steps.ok(
                StepName.DNS,
                addresses.stream()
                        .map(address -> address.getAddress().getHostAddress())
                        .collect(Collectors.joining(", ")));
    }

    @Override
    public void connected(Wire wire) {
        if (target.endpoint().security() == ConnectionSecurity.TLS) {
            steps.ok(StepName.CONNECT, null);
        }
        Credentials credentials = new Credentials(target.username(), target.password());
        new Login(wire, target.endpoint(), credentials, tls, timeouts, new ReplyClassifier.Of("custom"), this).start();
    }

    @Override
    public void greeted(SmtpReply greeting) {
        if (steps.waitsFor(StepName.CONNECT)) {
            steps.ok(StepName.CONNECT, words(greeting));
        }
        if (target.endpoint().security() == ConnectionSecurity.NONE) {
            steps.skip(StepName.TLS);
        }
    }

    @Override
    public void secured(String how) {
        steps.ok(StepName.TLS, how);
    }

    @Override
    public void loggedIn(Wire wire, Capabilities capabilities, SmtpReply reply) {
        if (target.password() == null) {
            steps.skip(StepName.LOGIN);
        } else {
            steps.ok(StepName.LOGIN, words(reply));
        }
        wire.owner(this);
        wire.command(
                SmtpPhase.MAIL,
                "MAIL FROM:<" + target.fromAddress() + ">",
                timeouts.command(),
                answer -> sender(wire, answer));
    }

    @Override
    public void failed(Cause cause) {
        finish(cause.reply());
    }

    @Override
    public void lost(Cause cause) {
        finish(cause.reply());
    }

    @Override
    public void unasked(ServerReply reply) {
        finish(reply.at(SmtpPhase.NONE));
    }

    @Override
    public void idle(Duration time) {
        // Every step has its own clock.
    }

    private void sender(Wire wire, ServerReply answer) {
        if (answer.isPositive()) {
            steps.ok(StepName.MAIL_FROM, words(answer.at(SmtpPhase.MAIL)));
            finish(null);
        } else {
            finish(answer.at(SmtpPhase.MAIL));
        }
        leave(wire);
    }

    /** Takes the sender back and says goodbye; how that is answered does not matter. */
    private void leave(Wire wire) {
        wire.command(
                SmtpPhase.NONE,
                "RSET",
                timeouts.quit(),
                _ -> wire.command(SmtpPhase.NONE, "QUIT", timeouts.quit(), _ -> wire.close()));
    }

    private void finish(@Nullable SmtpReply refusal) {
        if (over) {
            return;
        }
        over = true;
        if (refusal != null) {
            steps.fail(words(refusal));
        }
        result.accept(steps.all());
    }

    private static String words(SmtpReply reply) {
        if (reply.code() == 0) {
            return reply.text();
        }
        String enhanced = reply.enhanced() == null ? "" : reply.enhanced() + " ";
        return reply.code() + " " + enhanced + reply.text();
    }
}
