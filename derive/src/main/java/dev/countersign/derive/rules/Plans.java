package dev.countersign.derive.rules;

import dev.cel.common.CelOptions;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.countersign.knowledge.rules.CompiledExpression;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

/** Plans of expressions, each made once in the life of the process. For use by any thread. */
final class Plans {
  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.plannerRuntimeBuilder()
          .setOptions(
              CelOptions.current()
                  .enableUnknownTracking(true)
                  .enableHeterogeneousNumericComparisons(true)
                  .build())
          .addFunctionBindings(Bindings.all())
          .build();

  private static final Map<CompiledExpression, CelRuntime.Program> PLANS =
      Collections.synchronizedMap(new IdentityHashMap<>());

  private Plans() {}

  /** The plan of an expression. */
  static CelRuntime.Program of(CompiledExpression expression) {
    CelRuntime.Program known = PLANS.get(expression);
    if (known != null) {
      return known;
    }
    CelRuntime.Program made = make(expression);
    PLANS.put(expression, made);
    return made;
  }

  private static CelRuntime.Program make(CompiledExpression expression) {
    try {
      return RUNTIME.createProgram(expression.ast());
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("the rule packs of this build are damaged", e);
    }
  }
}
