package dev.kurir.campaign.web;

import org.jspecify.annotations.Nullable;

/** What stands for something left out of a request. */
final class Given {
    private Given() {}

    static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
