package dev.kurir.platform.build;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Names the single-page application that this program serves, so that an open tab learns that there is a new one. It is
 * the hash of {@code index.html}, which names every script by the hash of its content.
 */
@Component
public class BuildId {
    private static final int SHOWN = 12;

    private final String value;

    BuildId() {
        this.value = of(new ClassPathResource("static/index.html"));
    }

    private static String of(ClassPathResource page) {
        if (!page.exists()) {
            return "dev";
        }
        try (InputStream content = page.getInputStream()) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return HexFormat.of().formatHex(hash).substring(0, SHOWN);
        } catch (IOException | NoSuchAlgorithmException unreadable) {
            throw new IllegalStateException("index.html cannot be read", unreadable);
        }
    }

    public String value() {
        return value;
    }
}
