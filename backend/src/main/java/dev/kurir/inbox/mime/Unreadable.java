package dev.kurir.inbox.mime;

import java.util.Locale;

/** Why a mail is kept as it came and not read. */
public enum Unreadable {
    TOO_LARGE,
    HEADER_TOO_LARGE,
    TOO_MANY_PARTS,
    TOO_MANY_ADDRESSES,
    TOO_DEEP,
    /** It could not be read, or stored, three times. */
    BROKEN,
    /** The server lists it and did not give it three times: there are no octets of it. */
    WITHHELD;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
