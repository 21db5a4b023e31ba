package dev.kurir.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BehaviourTest {
    @ParameterizedTest
    @CsvSource({
        "ok@sandbox.test, ACCEPT",
        "ok+17@sandbox.test, ACCEPT",
        "bounce@sandbox.test, BOUNCE",
        "Bounce7@Sandbox.TEST, BOUNCE",
        "soft+1@sandbox.test, BUSY",
        "busy@sandbox.test, BUSY",
        "slow-ann@sandbox.test, SLOW",
        "full@sandbox.test, FULL",
        "drop+x@sandbox.test, DROP",
        "reply@sandbox.test, REPLY",
        "ooo@sandbox.test, AWAY",
        "gone+1@sandbox.test, GONE",
        "complain@sandbox.test, COMPLAIN",
        "replyson@sandbox.test, ACCEPT",
        "fullerton@sandbox.test, ACCEPT",
        "bounce@example.com, ACCEPT",
        "bounce@x.sandbox.test, ACCEPT"
    })
    void theWordBeforeTheSignDecides(String address, Behaviour expected) {
        assertThat(Behaviour.of(address)).isEqualTo(expected);
    }
}
