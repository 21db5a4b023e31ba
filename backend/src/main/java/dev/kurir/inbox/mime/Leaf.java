package dev.kurir.inbox.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part without parts of its own; its content is decoded when asked for. */
final class Leaf {
    private static final int LONGEST_NAME = 255;
    private static final int BLOCK = 8192;

    private final MimePart part;
    private final String path;
    private final @Nullable ContentType declared;
    private final boolean isAlternative;

    Leaf(MimePart part, String path, boolean isAlternative) {
        this.part = part;
        this.path = path;
        this.declared = typeOf(part);
        this.isAlternative = isAlternative;
    }

    static @Nullable ContentType typeOf(MimePart part) {
        try {
            return new ContentType(Optional.ofNullable(part.getContentType()).orElse("text/plain"));
        } catch (ParseException | RuntimeException nonsense) {
            return null;
        } catch (MessagingException unreadable) {
            return null;
        }
    }

    String path() {
        return path;
    }

    /** {@code text/plain}, in lower case; what cannot be read as a type is a file. */
    String type() {
        return declared == null
                ? "application/octet-stream"
                : declared.getBaseType().toLowerCase(Locale.ROOT);
    }

    /** It is one of several ways to say the same. */
    boolean isAlternative() {
        return isAlternative;
    }

    boolean isText() {
        boolean readable = type().equals("text/plain") || type().equals("text/html");
        return readable && !disposition().equals("attachment") && fileName().isEmpty();
    }

    String disposition() {
        try {
            String value = Optional.ofNullable(part.getHeader("Content-Disposition", null))
                    .orElse("");
            int end = value.indexOf(';');
            return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        } catch (MessagingException unreadable) {
            return "";
        }
    }

    /** Without path and control characters. */
    String fileName() {
        String name = EncodedWords.decode(rawName())
                .replaceAll("[\\p{Cntrl}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "");
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        return last.length() <= LONGEST_NAME ? last : last.substring(last.length() - LONGEST_NAME);
    }

    private String rawName() {
        try {
            return Optional.ofNullable(part.getFileName()).orElse("");
        } catch (MessagingException | RuntimeException unreadable) {
            return "";
        }
    }

    @Nullable String contentId() {
        try {
            String id = Optional.ofNullable(part.getContentID()).orElse("").replaceAll("[<>\\s]", "");
            return id.isEmpty() ? null : id;
        } catch (MessagingException unreadable) {
            return null;
        }
    }

    /** At most so many octets; what cannot be decoded ends where it breaks. */
    byte[] octets(int most) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (InputStream content = open()) {
            byte[] block = new byte[BLOCK];
            for (int count = content.read(block); count >= 0 && octets.size() < most; count = content.read(block)) {
                octets.write(block, 0, Math.min(count, most - octets.size()));
            }
        } catch (IOException | MessagingException | RuntimeException broken) {
            return octets.toByteArray();
        }
        return octets.toByteArray();
    }

    String text(int most) {
        return OctetText.of(octets(most), declared == null ? null : declared.getParameter("charset"));
    }

    /** A transfer encoding that nobody knows is none. */
    private InputStream open() throws IOException, MessagingException {
        try {
            return part.getInputStream();
        } catch (IOException | MessagingException unknownEncoding) {
            return switch (part) {
                case MimeBodyPart body -> body.getRawInputStream();
                case MimeMessage message -> message.getRawInputStream();
                default -> InputStream.nullInputStream();
            };
        }
    }
}
