/**
 * What is known of a value: who could have written it ({@link
 * dev.countersign.guard.tool.label.Trust}), how harmful its disclosure is ({@link
 * dev.countersign.guard.tool.label.Sensitivity}), and where it was read ({@link
 * dev.countersign.guard.tool.label.Source}).
 */
@NullMarked
package dev.countersign.guard.tool.label;

import org.jspecify.annotations.NullMarked;
