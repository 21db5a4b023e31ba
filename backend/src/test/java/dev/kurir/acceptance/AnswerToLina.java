package dev.kurir.acceptance;

import java.util.List;
import java.util.Map;

/** What is written to Lina, who replied to the campaign of the sandbox. */
final class AnswerToLina {
    private AnswerToLina() {}

    /** Her words are quoted below it. */
    static Map<String, Object> reply(String text, int undoSeconds) {
        return Map.of(
                "to",
                List.of(Map.of("name", "Lina Balas", "address", "reply@sandbox.test")),
                "subject",
                "Re: Hello Lina, news for Denpasar",
                "text",
                text,
                "quote",
                true,
                "undoSeconds",
                undoSeconds);
    }
}
