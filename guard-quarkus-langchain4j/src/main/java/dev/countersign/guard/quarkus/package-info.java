/**
 * The gates in Quarkus-LangChain4j: {@link dev.countersign.guard.quarkus.ToolGateGuardrail} before
 * tools, {@link dev.countersign.guard.quarkus.PromptGateGuardrail} on what they return. An
 * application produces a {@link dev.countersign.guard.quarkus.GuardedAgents} bean that says by
 * which policy.
 */
@NullMarked
package dev.countersign.guard.quarkus;

import org.jspecify.annotations.NullMarked;
