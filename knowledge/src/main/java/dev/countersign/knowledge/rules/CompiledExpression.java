package dev.countersign.knowledge.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;

/**
 * A CEL expression that has been parsed, checked and prepared for three-valued evaluation.
 *
 * @param source as written
 * @param tree the checked tree in {@link ExpressionFormat}; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // identity of rules is their source, never these bytes
public record CompiledExpression(String source, byte[] tree) {
  private static final CelSource NO_SOURCE = CelSource.newBuilder().build();

  /** The tree to plan. It was type-checked when it was compiled, and carries no types any more. */
  public CelAbstractSyntaxTree ast() {
    return CelAbstractSyntaxTree.newParsedAst(ExpressionFormat.read(tree), NO_SOURCE);
  }
}
