/**
 * The verdict as Markdown, for a comment under a merge request. Read {@link
 * dev.countersign.report.markdown.MarkdownReport} first.
 */
@NullMarked
package dev.countersign.report.markdown;

import org.jspecify.annotations.NullMarked;
