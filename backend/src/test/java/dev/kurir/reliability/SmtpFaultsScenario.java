package dev.kurir.reliability;

import static org.awaitility.Awaitility.await;

import dev.kurir.testing.TestCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Many mail servers, each with one fault, and one program that sends a small campaign to each of them at the same time.
 */
final class SmtpFaultsScenario implements AutoCloseable {
    /** So long the program waits for a server; RFC 5321 asks for minutes. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final int HANDS = 6;

    private final int messages;
    private final List<Case> cases = new ArrayList<>();
    private final Map<String, String> campaigns = new ConcurrentHashMap<>();
    private final ProgramUnderTest program;
    private final SendingWorld world;
    private final KurirApi api = new KurirApi();

    private record Case(String name, SmtpFault fault, boolean pipelining, FaultyMailServer server) {
        String title() {
            return fault.server() + (pipelining ? "" : " (no pipelining)");
        }
    }

    /** @param all whether each fault is met a second time, at a server that takes one command at a time */
    SmtpFaultsScenario(Path folder, int messages, boolean all)
            throws IOException, GeneralSecurityException, InterruptedException {
        this.messages = messages;
        TestCertificate certificate = new TestCertificate(folder, "ip:127.0.0.1");
        for (SmtpFault fault : SmtpFaultTable.rows()) {
            add(fault, true, certificate.sockets());
            if (all) {
                add(fault, false, certificate.sockets());
            }
        }
        program = new ProgramUnderTest(
                folder,
                Map.of(
                        "KURIR_SMTP_PATIENCE",
                        PATIENCE.toSeconds() + "s",
                        "KURIR_SANDBOX",
                        "false",
                        "KURIR_ALLOW_PRIVATE_TARGETS",
                        "127.0.0.1",
                        "JAVA_TOOL_OPTIONS",
                        certificate.trustOptions()));
        world = new SendingWorld(program::database, api);
    }

    private void add(SmtpFault fault, boolean pipelining, SSLSocketFactory tls) throws IOException {
        String name = "f%03d".formatted(cases.size() + 1);
        cases.add(new Case(name, fault, pipelining, new FaultyMailServer(fault, pipelining, tls)));
    }

    int cases() {
        return cases.size();
    }

    /** Starts the program and makes accounts and campaigns, ready to go; answers what the program holds then. */
    Footprint begin() {
        program.start();
        api.setUp(program.ready());
        forEach(each -> {
            SmtpFault fault = each.fault();
            String account = world.account(
                    each.name(),
                    each.server().port(),
                    fault.isSecure() ? "starttls" : "none",
                    Map.of("gapSeconds", 0, "jitterSeconds", 0, "connections", 1));
            String campaign = world.campaign(each.name(), account, fault.messages(messages));
            world.generate(campaign);
            campaigns.put(each.name(), campaign);
        });
        return program.footprint();
    }

    /** Sends them all; answers how they deviate from the table when nothing does, or when it is too late. */
    List<String> run(Duration atMost) {
        forEach(each -> world.process(campaigns.get(each.name())));
        return untilNone(atMost, this::deviations);
    }

    /** Accounts whose login was refused, and which still try. */
    List<String> stillTrying(Duration atMost) {
        return untilNone(atMost, () -> List.copyOf(world.pairs("""
                select name, 'tries again' from account a where blocked_reason is distinct from 'auth_failed'
                and exists (select from event e where e.account_id = a.id and e.type = 'worker_rests'
                            and e.payload ->> 'reason' = 'auth_failed')""").keySet()));
    }

    /** Switches everything off; answers which servers still have a connection after a while. */
    List<String> switchOff() {
        api.put("/workers", Map.of("wanted", "OFF"));
        return untilNone(
                PATIENCE.multipliedBy(2),
                () -> cases.stream()
                        .filter(each -> each.server().connections() > 0)
                        .map(Case::title)
                        .toList());
    }

    /** Answers what it holds when that is no more than before, but for so many; or what it holds in the end. */
    Footprint settled(Footprint before, int tolerance) {
        try {
            await().pollInterval(Duration.ofMillis(500))
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> program.footprint().isWithin(before, tolerance));
        } catch (ConditionTimeoutException more) {
            System.out.println("the program holds more than before");
        }
        return program.footprint();
    }

    @Override
    public void close() {
        program.close();
        cases.forEach(each -> each.server().close());
    }

    private List<String> deviations() {
        SmtpFaultsSeen seen = SmtpFaultsSeen.read(world);
        return cases.stream()
                .map(each -> deviation(each, seen))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private String deviation(Case of, SmtpFaultsSeen seen) {
        SmtpFault fault = of.fault();
        int people = fault.messages(messages);
        List<String> contents = of.server().contents();
        List<String> wrong = new ArrayList<>();
        compare("states", new TreeMap<>(fault.wanted(people)), seen.states(of.name()), wrong);
        compare("attempts", fault.reasons(), seen.reasons(of.name()), wrong);
        // the second refusal of a login comes a minute later: see stillTrying
        String effect = seen.effect(of.name()).replace(", blocked auth_failed", "");
        compare("effect", fault.effect(), effect, wrong);
        compare("contents", fault.wantedContents(people), contents.size(), wrong);
        compare("contents once", contents.stream().distinct().count(), (long) contents.size(), wrong);
        return wrong.isEmpty() ? "" : of.title() + " → " + String.join(", ", wrong);
    }

    private static void compare(String what, Object wanted, Object seen, List<String> wrong) {
        if (!wanted.equals(seen)) {
            wrong.add("%s: %s, not %s".formatted(what, seen, wanted));
        }
    }

    private static List<String> untilNone(Duration atMost, Supplier<List<String>> wrong) {
        try {
            await().pollInterval(Duration.ofMillis(500))
                    .atMost(atMost)
                    .until(() -> wrong.get().isEmpty());
        } catch (ConditionTimeoutException late) {
            System.out.println("not as expected after " + atMost.toSeconds() + " s");
        }
        return wrong.get();
    }

    /** A few at a time, as a few people would. */
    private void forEach(Consumer<Case> deed) {
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            List<? extends Future<?>> done = cases.stream()
                    .map(each -> hands.submit(() -> deed.accept(each)))
                    .toList();
            for (Future<?> each : done) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
