package dev.kurir.account;

import static dev.kurir.account.AccountFixtures.SMTP;
import static dev.kurir.account.AccountFixtures.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EmailAddress;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRulesTest {
    private static final String INJECTION = "x\r\nBcc: eve@example.com";

    @ParameterizedTest
    @ValueSource(strings = {"smtp.example.com", "localhost", "127.0.0.1", "::1", "[2001:db8::1]", "a"})
    void takesNamesAndAddressesOfHosts(String host) {
        assertThatCode(() -> AccountRules.checkEndpoint("/smtp", endpoint(host, 465)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\r\nb", "a/b", "-a", "a@b", "http://x", "a\0", "*.example.com"})
    void refusesWhatIsNoHost(String host) {
        assertThatThrownBy(() -> AccountRules.checkEndpoint("/smtp", endpoint(host, 465)))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void refusesPortsThatDoNotExist() {
        assertThatThrownBy(() -> AccountRules.checkEndpoint("/smtp", endpoint("a", 0)))
                .isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> AccountRules.checkEndpoint("/smtp", endpoint("a", 65_536)))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void nothingCanBreakOutOfAHeaderOrALogin() {
        assertRefused("/name", "control_character", old -> with(old, "a", INJECTION, old.username()));
        assertRefused("/username", "control_character", old -> with(old, "a", old.name(), "a\0b"));
        assertThatThrownBy(() -> AccountRules.check(new Passwords(new Secret("a\r\nb"), null)))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void notesMayHaveLinesButNoControlCharacters() {
        assertThatCode(() -> AccountRules.check(noted("one\r\n\ttwo"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> AccountRules.check(noted("a\0b"))).isInstanceOf(DomainException.class);
    }

    @Test
    void limitsHaveLimits() {
        assertLimitsRefused(new Limits(Duration.ofSeconds(-1), Duration.ZERO, null, 1));
        assertLimitsRefused(new Limits(Duration.ZERO, Duration.ofDays(2), null, 1));
        assertLimitsRefused(new Limits(Duration.ZERO, Duration.ZERO, 0, 1));
        assertLimitsRefused(new Limits(Duration.ZERO, Duration.ZERO, null, 65));
        assertLimitsRefused(new Limits(Duration.ZERO, Duration.ZERO, null, 0, null, 10, null, null, 1));
        assertLimitsRefused(new Limits(Duration.ZERO, Duration.ZERO, null, null, 0, 10, null, null, 1));
        assertLimitsRefused(new Limits(Duration.ZERO, Duration.ZERO, null, null, 9, 10, null, new Ramp(0, 2, null), 1));
        assertLimitsRefused(
                new Limits(Duration.ZERO, Duration.ZERO, null, null, 9, 10, null, new Ramp(1, 0.5, null), 1));
    }

    @Test
    void atMostHalfIsKeptForPeople() {
        for (int share : new int[] {-1, 51}) {
            assertLimitsRefused(new Limits(Duration.ZERO, Duration.ZERO, null, null, null, share, null, null, 1));
        }
    }

    private static void assertRefused(String pointer, String code, UnaryOperator<AccountSettings> change) {
        assertThatThrownBy(() -> AccountRules.check(change.apply(settings(SMTP, null))))
                .isInstanceOfSatisfying(DomainException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.fields().getFirst().pointer()).isEqualTo(pointer);
                });
    }

    private static void assertLimitsRefused(Limits limits) {
        AccountSettings old = settings(SMTP, null);
        AccountSettings changed = new AccountSettings(
                old.name(),
                old.categoryId(),
                true,
                "",
                "",
                "custom",
                "",
                old.from(),
                old.username(),
                SMTP,
                null,
                null,
                ReadingSettings.DEFAULT,
                limits);
        assertThatThrownBy(() -> AccountRules.check(changed))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("limit_invalid"));
    }

    private static AccountSettings noted(String notes) {
        AccountSettings old = settings(SMTP, null);
        return new AccountSettings(
                old.name(),
                old.categoryId(),
                true,
                notes,
                "",
                "custom",
                "",
                old.from(),
                old.username(),
                SMTP,
                null,
                null,
                ReadingSettings.DEFAULT,
                Limits.NONE);
    }

    private static AccountSettings with(AccountSettings old, String host, String name, String username) {
        return new AccountSettings(
                name,
                old.categoryId(),
                true,
                "",
                "",
                "custom",
                "",
                new EmailAddress("a@example.com"),
                username,
                endpoint(host, 465),
                null,
                null,
                ReadingSettings.DEFAULT,
                Limits.NONE);
    }

    private static Endpoint endpoint(String host, int port) {
        return new Endpoint(host, port, ConnectionSecurity.TLS);
    }
}
