package dev.countersign.knowledge.rules;

import com.google.common.collect.ImmutableList;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.Optional;

/**
 * Turns every field selection of a checked expression into a call of {@code fact(element, "key")}.
 *
 * <p>CEL tracks unknown values by attribute pattern or by what a function returns. Facts hang on
 * elements that are reached through lists and functions, where patterns do not follow; a function
 * can answer "unknown" wherever it is asked. So {@code d.origin} stays readable and type-checked in
 * the rule, and is a function call when it runs.
 */
final class FactReads {
  private long nextId;

  private FactReads(long firstFreeId) {
    nextId = firstFreeId;
  }

  /**
   * Rewrites an expression.
   *
   * @param firstFreeId no node has this id or a higher one
   */
  static CelExpr in(CelExpr expr, long firstFreeId) {
    return new FactReads(firstFreeId).rewrite(expr);
  }

  private CelExpr rewrite(CelExpr expr) {
    return switch (expr.getKind()) {
      case CONSTANT, IDENT -> expr;
      case SELECT -> read(expr.id(), expr.select());
      case CALL -> call(expr.id(), expr.call());
      case LIST -> CelExpr.ofList(expr.id(), all(expr.list().elements()), ImmutableList.of());
      case COMPREHENSION -> comprehension(expr.id(), expr.comprehension());
      case STRUCT, MAP, NOT_SET ->
          throw new IllegalArgumentException("rules do not build maps or messages");
    };
  }

  private CelExpr read(long id, CelExpr.CelSelect select) {
    if (select.testOnly()) {
      throw new IllegalArgumentException("has() is not for rules: a fact is known or unknown");
    }
    CelExpr field = CelExpr.ofConstant(nextId++, CelConstant.ofValue(select.field()));
    return CelExpr.ofCall(
        id,
        Optional.empty(),
        RuleLanguage.FACT,
        ImmutableList.of(rewrite(select.operand()), field));
  }

  private CelExpr call(long id, CelExpr.CelCall call) {
    String function = RuleLanguage.bindingOf(call.function(), call.args().size());
    return CelExpr.ofCall(id, call.target().map(this::rewrite), function, all(call.args()));
  }

  private ImmutableList<CelExpr> all(ImmutableList<CelExpr> exprs) {
    return exprs.stream().map(this::rewrite).collect(ImmutableList.toImmutableList());
  }

  private CelExpr comprehension(long id, CelExpr.CelComprehension loop) {
    return CelExpr.ofComprehension(
        id,
        loop.iterVar(),
        rewrite(loop.iterRange()),
        loop.accuVar(),
        rewrite(loop.accuInit()),
        rewrite(loop.loopCondition()),
        rewrite(loop.loopStep()),
        rewrite(loop.result()));
  }
}
