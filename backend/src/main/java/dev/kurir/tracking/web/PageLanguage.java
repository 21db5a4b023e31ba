package dev.kurir.tracking.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language of a page: what was asked for, else the first one of the browser that we speak. */
enum PageLanguage {
    ID,
    EN;

    static PageLanguage of(@Nullable String asked, List<Locale.LanguageRange> accepted) {
        if (asked != null) {
            return of(asked);
        }
        return accepted.stream()
                .map(range -> range.getRange().split("-", 2)[0])
                .filter(word -> word.equals("id") || word.equals("in") || word.equals("en"))
                .findFirst()
                .map(PageLanguage::of)
                .orElse(ID);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    PageLanguage other() {
        return this == ID ? EN : ID;
    }

    private static PageLanguage of(String word) {
        return word.equals("en") ? EN : ID;
    }
}
