/**
 * The gates in Spring AI's {@code ChatClient}: {@link
 * dev.countersign.guard.springai.GuardedToolCallingManager} between the model and its tools, {@link
 * dev.countersign.guard.springai.PromptGateAdvisor} before the model and {@link
 * dev.countersign.guard.springai.OutputGateAdvisor} behind it.
 */
@NullMarked
package dev.countersign.guard.springai;

import org.jspecify.annotations.NullMarked;
