package dev.kurir.account;

import static dev.kurir.account.AccountFixtures.IMAP;
import static dev.kurir.account.AccountFixtures.SMTP;
import static dev.kurir.account.AccountFixtures.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.kernel.DomainException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PasswordReuseTest {
    private static final Endpoint EVIL = new Endpoint("evil.example", 465, ConnectionSecurity.TLS);
    private static final Passwords NEW = new Passwords(new Secret("new"), null);
    private static final Passwords NEW_IMAP = new Passwords(null, new Secret("new"));

    @Test
    void aStoredPasswordStaysWithItsHost() {
        assertFine(stored(null, true, false), SMTP, null, Passwords.KEPT);
        assertFine(
                stored(null, true, false),
                new Endpoint("SMTP.example.com", 587, ConnectionSecurity.STARTTLS),
                null,
                Passwords.KEPT);
        assertRefused("/password", stored(null, true, false), EVIL, null, Passwords.KEPT);
    }

    @Test
    void whoKnowsThePasswordMayNameAnotherHost() {
        assertFine(stored(null, true, false), EVIL, null, NEW);
        assertFine(stored(null, false, false), EVIL, EVIL, Passwords.KEPT);
    }

    @Test
    void thePasswordOfSmtpDoesNotReachANewImapHost() {
        assertRefused("/imapPassword", stored(null, true, false), SMTP, EVIL, Passwords.KEPT);
        assertRefused("/imapPassword", stored(IMAP, true, false), SMTP, EVIL, Passwords.KEPT);
        assertFine(stored(IMAP, true, false), SMTP, IMAP, Passwords.KEPT);
        assertFine(stored(null, true, false), SMTP, SMTP, Passwords.KEPT);
        assertFine(stored(null, true, false), SMTP, EVIL, NEW);
        assertFine(stored(null, true, false), SMTP, EVIL, NEW_IMAP);
    }

    @Test
    void thePasswordOfImapStaysWithItsHostToo() {
        assertFine(stored(IMAP, true, true), SMTP, IMAP, Passwords.KEPT);
        assertRefused("/imapPassword", stored(IMAP, true, true), SMTP, EVIL, Passwords.KEPT);
        assertRefused("/imapPassword", stored(IMAP, true, true), SMTP, EVIL, NEW);
        assertFine(stored(IMAP, true, true), SMTP, EVIL, NEW_IMAP);
    }

    @Test
    void withImapsOwnPasswordItsHostDoesNotKnowTheOther() {
        assertRefused("/password", stored(IMAP, true, true), IMAP, IMAP, Passwords.KEPT);
    }

    @Test
    void takingImapsOwnPasswordAwayDoesNotSendTheOtherThere() {
        Passwords removed = new Passwords(null, new Secret(""));

        assertRefused("/imapPassword", stored(IMAP, true, true), SMTP, IMAP, removed);
    }

    private static void assertFine(Account stored, Endpoint smtp, @Nullable Endpoint imap, Passwords given) {
        assertThatCode(() -> PasswordReuse.check(stored, smtp, imap, given)).doesNotThrowAnyException();
    }

    private static void assertRefused(
            String pointer, Account stored, Endpoint smtp, @Nullable Endpoint imap, Passwords given) {
        assertThatThrownBy(() -> PasswordReuse.check(stored, smtp, imap, given))
                .isInstanceOfSatisfying(DomainException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("password_required");
                    assertThat(refusal.fields().getFirst().pointer()).isEqualTo(pointer);
                });
    }
}
