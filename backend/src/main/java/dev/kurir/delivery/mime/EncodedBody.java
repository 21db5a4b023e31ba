package dev.kurir.delivery.mime;

import dev.kurir.content.Piece;
import dev.kurir.content.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A template of a body, its literal text encoded once. A soft break stands before and after every slot, so that a value
 * is encoded alone and its neighbours do not matter.
 */
final class EncodedBody {
    /** A part of the encoded body. */
    private sealed interface Segment {
        void write(Map<String, String> values, Octets out);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Fixed(byte[] octets) implements Segment {
        @Override
        public void write(Map<String, String> values, Octets out) {
            out.put(octets);
        }
    }

    private record Open(Piece.Slot slot) implements Segment {
        @Override
        public void write(Map<String, String> values, Octets out) {
            QuotedPrintable.encode(slot.render(values), out);
        }
    }

    private final List<Segment> segments = new ArrayList<>();

    EncodedBody(Template template) {
        List<Piece> pieces = template.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            boolean last = i == pieces.size() - 1;
            switch (pieces.get(i)) {
                case Piece.Literal literal -> fixed(literal.text(), last);
                case Piece.Slot slot -> open(slot, last || startsWithLineEnd(pieces.get(i + 1)));
            }
        }
    }

    void write(Map<String, String> values, Octets out) {
        for (Segment segment : segments) {
            segment.write(values, out);
        }
    }

    private void fixed(String text, boolean last) {
        segments.add(new Fixed(QuotedPrintable.encode(text)));
        if (!last && !text.endsWith("\n") && !text.endsWith("\r")) {
            segments.add(new Fixed(QuotedPrintable.SOFT_BREAK));
        }
    }

    private void open(Piece.Slot slot, boolean lineEndsByItself) {
        segments.add(new Open(slot));
        if (!lineEndsByItself) {
            segments.add(new Fixed(QuotedPrintable.SOFT_BREAK));
        }
    }

    private static boolean startsWithLineEnd(Piece piece) {
        return piece instanceof Piece.Literal(String text) && (text.startsWith("\n") || text.startsWith("\r"));
    }
}
