package dev.kurir.contact.web;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.SingleLine;
import org.jspecify.annotations.Nullable;

/** What is wanted of an uploaded file. */
record UploadOptions(@Nullable String list, @Nullable String existing) {
    private static final int MOST_NAME = 100;

    UploadOptions {
        if (list != null && list.strip().length() > MOST_NAME) {
            throw DomainException.invalid("/list", "too_long", "The name of a list has at most 100 characters.");
        }
        if (existing != null && !existing.equals("update") && !existing.equals("skip")) {
            throw DomainException.invalid("/existing", "unknown_value", "Known are: update, skip.");
        }
    }

    @Nullable String listName() {
        return list == null || list.isBlank() ? null : SingleLine.require("/list", list.strip());
    }

    boolean updatesExisting() {
        return !"skip".equals(existing);
    }
}
