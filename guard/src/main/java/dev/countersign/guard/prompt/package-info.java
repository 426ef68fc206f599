/**
 * The prompt gate: triage of text on its way to a model. {@link
 * dev.countersign.guard.prompt.PromptGate} scores a text; it is a signal and no boundary. {@code
 * text} takes disguises off, {@code ngram} is the classifier that ships; {@link
 * dev.countersign.guard.prompt.classify.PromptClassifier} is where others go in.
 */
@NullMarked
package dev.countersign.guard.prompt;

import org.jspecify.annotations.NullMarked;
