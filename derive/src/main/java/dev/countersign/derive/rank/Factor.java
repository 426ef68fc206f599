package dev.countersign.derive.rank;

/**
 * One thing that raises or lowers a rank.
 *
 * @param weight from 0 to 1
 * @param reason a short phrase for people
 */
record Factor(double weight, String reason) {}
