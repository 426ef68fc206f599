package dev.countersign.model;

import java.util.Optional;

/**
 * Something wrong in a file that a person wrote. Problems are data: all of a file are reported at
 * once, each with its place and the next step.
 *
 * @param id stable name of the class of problem, for example {@code unknown-key}
 * @param place where it is
 * @param length how many code points the caret underlines, at least 1
 * @param message what is wrong, one sentence
 * @param expected what would be right there, if that can be said
 * @param next what to do about it, one sentence
 * @param source the line of the file, without its end, as it is in the file
 */
public record Problem(
    String id,
    Place place,
    int length,
    String message,
    Optional<String> expected,
    String next,
    Optional<String> source) {}
