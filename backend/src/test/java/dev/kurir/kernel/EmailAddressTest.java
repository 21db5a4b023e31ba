package dev.kurir.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    private static final Pattern GRAMMAR =
            Pattern.compile("(?=.{1,64}@)[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sari@toko.example",
                "a@b.co",
                "first.last+tag@sub.toko-kita.example",
                "o'brien@x1.2y.id",
                "!#$%&'*+/=?^_`{|}~-@example.com"
            })
    void anAddressIsTaken(String text) {
        assertThat(EmailAddress.parse(text)).map(EmailAddress::value).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "sari",
                "sari@",
                "@toko.example",
                "sari@toko",
                "sari@toko.e",
                "sari@toko.1e",
                "sari@.example",
                "sari@toko..example",
                "sari@toko.example.",
                "sari@-toko.example",
                "sari@toko-.example",
                ".sari@toko.example",
                "sari.@toko.example",
                "sa..ri@toko.example",
                "sa ri@toko.example",
                "sa\"ri@toko.example",
                "<sari@toko.example>",
                "sari@toko.example\r\nRCPT TO:<b@c.example>",
                "sári@toko.example",
                "a@b@toko.example",
                "sari@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example"
            })
    void whatIsNoneIsRefused(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void aDomainOfOtherLettersIsTakenInItsAsciiForm() {
        assertThat(EmailAddress.parse(" sari@bücher.example "))
                .contains(new EmailAddress("sari@xn--bcher-kva.example"));
    }

    @Test
    void spellingsOfOneRecipientHaveOneHash() {
        assertThat(new EmailAddress("Sari@Toko.example").hash())
                .isEqualTo(new EmailAddress("sari@toko.example").hash())
                .hasSize(16);
    }

    @Test
    void theScanAgreesWithTheGrammar() {
        Random random = new Random(4711);
        String signs = "aZ09.-+_@ \"<\u00e9";
        int taken = 0;
        for (int round = 0; round < 50_000; round++) {
            StringBuilder text = new StringBuilder("a.b1@c-d.e2.fg");
            for (int change = random.nextInt(4); change > 0; change--) {
                text.setCharAt(random.nextInt(text.length()), signs.charAt(random.nextInt(signs.length())));
            }
            boolean expected = GRAMMAR.matcher(text).matches();
            assertThat(valid(text.toString()).isPresent()).as("%s", text).isEqualTo(expected);
            taken += expected ? 1 : 0;
        }
        assertThat(taken).isGreaterThan(500);
    }

    private static Optional<EmailAddress> valid(String text) {
        try {
            return Optional.of(new EmailAddress(text));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }
}
