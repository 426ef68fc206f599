/**
 * Graphs of TensorFlow in SavedModels, frozen graphs and meta graphs, and checkpoints: operators
 * that reach files, hosts or Python.
 */
@NullMarked
package dev.countersign.inspect.savedmodel;

import org.jspecify.annotations.NullMarked;
