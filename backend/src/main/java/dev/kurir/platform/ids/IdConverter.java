package dev.kurir.platform.ids;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.Id;
import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/**
 * Lets controllers take {@code AccountId id} from path and query; what does not decode is a thing that does not exist.
 */
final class IdConverter implements ConverterFactory<String, Id> {
    private final PublicIds ids;

    IdConverter(PublicIds ids) {
        this.ids = ids;
    }

    @Override
    public <T extends Id> Converter<String, T> getConverter(Class<T> type) {
        String name = IdKind.of(type).name().toLowerCase(Locale.ROOT);
        return text -> IdText.uuid(text)
                .flatMap(uuid -> ids.decode(type, uuid))
                .orElseThrow(() -> DomainException.notFound(name));
    }
}
