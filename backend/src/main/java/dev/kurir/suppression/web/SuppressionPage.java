package dev.kurir.suppression.web;

import dev.kurir.kernel.Slice;
import dev.kurir.suppression.Suppression;
import java.util.List;
import org.jspecify.annotations.Nullable;

record SuppressionPage(
        List<SuppressionResponse> items, @Nullable String next, long total) {

    static SuppressionPage of(Slice<Suppression> page, long total) {
        Slice<SuppressionResponse> shown = page.map(SuppressionResponse::of);
        return new SuppressionPage(shown.items(), shown.next(), total);
    }
}
