package dev.countersign.report.diagram.layout;

/**
 * A place in pixels, y downwards.
 *
 * @param x from the left
 * @param y from the top
 */
public record Point(double x, double y) {}
