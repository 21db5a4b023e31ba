package dev.kurir.inbox.mime;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of a mail that have no parts themselves, in their order (RFC 2046 §5). */
final class MimeTree {
    private static final int DEEPEST = 30;

    private final List<Leaf> leaves = new ArrayList<>();
    private final PartBudget budget = new PartBudget();
    private boolean tooDeep;

    private MimeTree() {}

    static MimeTree of(byte[] octets) throws MessagingException {
        MimeTree tree = new MimeTree();
        tree.walk(new MimeMessage((jakarta.mail.@Nullable Session) null, new GuardedOctets(octets)), "", 0, false);
        return tree;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    /** Why these are not all of them; empty when they are. */
    Optional<Unreadable> breach() {
        return tooDeep ? Optional.of(Unreadable.TOO_DEEP) : budget.breach();
    }

    private void walk(MimePart part, String path, int depth, boolean isAlternative) throws MessagingException {
        tooDeep |= depth > DEEPEST;
        if (breach().isPresent()) {
            return;
        }
        ContentType type = Leaf.typeOf(part);
        if (type == null || !type.match("multipart/*")) {
            leaves.add(new Leaf(part, path.isEmpty() ? "1" : path, isAlternative));
            return;
        }
        boolean alternatives = type.getSubType().toLowerCase(Locale.ROOT).equals("alternative");
        if (!walkParts(part, path, depth, alternatives || isAlternative)) {
            leaves.add(new Leaf(part, path.isEmpty() ? "1" : path, isAlternative));
        }
    }

    /** False where it says that it has parts, and has none that anybody could tell apart. */
    private boolean walkParts(MimePart part, String path, int depth, boolean isAlternative) throws MessagingException {
        int count;
        MimeMultipart multipart;
        try {
            multipart = new BoundedMultipart(part, budget);
            count = multipart.getCount();
        } catch (MessagingException | RuntimeException noParts) {
            return false;
        }
        for (int at = 0; at < count; at++) {
            BodyPart child = multipart.getBodyPart(at);
            if (child instanceof MimePart mime) {
                walk(mime, (path.isEmpty() ? "" : path + ".") + (at + 1), depth + 1, isAlternative);
            }
        }
        return count > 0;
    }
}
