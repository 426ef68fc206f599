package dev.countersign.guard.prompt.classify;

/**
 * The window of a text that a classifier finds most like an attack.
 *
 * @param score how much; higher is more. Only comparable within one classifier
 * @param from where the window starts in the view
 * @param to where it ends, exclusively
 * @param windows how many windows there were that do not overlap, at least 1: what the highest of
 *     them is corrected for
 */
public record Peak(double score, int from, int to, double windows) {}
