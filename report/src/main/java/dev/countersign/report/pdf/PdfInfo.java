package dev.countersign.report.pdf;

import java.time.LocalDate;

/**
 * What a PDF says about itself.
 *
 * @param title in the title bar of a viewer
 * @param author who made it
 * @param subject one line on what it is about
 * @param day its date of creation: the day of the assessment, so that the same assessment gives the
 *     same bytes
 */
public record PdfInfo(String title, String author, String subject, LocalDate day) {}
