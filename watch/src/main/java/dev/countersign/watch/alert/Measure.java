package dev.countersign.watch.alert;

import dev.countersign.watch.baseline.Threshold;

/**
 * A statistic that reached its threshold.
 *
 * @param statistic its id
 * @param says what that means
 * @param value the largest one so far
 * @param threshold what it reached
 */
public record Measure(String statistic, String says, double value, Threshold threshold) {}
