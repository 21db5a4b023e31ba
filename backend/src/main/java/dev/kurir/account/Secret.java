package dev.kurir.account;

/** A password in the clear, for the moment in which it is used. It never shows itself in a log. */
public record Secret(String value) {
    @Override
    public String toString() {
        return "•••";
    }
}
