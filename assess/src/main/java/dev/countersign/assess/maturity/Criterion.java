package dev.countersign.assess.maturity;

import java.util.function.Function;

/**
 * Something that can be verified about the practice around one system.
 *
 * @param id stable name
 * @param level the level that wants it
 * @param work how long meeting it usually takes
 * @param title what holds where it is met, one sentence
 * @param how what is looked at to tell, one or two sentences
 * @param test looks
 */
public record Criterion(
    String id, Level level, Work work, String title, String how, Function<Practice, Seen> test) {}
