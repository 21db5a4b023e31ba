package dev.kurir.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this process is set up.
 *
 * @param data the folder for keys, journal and the built-in database ({@code KURIR_DATA})
 * @param roles what this process does ({@code KURIR_ROLES})
 * @param embedded whether the database is the built-in one
 * @param sandbox whether the built-in mail world runs ({@code KURIR_SANDBOX}); null: where the database is the built-in
 *     one
 * @param lease how long a process that has gone silent keeps its accounts ({@code KURIR_LEASE})
 * @param smtpPatience the longest wait for anything that a mail server has to say ({@code KURIR_SMTP_PATIENCE}); null:
 *     as long as RFC 5321 asks for
 * @param connections how many connections to mail servers this process holds open at most, all accounts together
 *     ({@code KURIR_CONNECTIONS})
 * @param instance id of the installation that the operator takes for the right one ({@code KURIR_INSTANCE})
 */
@ConfigurationProperties("kurir")
public record KurirProperties(
        Path data,
        @DefaultValue({"web", "worker"}) Set<Role> roles,
        @DefaultValue("false") boolean embedded,
        @Nullable Boolean sandbox,
        @DefaultValue("20s") Duration lease,
        @Nullable Duration smtpPatience,
        @DefaultValue("500") int connections,
        @Nullable String instance) {

    /** What a process can do; several at once by default. */
    public enum Role {
        WEB,
        WORKER
    }

    public boolean isWorker() {
        return roles.contains(Role.WORKER);
    }

    public boolean isWeb() {
        return roles.contains(Role.WEB);
    }

    public boolean hasSandbox() {
        return sandbox == null ? embedded : sandbox;
    }
}
