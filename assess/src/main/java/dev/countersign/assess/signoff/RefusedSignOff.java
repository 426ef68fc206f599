package dev.countersign.assess.signoff;

/**
 * A file among the sign-offs that proves nothing.
 *
 * @param file as the user would type it
 * @param why what was found and what was expected, one sentence
 * @param next the next step, one sentence
 */
public record RefusedSignOff(String file, String why, String next) {}
