/**
 * Evaluates compiled rules on a system, in three-valued logic. Read {@link
 * dev.countersign.derive.rules.RuleRuntime} first.
 */
@NullMarked
package dev.countersign.derive.rules;

import org.jspecify.annotations.NullMarked;
