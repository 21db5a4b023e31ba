package dev.kurir.platform.ids;

import dev.kurir.kernel.Id;
import org.springframework.core.convert.converter.ConverterFactory;
import tools.jackson.databind.JacksonModule;

/** Opens the wiring of ids to tests of other packages. */
public final class IdsFixture {
    private IdsFixture() {}

    public static JacksonModule module(PublicIds ids) {
        return new IdModule(ids);
    }

    public static ConverterFactory<String, Id> converter(PublicIds ids) {
        return new IdConverter(ids);
    }
}
