package dev.kurir.contact;

/**
 * A name that may stand in a template.
 *
 * @param contacts how many have a value
 */
public record Field(String name, Kind kind, long contacts) {

    /** Where the value comes from. */
    public enum Kind {
        CONTACT,
        DATA,
        ACCOUNT,
        LINK
    }
}
