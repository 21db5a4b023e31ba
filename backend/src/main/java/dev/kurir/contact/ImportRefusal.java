package dev.kurir.contact;

/** A line of a file that was not taken. */
public record ImportRefusal(long line, String code, String detail, String content) {}
