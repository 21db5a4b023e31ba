package dev.kurir.platform.web;

import dev.kurir.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/** Conditional edits: the {@code If-Match} header holds the {@code version} that the caller read. */
public final class IfMatch {
    private IfMatch() {}

    /**
     * Refuses with {@code stale} when another version was read; without a header every version will do. The statement
     * that changes the row must say {@code where version = :version} as well and use {@link #stale()} when it finds
     * none.
     */
    public static void check(@Nullable String header, long version) {
        if (header != null && !bare(header).equals("*") && !bare(header).equals(Long.toString(version))) {
            throw stale();
        }
    }

    public static DomainException stale() {
        return new DomainException(
                DomainException.Kind.STALE, "stale", "Somebody changed this in the meantime. Read it again.");
    }

    private static String bare(String header) {
        String strong = header.strip().startsWith("W/") ? header.strip().substring(2) : header.strip();
        return strong.replace("\"", "");
    }
}
