package dev.countersign.report.full;

/**
 * A threat in one line, wherever it is named outside the register.
 *
 * @param id of the threat
 * @param title of its family
 * @param element id of what it is about
 * @param severity the word
 * @param state how it is answered
 * @param tone the class that colours the state
 */
public record Line(
    String id, String title, String element, String severity, String state, String tone) {}
