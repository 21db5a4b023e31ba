package dev.kurir.platform.ids;

import dev.kurir.kernel.Id;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Every {@link Id} is its public id in JSON; the key 0, which stands for "none", is null. */
final class IdModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    IdModule(PublicIds ids) {
        super("kurir-ids");
        addSerializer(Id.class, new Writer(ids));
        for (IdKind kind : IdKind.values()) {
            addReader(kind.type, ids);
        }
    }

    private <T extends Id> void addReader(Class<T> type, PublicIds ids) {
        addDeserializer(type, new Reader<>(type, ids));
    }

    private static final class Writer extends StdScalarSerializer<Id> {
        private final PublicIds ids;

        Writer(PublicIds ids) {
            super(Id.class);
            this.ids = ids;
        }

        @Override
        public void serialize(Id id, JsonGenerator json, SerializationContext context) {
            if (id.value() == 0) {
                json.writeNull();
            } else {
                json.writeString(ids.encode(id).toString());
            }
        }
    }

    private static final class Reader<T extends Id> extends StdScalarDeserializer<T> {
        private final transient PublicIds ids;
        private final Class<T> type;

        Reader(Class<T> type, PublicIds ids) {
            super(type);
            this.type = type;
            this.ids = ids;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            String text = json.getValueAsString("");
            return IdText.uuid(text)
                    .flatMap(uuid -> ids.decode(type, uuid))
                    .orElseThrow(() -> context.weirdStringException(text, type, "no such id"));
        }
    }
}
