package dev.kurir.inbox.mime;

/**
 * Somebody in a header.
 *
 * @param address as it stands there: not every one can be written to
 */
public record Person(String name, String address) {
    public static final Person NOBODY = new Person("", "");
}
