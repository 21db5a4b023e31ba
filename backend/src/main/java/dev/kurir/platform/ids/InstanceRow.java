package dev.kurir.platform.ids;

import java.security.SecureRandom;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one row of {@code instance}: made at the first start, read at every other. Blocking, at start-up only. */
final class InstanceRow {
    private static final String MAKE = """
            insert into instance (id, system_id, database_oid, id_key, link_key, alive_at)
            select :id, (select system_identifier::text from pg_control_system()),
                   (select oid::bigint from pg_database where datname = current_database()),
                   :idKey, :linkKey, now()
            on conflict do nothing
            """;
    private static final int KEY_OCTETS = 32;

    private InstanceRow() {}

    static InstanceKeys load(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        if (jdbc.sql("select count(*) from instance").query(Long.class).single() == 0) {
            jdbc.sql(MAKE)
                    .param("id", UUID.randomUUID())
                    .param("idKey", randomKey())
                    .param("linkKey", randomKey())
                    .update();
        }
        return jdbc.sql("select id, id_key, link_key from instance")
                .query((row, number) -> new InstanceKeys(
                        row.getObject("id", UUID.class), row.getBytes("id_key"), row.getBytes("link_key")))
                .single();
    }

    private static byte[] randomKey() {
        byte[] key = new byte[KEY_OCTETS];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
