package dev.kurir.outbox;

import java.util.Locale;

/** Why a database that just started must not send before a person has looked. */
public enum FenceReason {
    /** It was restored from a backup. */
    RESTORED,
    /** It was made from another one's dump: the server or the database has another identity. */
    COPIED,
    /** It has forgotten commits that this node remembers: a restore in place, or a failover that lost some. */
    WENT_BACK,
    /** Nobody here remembers it, and no other node lives: a copy of the disk, or a move to another machine. */
    MOVED,
    /** Nothing ran for over an hour, and something is due. */
    SILENT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
