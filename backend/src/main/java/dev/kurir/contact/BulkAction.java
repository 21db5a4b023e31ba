package dev.kurir.contact;

import dev.kurir.kernel.Id;

/** One change to many contacts. */
public sealed interface BulkAction {
    /** Puts them on a list, or gives them a tag. */
    record Join(Id group) implements BulkAction {}

    /** Takes them off a list, or a tag off them. */
    record Leave(Id group) implements BulkAction {}

    /** Removes them. */
    record Remove() implements BulkAction {}
}
