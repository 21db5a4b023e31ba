package dev.kurir.outbox;

/** Turns content into mail. Owned by the outbox, implemented by delivery. */
public interface MessageAssembly {
    /** Compiles a draft once (parse, MIME, segments); costs about a millisecond. Blocking, CPU only. */
    CompiledDraft compile(DraftContent content);

    /** A draft ready to be spliced; immutable, may be used by many threads. */
    interface CompiledDraft {
        /** The octets of the mail, CRLF line ends, not dot-stuffed. */
        byte[] splice(MessageInputs inputs, MessageDecorator.Decoration decoration);

        /** The subject alone, for lists. */
        String subject(MessageInputs inputs);

        /** The parts as a person reads them, from the same inputs. */
        Rendered render(MessageInputs inputs, MessageDecorator.Decoration decoration);
    }

    /** A mail as a person reads it. */
    record Rendered(String subject, String html, String text, java.util.List<Header> headers, long size) {}

    /** One header line, unfolded. */
    record Header(String name, String value) {}
}
