/**
 * The classifier that ships: logistic regression on hashed n-grams of characters, of words, and of
 * the ideas that words stand for. {@link dev.countersign.guard.prompt.ngram.NgramClassifier} scores
 * a text; {@link dev.countersign.guard.prompt.ngram.Features} says what it looks at, and the
 * trainer looks at the same.
 */
@NullMarked
package dev.countersign.guard.prompt.ngram;

import org.jspecify.annotations.NullMarked;
