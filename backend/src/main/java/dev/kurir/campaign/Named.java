package dev.kurir.campaign;

import dev.kurir.kernel.Id;

/** A thing that a campaign points at, with the name people know it by. */
public record Named<T extends Id>(T id, String name) {}
