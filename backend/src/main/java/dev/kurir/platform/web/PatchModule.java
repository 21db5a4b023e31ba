package dev.kurir.platform.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.ext.jdk8.Jdk8OptionalDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.ReferenceType;

/**
 * In a PATCH absent and null are two things: a component of type {@code @Nullable Optional} is null where the field is
 * absent, and empty where it is null. Jackson by itself makes both empty.
 */
@Component
class PatchModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    PatchModule() {
        super("kurir-patch");
    }

    @Override
    public void setupModule(JacksonModule.SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new Optionals());
    }

    private static final class Optionals extends Deserializers.Base {
        @Override
        public @Nullable ValueDeserializer<?> findReferenceDeserializer(
                ReferenceType type,
                DeserializationConfig config,
                BeanDescription.Supplier description,
                @Nullable TypeDeserializer contentType,
                @Nullable ValueDeserializer<?> content) {
            return type.hasRawClass(Optional.class) ? new Reader(type, contentType, content) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return Optional.class.equals(type);
        }
    }

    private static final class Reader extends Jdk8OptionalDeserializer {
        private final JavaType type;

        Reader(JavaType type, @Nullable TypeDeserializer contentType, @Nullable ValueDeserializer<?> content) {
            super(type, null, contentType, content);
            this.type = type;
        }

        @Override
        public Jdk8OptionalDeserializer withResolved(
                @Nullable TypeDeserializer contentType, @Nullable ValueDeserializer<?> content) {
            return new Reader(type, contentType, content);
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
