package dev.kurir.sandbox;

import dev.kurir.kernel.EmailAddress;
import dev.kurir.platform.KurirProperties;
import dev.kurir.platform.links.SignedLinks;
import dev.kurir.platform.net.TargetGuard;
import dev.kurir.workspace.SandboxStatus;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The built-in mail world: an SMTP and an IMAP server on the loopback interface, for whoever wants to try before
 * connecting a real mailbox. What addresses do there is {@link Behaviour}. One mailbox sends and gets the answers; all
 * other mail is kept together in a second one, {@code everyone@sandbox.test}. Everything is in memory.
 */
@Component
public class MailWorld implements SmartLifecycle, SandboxStatus {
    static final String HOST = "sandbox.test";
    static final String OWN = "hello@" + HOST;
    static final String EVERYONE = "everyone@" + HOST;
    private static final int SMTP = 25;
    private static final int IMAP = 143;
    private static final Logger LOG = LoggerFactory.getLogger(MailWorld.class);

    private final boolean wanted;
    private final TargetGuard guard;
    private final Clock clock;
    private final String password;
    private volatile @Nullable Servers servers;

    /** The password comes from the installation's key: an account that was made yesterday still fits. */
    MailWorld(KurirProperties properties, TargetGuard guard, SignedLinks keyed, Clock clock) {
        this.wanted = properties.hasSandbox();
        this.guard = guard;
        this.clock = clock;
        this.password = keyed.sign("sandbox-mailbox");
    }

    private record Servers(SmtpSide smtp, ImapSide imap) {}

    /** How to send from the world and read in it. */
    public SandboxMailbox mailbox() {
        return new SandboxMailbox(new EmailAddress(OWN), password, HOST, SMTP, IMAP);
    }

    @Override
    public void start() {
        if (!wanted) {
            return;
        }
        ImapSide imap = ImapSide.start(password, clock);
        SmtpSide smtp = SmtpSide.start(password, new Deliveries(imap, clock));
        guard.admitOwn(HOST, SMTP, smtp.address());
        guard.admitOwn(HOST, IMAP, imap.address());
        servers = new Servers(smtp, imap);
        LOG.info("The sandbox takes mail at {} and shows it at {}", smtp.address(), imap.address());
    }

    @Override
    public void stop() {
        Servers running = servers;
        servers = null;
        if (running != null) {
            guard.forgetOwn(HOST, SMTP);
            guard.forgetOwn(HOST, IMAP);
            running.smtp().close();
            running.imap().close();
        }
    }

    @Override
    public boolean isRunning() {
        return servers != null;
    }

    /** Before the workers, which send into it, and ended after them. */
    @Override
    public int getPhase() {
        return 0;
    }
}
