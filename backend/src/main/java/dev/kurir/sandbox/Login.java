package dev.kurir.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.auth.UsernamePasswordValidator;

/** Only the world's own mailbox may send, as at a real provider. */
record Login(String password) implements UsernamePasswordValidator {
    @Override
    public void login(String username, String given, MessageContext context) throws LoginFailedException {
        boolean known = MailWorld.OWN.equalsIgnoreCase(username)
                && MessageDigest.isEqual(
                        password.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
        if (!known) {
            throw new LoginFailedException();
        }
    }

    @Override
    public String toString() {
        return "Login";
    }
}
