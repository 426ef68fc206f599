/**
 * The control against prompt injection that does not depend on recognising text: a call of a tool
 * is allowed by who asked for it and by where each argument comes from. Read {@link
 * dev.countersign.guard.tool.ToolGate} first; a {@link dev.countersign.guard.tool.Conversation}
 * holds what the model has seen in a run.
 */
@NullMarked
package dev.countersign.guard.tool;

import org.jspecify.annotations.NullMarked;
