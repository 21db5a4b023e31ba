package dev.kurir.delivery.mime;

import dev.kurir.outbox.MessageAssembly.CompiledDraft;

/** A mail of about 9 KB with a dozen links that carry a token, as campaigns have them. */
public final class BenchDraft {
    private BenchDraft() {}

    public static CompiledDraft compile() {
        String paragraph =
                "<p style=\"margin:0\">Dear {{name|friend}}, this paragraph is of an ordinary length; it says little, and"
                        + " <a href=\"https://shop.test/p?t={{data.token}}\">links</a> somewhere, like every one of its kind does"
                        + " in mails that shops send to people who once bought something there.</p>\n";
        String html = "<html><body>" + paragraph.repeat(12) + "</body></html>";
        return new MimeAssembly(id -> "0190aaaa-bbbb-8ccc-8ddd-%012x".formatted(id.value()))
                .compile(MimeFixtures.draft("Hello {{name}}", html, ""));
    }
}
