/**
 * Trains the classifier of the prompt gate and says honestly how good it is: {@link
 * dev.countersign.fit.prompt.PromptTraining} makes the weights from public texts and from two
 * grammars, {@link dev.countersign.fit.prompt.LeaveOneOut} measures on sources that were left out
 * of training.
 */
@NullMarked
package dev.countersign.fit.prompt;

import org.jspecify.annotations.NullMarked;
