package dev.kurir.account;

import dev.kurir.kernel.CategoryId;

/**
 * A name under which people sort accounts.
 *
 * @param accounts how many use it
 */
public record Category(CategoryId id, String name, int accounts) {}
