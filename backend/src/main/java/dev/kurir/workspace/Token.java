package dev.kurir.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** 256 random bits that stand for a permission. Only the hash is ever stored. */
public record Token(String text) {
    private static final int OCTETS = 32;

    /** A new one; the system's randomness is read from a file, so not on the event loop. */
    public static Mono<Token> random() {
        return Mono.fromSupplier(Token::make).subscribeOn(Schedulers.boundedElastic());
    }

    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static Token make() {
        byte[] random = new byte[OCTETS];
        new SecureRandom().nextBytes(random);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}
