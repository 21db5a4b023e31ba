package dev.kurir.platform.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.platform.ids.InstanceKeys;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignedLinksTest {
    private final SignedLinks links = with((byte) 1);

    @Test
    void givesTheNumbersBack() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            long[] numbers = random.longs(random.nextInt(5), 0, Long.MAX_VALUE).toArray();
            assertThat(links.verify("unsubscribe", links.sign("unsubscribe", numbers)))
                    .hasValue(numbers);
        }
        assertThat(links.verify("x", links.sign("x", 0, 127, 128, Long.MAX_VALUE)))
                .hasValue(new long[] {0, 127, 128, Long.MAX_VALUE});
    }

    @Test
    void isShortAndFitsIntoAUrl() {
        assertThat(links.sign("unsubscribe", 1, 20_000_000)).hasSizeLessThan(32).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void isWorthNothingForAnotherPurpose() {
        assertThat(links.verify("open", links.sign("click", 1))).isEmpty();
    }

    @Test
    void isWorthNothingElsewhere() {
        assertThat(with((byte) 2).verify("x", links.sign("x", 1))).isEmpty();
    }

    @Test
    void aChangedOctetIsNoticed() {
        byte[] token = java.util.Base64.getUrlDecoder().decode(links.sign("x", 5, 6));
        for (int i = 0; i < token.length; i++) {
            byte[] forged = token.clone();
            forged[i] ^= 1;
            String text = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
            assertThat(links.verify("x", text)).isEmpty();
        }
    }

    @Test
    void nonsenseIsNoToken() {
        for (String text : new String[] {"", "a", "====", "../../etc", "ü", "A".repeat(5000)}) {
            assertThat(links.verify("x", text)).isEmpty();
        }
    }

    @Test
    void negativeNumbersCannotBeSigned() {
        assertThatThrownBy(() -> links.sign("x", -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SignedLinks with(byte key) {
        return new SignedLinks(new InstanceKeys(new UUID(0, 0), new byte[] {key}, new byte[] {key}));
    }
}
