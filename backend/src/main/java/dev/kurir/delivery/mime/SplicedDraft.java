package dev.kurir.delivery.mime;

import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.DraftContent;
import dev.kurir.outbox.MessageAssembly;
import dev.kurir.outbox.MessageDecorator;
import dev.kurir.outbox.MessageInputs;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A draft ready to be spliced: its header fields and its encoded bodies, with slots. */
final class SplicedDraft implements MessageAssembly.CompiledDraft {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String FIRST_MIME_FIELD = "MIME-Version";
    private static final int HEADER_ROOM = 1024;

    private final DraftContent draft;
    private final DraftTemplates templates;
    private final Function<MessageId, String> publicIds;
    private final List<String> fields;
    private final BodyParts body;
    private volatile int lastLength = 4096;

    SplicedDraft(DraftContent draft, DraftTemplates templates, Function<MessageId, String> publicIds) {
        Skeleton skeleton = Skeleton.build(draft, templates.hasText(), templates.hasHtml(), Boundary.of(draft));
        this.draft = draft;
        this.templates = templates;
        this.publicIds = publicIds;
        this.fields = skeleton.fields();
        this.body = new BodyParts(skeleton.body(), templates);
    }

    @Override
    public byte[] splice(MessageInputs inputs, MessageDecorator.Decoration decoration) {
        Map<String, String> values = Values.of(draft, inputs, decoration);
        Octets out = new Octets(lastLength + HEADER_ROOM);
        for (String field : fields) {
            writeField(field, inputs, values, decoration, out);
        }
        out.crlf();
        body.write(values, out);
        lastLength = out.length();
        return out.toArray();
    }

    @Override
    public String subject(MessageInputs inputs) {
        return templates.subject().render(Values.of(draft, inputs, MessageDecorator.Decoration.NONE));
    }

    @Override
    public MessageAssembly.Rendered render(MessageInputs inputs, MessageDecorator.Decoration decoration) {
        Map<String, String> values = Values.of(draft, inputs, decoration);
        String subject = templates.subject().render(values);
        return new MessageAssembly.Rendered(
                subject,
                templates.html().render(values),
                templates.text().render(values),
                headers(subject, inputs, decoration),
                splice(inputs, decoration).length);
    }

    private void writeField(
            String field,
            MessageInputs inputs,
            Map<String, String> values,
            MessageDecorator.Decoration decoration,
            Octets out) {
        String name = field.substring(0, field.indexOf(':'));
        switch (name) {
            case "Date" -> HeaderField.ready(name, DATE.format(inputs.date()), out);
            case "To" -> to(inputs, out);
            case "Message-ID" -> HeaderField.ready(name, messageId(inputs), out);
            case "X-Kurir-ID" -> HeaderField.ready(name, publicIds.apply(inputs.id()), out);
            case "Subject" -> HeaderField.text(name, templates.subject().render(values), out);
            case FIRST_MIME_FIELD -> {
                LetterFields.write(draft.letter(), out);
                decoration.headers().forEach((key, value) -> HeaderField.ready(key, value, out));
                out.ascii(field);
            }
            default -> out.ascii(field);
        }
    }

    private List<MessageAssembly.Header> headers(
            String subject, MessageInputs inputs, MessageDecorator.Decoration decoration) {
        List<MessageAssembly.Header> headers = new ArrayList<>();
        headers.add(new MessageAssembly.Header("Date", DATE.format(inputs.date())));
        headers.add(new MessageAssembly.Header("From", Values.shown(draft.fromName(), draft.from())));
        headers.add(new MessageAssembly.Header("To", shownTo(inputs)));
        headers.add(new MessageAssembly.Header("Subject", subject));
        headers.add(new MessageAssembly.Header("Message-ID", messageId(inputs)));
        headers.add(new MessageAssembly.Header("X-Kurir-ID", publicIds.apply(inputs.id())));
        headers.addAll(LetterFields.shown(draft.letter()));
        decoration.headers().forEach((name, value) -> headers.add(new MessageAssembly.Header(name, value)));
        return headers;
    }

    private String shownTo(MessageInputs inputs) {
        return draft.letter().to().isEmpty()
                ? Values.shown(inputs.toName(), inputs.to())
                : LetterFields.shown(draft.letter().to());
    }

    private void to(MessageInputs inputs, Octets out) {
        if (draft.letter().to().isEmpty()) {
            HeaderField.address("To", inputs.toName(), inputs.to().value(), out);
        } else {
            LetterFields.people("To", draft.letter().to(), out);
        }
    }

    private String messageId(MessageInputs inputs) {
        String own = draft.letter().messageId();
        return own != null
                ? "<" + own + ">"
                : "<%s@%s>"
                        .formatted(
                                publicIds.apply(inputs.id()).replace("-", ""),
                                draft.from().domain());
    }
}
