package dev.kurir.contact;

import dev.kurir.kernel.Id;

/**
 * A list or a tag.
 *
 * @param contacts how many people have it
 */
public record Group(Id id, String name, long contacts) {}
