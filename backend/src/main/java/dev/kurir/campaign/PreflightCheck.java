package dev.kurir.campaign;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param field where to mend it: account, audience, subject, html, text
 * @param detail a sentence where something is to be mended
 * @param params for a translation of the sentence
 */
public record PreflightCheck(
        Code code, Result result, String field, @Nullable String detail, Map<String, String> params) {
    public PreflightCheck {
        params = Map.copyOf(params);
    }

    /** What is looked at. */
    public enum Code {
        ACCOUNT,
        AUDIENCE,
        SUBJECT,
        BODY,
        VARIABLES,
        UNSUBSCRIBE_LINK,
        MISSING_VALUES;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it was found. What was not looked at is never called good. */
    public enum Result {
        OK,
        WARN,
        BLOCK,
        NOT_CHECKED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static PreflightCheck ok(Code code, String field) {
        return new PreflightCheck(code, Result.OK, field, null, Map.of());
    }

    static PreflightCheck warn(Code code, String field, String detail, Map<String, String> params) {
        return new PreflightCheck(code, Result.WARN, field, detail, params);
    }

    static PreflightCheck block(Code code, String field, String detail) {
        return block(code, field, detail, Map.of());
    }

    static PreflightCheck block(Code code, String field, String detail, Map<String, String> params) {
        return new PreflightCheck(code, Result.BLOCK, field, detail, params);
    }

    static PreflightCheck notChecked(Code code, String field) {
        return new PreflightCheck(code, Result.NOT_CHECKED, field, null, Map.of());
    }
}
