package dev.kurir.platform.blob;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.WorkspaceId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Octets by their SHA-256: raw mails and attachments. The same octets of a workspace are stored once. */
@Component
public class Blobs {
    private static final String PUT = """
            insert into blob (workspace_id, sha256, octets) values (:workspace, :sha256, :octets)
            on conflict (workspace_id, sha256) do update set created_at = excluded.created_at
            """;
    private static final String GET = "select octets from blob where workspace_id = :workspace and sha256 = :sha256";

    private final DatabaseClient database;

    Blobs(DatabaseClient database) {
        this.database = database;
    }

    public static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /**
     * Joins the caller's transaction; answers the hash. Octets that are there get a new time: nobody forgets them
     * meanwhile.
     */
    public Mono<byte[]> put(WorkspaceId workspace, byte[] octets) {
        byte[] hash = sha256(octets);
        return database.sql(PUT)
                .bind("workspace", workspace.value())
                .bind("sha256", hash)
                .bind("octets", octets)
                .then()
                .thenReturn(hash);
    }

    /** Refuses {@code blob_not_found}. */
    public Mono<byte[]> get(WorkspaceId workspace, byte[] sha256) {
        return database.sql(GET)
                .bind("workspace", workspace.value())
                .bind("sha256", sha256)
                .map(row -> Objects.requireNonNull(row.get("octets", byte[].class)))
                .one()
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("blob")));
    }
}
