package dev.kurir.workspace;

/** What a person may do. */
public enum Role {
    OWNER,
    MANAGER,
    AGENT
}
