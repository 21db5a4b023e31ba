package dev.kurir.content;

/**
 * Why a template cannot be used, and where.
 *
 * @param code {@code unclosed_tag}, {@code bad_tag} or {@code forbidden_place}
 * @param line from 1
 * @param column from 1
 */
public record TemplateProblem(String code, int line, int column, String detail) {}
