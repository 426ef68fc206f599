package dev.countersign.discover.code;

/**
 * A string in code.
 *
 * @param value without quotes, escapes as written
 * @param line where it starts
 * @param key the name that it is assigned to or stands under; empty if there is none
 * @param isKey whether something stands under it: an entry of a table
 */
public record Text(String value, int line, String key, boolean isKey) {}
