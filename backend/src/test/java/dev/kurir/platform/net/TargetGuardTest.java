package dev.kurir.platform.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kurir.platform.net.TargetGuard.Protocol;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetGuardTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final int LISTENS_ON = 40_000;
    private static final TargetGuard CLOSED = new TargetGuard("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.19.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "localhost",
                "2130706433",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:0:a00:1::1",
                "fc00::1",
                "fdff::1",
                "fe80::1",
                "ff02::1"
            })
    void nothingInsideCanBeReached(String host) {
        assertThatExceptionOfType(ForbiddenTargetException.class)
                .isThrownBy(() -> CLOSED.resolve(host, 587, Protocol.SMTP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8"})
    void thePublicInternetCanBeReached(String host) throws IOException {
        assertThat(CLOSED.resolve(host, 587, Protocol.SMTP)).hasSize(1);
    }

    @Test
    void onlyPortsOfTheProtocolCanBeReached() {
        assertThatExceptionOfType(ForbiddenTargetException.class)
                .isThrownBy(() -> CLOSED.resolve("8.8.8.8", 6379, Protocol.SMTP));
        assertThatExceptionOfType(ForbiddenTargetException.class)
                .isThrownBy(() -> CLOSED.resolve("8.8.8.8", 587, Protocol.IMAP));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/8",
                "10.0.0.7",
                "10.0.0.7:26",
                "10.0.0.0/29:26",
                "[::1]:25, 10.0.0.7",
                "x , 10.0.0.7:26"
            })
    void theOperatorCanNameExceptions(String allowed) throws IOException {
        TargetGuard guard = new TargetGuard(allowed);

        assertThat(guard.resolve("10.0.0.7", 26, Protocol.SMTP)).hasSize(1);
        assertThatExceptionOfType(ForbiddenTargetException.class)
                .isThrownBy(() -> guard.resolve("192.168.0.1", 26, Protocol.SMTP));
    }

    @Test
    void anExceptionWithAPortIsForThatPort() {
        assertThatExceptionOfType(ForbiddenTargetException.class)
                .isThrownBy(() -> new TargetGuard("127.0.0.1:25").resolve("127.0.0.1", 587, Protocol.SMTP));
    }

    @Test
    void anExceptionByNameIsForThatName() throws IOException {
        TargetGuard guard = new TargetGuard("LocalHost:26");

        assertThat(guard.resolve("localhost", 26, Protocol.SMTP)).isNotEmpty();
        assertThatExceptionOfType(ForbiddenTargetException.class)
                .isThrownBy(() -> guard.resolve("127.0.0.1", 26, Protocol.SMTP));
    }

    @Test
    void aServerOfOurOwnIsReachedUnderItsNameWhereverItListens() throws IOException {
        TargetGuard guard = new TargetGuard("");
        InetSocketAddress listener = new InetSocketAddress(LOOPBACK, LISTENS_ON);
        guard.admitOwn("own.test", 25, listener);

        assertThat(guard.resolve("OWN.test", 25, Protocol.SMTP)).containsExactly(listener);
        assertThat(guard.isTrusted("own.test", LOOPBACK, 25)).isTrue();
    }

    @Test
    void aServerOfOurOwnOpensNoOtherDoor() {
        TargetGuard guard = new TargetGuard("");
        guard.admitOwn("own.test", 25, new InetSocketAddress(LOOPBACK, LISTENS_ON));

        assertThatExceptionOfType(ForbiddenTargetException.class)
                .isThrownBy(() -> guard.resolve("127.0.0.1", LISTENS_ON, Protocol.SMTP));
        assertThatExceptionOfType(ForbiddenTargetException.class)
                .isThrownBy(() -> guard.resolve("127.0.0.1", 25, Protocol.SMTP));
        assertThat(guard.isTrusted("own.test", LOOPBACK, 587)).isFalse();
        guard.forgetOwn("own.test", 25);
        assertThat(guard.isTrusted("own.test", LOOPBACK, 25)).isFalse();
    }
}
