package dev.kurir.tracking.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A page of its own: no script, no picture, nothing from elsewhere; light and dark; fits a phone. */
record Page(PageLanguage language, PageText text) {
    private static final String STYLE = """
            :root{color-scheme:light dark;--back:#f4f5f7;--card:#fff;--ink:#1c2330;--soft:#566074;--line:#dfe3ea;\
            --accent:#0b62d6;--on:#fff}
            @media (prefers-color-scheme:dark){:root{--back:#12161d;--card:#1b212b;--ink:#eef1f6;--soft:#a9b3c4;\
            --line:#2d3644;--accent:#7db3ff;--on:#0b1220}}
            *{box-sizing:border-box}
            body{margin:0;min-height:100vh;display:grid;place-items:center;padding:16px;background:var(--back);\
            color:var(--ink);font:17px/1.5 system-ui,sans-serif}
            main{width:100%;max-width:440px;background:var(--card);border:1px solid var(--line);border-radius:14px;\
            padding:32px 24px;text-align:center}
            h1{margin:0 0 12px;font-size:24px;line-height:1.25}
            p{margin:0 0 24px;color:var(--soft)}
            button{width:100%;min-height:48px;border:0;border-radius:10px;background:var(--accent);color:var(--on);\
            font:inherit;font-weight:600;cursor:pointer}
            button:focus-visible,a:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
            nav{margin-top:20px;font-size:15px}
            a{display:inline-block;padding:10px;color:var(--accent)}
            """;

    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Nothing in it comes from the request, so nothing has to be escaped. */
    String html() {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                <p>%s</p>
                %s%s</main>
                </body>
                </html>
                """.formatted(language.code(), text.title(), STYLE, text.title(), text.sentence(), form(), nav());
    }

    private String nav() {
        if (text.otherLanguage().isEmpty()) {
            return "";
        }
        String code = language.other().code();
        return """
                <nav><a href="?lang=%s" lang="%s" hreflang="%s">%s</a></nav>
                """.formatted(code, code, code, text.otherLanguage());
    }

    private String form() {
        if (text.button().isEmpty()) {
            return "";
        }
        return """
                <form method="post" action="?lang=%s">
                <input type="hidden" name="List-Unsubscribe" value="One-Click">
                <button type="submit">%s</button>
                </form>
                """.formatted(language.code(), text.button());
    }

    private static String hash(String style) {
        try {
            byte[] octets = style.getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
