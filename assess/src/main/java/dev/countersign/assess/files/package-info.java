/**
 * The files behind models and datasets: found by the patterns that a model names, and hashed. Read
 * {@link dev.countersign.assess.files.FilePatterns} first.
 */
@NullMarked
package dev.countersign.assess.files;

import org.jspecify.annotations.NullMarked;
