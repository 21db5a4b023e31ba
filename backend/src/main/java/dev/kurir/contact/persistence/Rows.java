package dev.kurir.contact.persistence;

import dev.kurir.kernel.Id;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and binds columns. */
final class Rows {
    private Rows() {}

    static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    static Object nullable(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }

    static Object nullable(@Nullable Id id) {
        return Parameters.in(R2dbcType.BIGINT, id == null ? null : id.value());
    }

    static Long[] keys(Collection<? extends Id> ids) {
        return ids.stream().map(Id::value).toArray(Long[]::new);
    }

    /** The search as a person typed it: its wildcards are letters like others. */
    static String pattern(String search) {
        String escaped = search.replace("\0", "")
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + escaped.strip() + "%";
    }
}
