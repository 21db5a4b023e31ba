package dev.kurir.contact;

/** In which order contacts are shown; equal ones by their id. */
public enum ContactSort {
    NEWEST,
    NAME,
    EMAIL
}
