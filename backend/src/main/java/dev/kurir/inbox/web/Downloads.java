package dev.kurir.inbox.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;

/** What strangers have written is saved by the browser, never shown. */
final class Downloads {
    private Downloads() {}

    /** With its name as RFC 6266 has it. */
    static ResponseEntity.BodyBuilder of(String fileName) {
        String disposition = ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .header("Content-Disposition", disposition)
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff");
    }
}
