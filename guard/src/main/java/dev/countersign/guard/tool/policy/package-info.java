/**
 * What a tool gate decides by. {@link dev.countersign.guard.tool.policy.ToolPolicy} is where to
 * start; {@link dev.countersign.guard.tool.policy.Guess} makes the rule of a tool that nobody
 * described; {@link dev.countersign.guard.tool.policy.Condition} is a condition over arguments.
 */
@NullMarked
package dev.countersign.guard.tool.policy;

import org.jspecify.annotations.NullMarked;
