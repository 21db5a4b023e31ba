package dev.kurir.platform.ids;

import java.util.UUID;

/**
 * Who this installation is, and its keys; made once, kept in the database.
 *
 * @param id shown to people
 * @param idKey encodes public ids
 * @param linkKey signs links in mails
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record InstanceKeys(UUID id, byte[] idKey, byte[] linkKey) {
    @Override
    public String toString() {
        return "InstanceKeys[" + id + "]";
    }
}
