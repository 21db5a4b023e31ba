package dev.kurir.contact;

/** Runs imports in the background, a few at a time. */
public interface ImportRunner {
    void submit(ImportJob job);
}
