package dev.countersign.knowledge.rules;

/**
 * A CEL expression that has been parsed, checked and prepared for three-valued evaluation.
 *
 * @param source as written
 * @param checked a serialised {@code dev.cel.expr.CheckedExpr}; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // identity of rules is their source, never these bytes
public record CompiledExpression(String source, byte[] checked) {}
