package dev.kurir.content;

/**
 * A variable that a template uses.
 *
 * @param fallback whether every use of it has a fallback
 */
public record UsedVariable(String name, boolean fallback) {}
