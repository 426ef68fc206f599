/**
 * What {@code sign} and {@code verify} need: keys, paths in a model, whom to trust, and the verdict
 * in words and as JSON. Read {@link dev.countersign.cli.model.VerdictText} first.
 */
@NullMarked
package dev.countersign.cli.model;

import org.jspecify.annotations.NullMarked;
