package dev.kurir.workspace;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The languages that Kurir speaks. */
public enum Language {
    @JsonProperty("id")
    INDONESIAN,
    @JsonProperty("en")
    ENGLISH;

    public String code() {
        return this == INDONESIAN ? "id" : "en";
    }

    public static Language of(String code) {
        return "id".equals(code) ? INDONESIAN : ENGLISH;
    }
}
