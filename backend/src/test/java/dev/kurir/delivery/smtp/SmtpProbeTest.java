package dev.kurir.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kurir.account.ConnectionProbe.Result;
import dev.kurir.account.ConnectionProbe.Step;
import dev.kurir.account.ConnectionProbe.StepName;
import dev.kurir.account.ConnectionProbe.Target;
import dev.kurir.account.ConnectionSecurity;
import dev.kurir.account.Endpoint;
import dev.kurir.account.Secret;
import dev.kurir.platform.net.TargetGuard;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class SmtpProbeTest {
    private final CountingLoops loops = new CountingLoops();

    @AfterEach
    void stop() {
        loops.shutdownGracefully().syncUninterruptibly();
    }

    @Test
    void everyStepTellsWhatTheServerSaid() throws Exception {
        List<Step> steps = probe(dialogue -> {
            dialogue.login("PIPELINING");
            dialogue.hear("MAIL FROM:<post@kurir.test>");
            dialogue.say("250 2.1.0 Fine");
            dialogue.hear("RSET");
            dialogue.say("250 Ok");
            dialogue.hear("QUIT");
        });

        assertThat(steps)
                .extracting(Step::name, Step::result)
                .containsExactly(
                        tuple(StepName.DNS, Result.OK),
                        tuple(StepName.CONNECT, Result.OK),
                        tuple(StepName.TLS, Result.SKIPPED),
                        tuple(StepName.LOGIN, Result.OK),
                        tuple(StepName.MAIL_FROM, Result.OK));
        assertThat(steps.getLast().detail()).isEqualTo("250 2.1.0 Fine");
    }

    @Test
    void whatComesAfterAFailureIsSkipped() throws Exception {
        List<Step> steps = probe(dialogue -> {
            dialogue.say("220 Hi");
            dialogue.ehlo();
            dialogue.hear("AUTH PLAIN");
            dialogue.say("535 5.7.8 Wrong password");
        });

        assertThat(steps).extracting(Step::result).endsWith(Result.FAILED, Result.SKIPPED);
        assertThat(steps.get(3).code()).isEqualTo("login_failed");
        assertThat(steps.get(3).detail()).isEqualTo("535 5.7.8 Wrong password");
    }

    private List<Step> probe(ScriptedServer.Script script) throws Exception {
        SmtpTimeouts timeouts = TransportFixture.PATIENT;
        Tls tls = new Tls(null, timeouts.connect());
        Dialler dialler = new Dialler(new TargetGuard("127.0.0.1"), Thread::startVirtualThread, tls, timeouts);
        List<Step> told = new java.util.concurrent.CopyOnWriteArrayList<>();
        try (ScriptedServer server = new ScriptedServer(script)) {
            Endpoint endpoint = new Endpoint("127.0.0.1", server.port(), ConnectionSecurity.NONE);
            Target target = new Target(endpoint, "user", new Secret("pass"), "post@kurir.test");
            StepVerifier.create(new SmtpProbe(loops, dialler, tls, timeouts).probe(target))
                    .consumeNextWith(told::addAll)
                    .expectComplete()
                    .verify(Duration.ofSeconds(20));
        }
        return told;
    }
}
