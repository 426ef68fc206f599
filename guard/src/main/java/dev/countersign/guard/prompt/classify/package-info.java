/**
 * What a classifier of prompts is, {@link dev.countersign.guard.prompt.classify.PromptClassifier},
 * and how its scores become p-values.
 */
@NullMarked
package dev.countersign.guard.prompt.classify;

import org.jspecify.annotations.NullMarked;
