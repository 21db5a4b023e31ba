package dev.kurir.reliability;

import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Owner;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Accounts, people and campaigns in the program under test, made as a person makes them; people in bulk by SQL. */
final class SendingWorld {
    private static final String HTML =
            "<p>Hello {{name|friend}},</p><p>this is about your order.</p><p><a href=\"{{unsubscribe_url}}\">No more</a></p>";
    private static final String TEXT = "Hello {{name|friend}}\n\n{{unsubscribe_url}}\n";

    private final Door database;
    private final KurirApi api;

    /** The way into the database of the program. */
    @FunctionalInterface
    interface Door {
        Connection open() throws SQLException, IOException;
    }

    SendingWorld(Door database, KurirApi api) {
        this.database = database;
        this.api = api;
    }

    /** In the program that runs in this JVM, with its owner signed in. */
    static SendingWorld in(ApplicationContext context, KurirApi api) {
        Owner.of(context);
        int port =
                ((ReactiveWebServerApplicationContext) context).getWebServer().getPort();
        api.signIn(URI.create("http://localhost:" + port));
        Environment settings = context.getEnvironment();
        return new SendingWorld(
                () -> DriverManager.getConnection(
                        settings.getRequiredProperty("spring.flyway.url"),
                        settings.getRequiredProperty("spring.flyway.user"),
                        settings.getRequiredProperty("spring.flyway.password")),
                api);
    }

    /** An account whose server is the given port on loopback; answers its id. */
    String account(String name, int port, int connections) {
        return account(name, port, Map.of("gapSeconds", 0, "jitterSeconds", 0, "connections", connections));
    }

    String account(String name, int port, Map<String, Object> limits) {
        return account(name, port, "none", limits);
    }

    /** @param security none, starttls or tls */
    String account(String name, int port, String security, Map<String, Object> limits) {
        String category = api.get("/categories").get(0).get("id").asString();
        return api.post(
                        "/accounts",
                        Map.of(
                                "name",
                                name,
                                "categoryId",
                                category,
                                "fromAddress",
                                name + "@sender.test",
                                "username",
                                name,
                                "password",
                                "not a secret",
                                "smtp",
                                Map.of("host", "127.0.0.1", "port", port, "security", security),
                                "limits",
                                limits))
                .get("id")
                .asString();
    }

    /** A campaign to so many people of its own; nothing is generated yet. Answers its id. */
    String campaign(String name, String account, int people) {
        return campaign(name, account, people, HTML, TEXT);
    }

    String campaign(String name, String account, int people, String html, String text) {
        String list = api.post("/lists", Map.of("name", name)).get("id").asString();
        sql("""
                with l as (select id, workspace_id from contact_list where name = '%1$s'), c as (
                    insert into contact (workspace_id, email, name, created_at, updated_at)
                    select workspace_id, '%1$s-' || n || '@people.test', 'Person ' || n, now(), now()
                    from l, generate_series(1, %2$d) n returning id)
                insert into list_member (workspace_id, list_id, contact_id) select workspace_id, l.id, c.id from l, c
                """.formatted(name, people));
        return api.post(
                        "/campaigns",
                        Map.of(
                                "name",
                                name,
                                "accountId",
                                account,
                                "lists",
                                List.of(list),
                                "subject",
                                "News for {{name|you}}",
                                "html",
                                html,
                                "text",
                                text))
                .get("id")
                .asString();
    }

    /** Makes the messages; answers when all are there. */
    void generate(String campaign) {
        generate(campaign, Duration.ofMinutes(5));
    }

    void generate(String campaign, Duration patience) {
        api.post("/campaigns/" + campaign + "/generate", null);
        // seldom, and not by the program: whoever asks it takes of its time
        await().pollInterval(Duration.ofMillis(100))
                .atMost(patience)
                .until(() -> number("select count(*) from campaign where state = 'generating'") == 0);
        if (!state(campaign).equals("generated")) {
            throw new AssertionError("not generated: " + campaign);
        }
    }

    void process(String campaign) {
        api.post("/campaigns/" + campaign + "/process", null);
    }

    String state(String campaign) {
        return api.get("/campaigns/" + campaign).get("state").asString();
    }

    JsonNode progress(String campaign) {
        return api.get("/campaigns/" + campaign + "/progress");
    }

    /** How much has not come to its end. */
    long open() {
        return number("select count(*) from message where state in (1, 2, 3)") + number("select count(*) from due");
    }

    /** Recipient → state of its message. */
    Map<String, Integer> states() {
        return states("");
    }

    /** Of the recipients whose address begins like this. */
    Map<String, Integer> states(String prefix) {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select i.address, m.state from message m join message_input i on i.message_id = m.id where i.address like '"
                                + prefix + "%'")) {
            Map<String, Integer> states = new HashMap<>();
            while (result.next()) {
                states.put(result.getString(1), result.getInt(2));
            }
            return states;
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** First column → second, both texts. */
    Map<String, String> pairs(String query) {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            Map<String, String> pairs = new HashMap<>();
            while (result.next()) {
                pairs.put(result.getString(1), result.getString(2));
            }
            return pairs;
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    long stateOf(String recipient) {
        return number("select state from message m join message_input i on i.message_id = m.id where i.address = '%s'"
                .formatted(recipient));
    }

    long number(String query) {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void sql(String statement) {
        try (Connection connection = database.open();
                Statement executed = connection.createStatement()) {
            executed.execute(statement);
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
