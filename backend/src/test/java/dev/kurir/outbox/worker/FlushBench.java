package dev.kurir.outbox.worker;

import dev.kurir.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/**
 * What the flush costs the database, by the size of its groups; it judges nothing, and its name keeps it out of the
 * tests.
 */
class FlushBench {
    private static final int MESSAGES = Integer.getInteger("bench.messages", 40_000);
    private static final String SETTINGS = System.getProperty("bench.settings", "");

    @Test
    void figures() throws SQLException, IOException {
        try (TestDatabase database = TestDatabase.fresh();
                Connection connection = DriverManager.getConnection(
                        database.location().jdbcUrl(),
                        database.location().user(),
                        database.location().password());
                Statement sql = connection.createStatement()) {
            sql.execute(WORLD);
            // for the benchmark's own query
            sql.execute("set enable_seqscan = off");
            if (!SETTINGS.isEmpty()) {
                sql.execute(SETTINGS);
            }
            for (int group : new int[] {1, 4, 16, 64, 200}) {
                sql.execute("""
            truncate message, attempt, event;
            insert into message (workspace_id, campaign_id, account_id, ordinal, created_at, changed_at, address_hash)
            select 1, 7, 1, g, now(), now(), substring(sha256(g::text::bytea) for 16) from generate_series(1, %d) g;
            """.formatted(MESSAGES));
                sql.execute("call flush_all(" + group + ", " + Math.min(2_000, MESSAGES) + ")");
                double before = cpu(sql);
                long start = System.nanoTime();
                sql.execute("call flush_all(" + group + ", null)");
                double took = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        "groups of %3d: %,7.0f messages/s, %.3f CPU s per 1,000 messages%n",
                        group, (MESSAGES - 2_000) / took, (cpu(sql) - before) * 1000 / (MESSAGES - 2_000));
            }
        }
    }

    private static double cpu(Statement sql) throws SQLException, IOException {
        try (ResultSet pid = sql.executeQuery("select pg_backend_pid()")) {
            pid.next();
            String stat = Files.readString(Path.of("/proc", pid.getString(1), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
        }
    }

    private static final String WORLD = """
            insert into instance (id, system_id, database_oid, id_key, link_key, alive_at)
            values (gen_random_uuid(), 's', 1, '', '', now()) on conflict do nothing;
            insert into workspace (name, created_at) values ('w', now());
            insert into category (workspace_id, name, created_at) values (1, 'a', now());
            insert into account (workspace_id, name, category_id, from_address, username, smtp_host, smtp_port, smtp_security, wanted, created_at, updated_at)
            select 1, 'a', max(id), 'a@sandbox.test', 'a', 'localhost', 25, 'none', 'ON', now(), now() from category;
            insert into node (name, boot, lease_until, started_at) values ('n', gen_random_uuid(), now() + interval '1 hour', now());
            insert into account_owner (account_id, workspace_id, node_id, fence) select id, 1, 1, 1 from account;
            insert into dispatch values (7, 1, 'OPEN');
            insert into queue (account_id, campaign_id, workspace_id, last_ordinal, n_queued) select id, 7, 1, 9000000, 0 from account;
            create procedure flush_all(p_group int, p_limit int) language plpgsql as $$
            declare
                ids bigint[]; last bigint[] := '{}'; n int; done int := 0;
            begin
                loop
                    select array_agg(id) into ids from (
                        select id from message where state = 1 and id > coalesce(last[cardinality(last)], 0) order by id limit p_group) m;
                    exit when ids is null or done >= p_limit;
                    n := coalesce(cardinality(last), 0);
                    perform flush(1, 0, ids, array_fill(0, array[cardinality(ids)]), array_fill(1::bigint, array[cardinality(ids)]), array_fill(now(), array[cardinality(ids)]),
                        last, array_fill(1, array[n]), array_fill(null::bigint, array[n]), array_fill(4, array[n]), array_fill(8, array[n]), array_fill(250, array[n]),
                        array_fill(null::text, array[n]), array_fill('2.0.0'::text, array[n]), array_fill('Ok: queued as 4711'::text, array[n]),
                        array_fill(now(), array[n]), array_fill(now(), array[n]), array_fill(null::timestamptz, array[n]), '{}', '{}', '{}', '{}');
                    commit;
                    done := done + cardinality(ids);
                    last := ids;
                end loop;
            end $$
            """;
}
