package dev.countersign.benchmarks.fleet.attack;

/** A row that was asked, and the probabilities that came back. */
public record Asked(double[] row, double[] answer) {}
