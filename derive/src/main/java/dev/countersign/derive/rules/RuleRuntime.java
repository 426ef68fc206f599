package dev.countersign.derive.rules;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.cel.common.CelOptions;
import dev.cel.common.CelProtoAbstractSyntaxTree;
import dev.cel.expr.CheckedExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelUnknownSet;
import dev.countersign.derive.FactRef;
import dev.countersign.derive.graph.SystemGraph;
import dev.countersign.knowledge.rules.CompiledExpression;
import dev.countersign.knowledge.rules.CompiledRule;
import dev.countersign.knowledge.rules.Template;
import dev.countersign.model.Element;
import dev.countersign.model.SystemModel;
import dev.countersign.model.TrustLevel;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates the expressions of rules on one system. Not for use by several threads. */
public final class RuleRuntime {
  private static final CelOptions OPTIONS =
      CelOptions.current().enableUnknownTracking(true).build();

  private final FactReader facts;
  private final GraphFunctions functions;
  private final CelRuntime runtime;
  private final Map<CompiledExpression, CelRuntime.Program> programs = new IdentityHashMap<>();
  private final Map<String, Object> variables = new HashMap<>();

  /** A runtime for a system. */
  public RuleRuntime(SystemModel system, SystemGraph graph) {
    facts = new FactReader(system);
    functions = new GraphFunctions(system, graph, facts);
    runtime =
        CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addFunctionBindings(functions.bindings())
            .build();
    for (TrustLevel level : TrustLevel.values()) {
      variables.put(level.name(), (long) level.ordinal());
    }
  }

  /** The trigger of a rule for an element. */
  public Outcome<Boolean> trigger(CompiledRule rule, Element element) {
    return condition(rule.when(), element);
  }

  /** Sentences of a rule that hold for an element; one that hangs on an unknown fact is left out. */
  public List<String> because(CompiledRule rule, Element element) {
    functions.nameOnlyKnown(true);
    try {
      return rule.because().stream()
          .filter(reason -> holds(reason.condition(), element))
          .flatMap(reason -> sentence(reason.sentence(), element).stream())
          .toList();
    } finally {
      functions.nameOnlyKnown(false);
    }
  }

  /** Techniques of a rule that apply to an element. */
  public List<String> techniques(CompiledRule rule, Element element) {
    return rule.techniques().stream()
        .filter(technique -> holds(technique.condition(), element))
        .map(CompiledRule.Technique::id)
        .distinct()
        .toList();
  }

  /** Ids of the parts that share the answer. */
  public List<String> members(CompiledRule rule, Element element) {
    return rule.members()
        .map(expression -> evaluate(expression, element))
        .filter(List.class::isInstance)
        .map(list -> ((List<?>) list).stream().map(String::valueOf).sorted().distinct().toList())
        .orElse(List.of());
  }

  private boolean holds(Optional<CompiledExpression> condition, Element element) {
    return condition.isEmpty() || Boolean.TRUE.equals(evaluate(condition.get(), element));
  }

  private Optional<String> sentence(Template template, Element element) {
    StringBuilder text = new StringBuilder();
    for (Template.Part part : template.parts()) {
      switch (part) {
        case Template.Part.Literal(var literal) -> text.append(literal);
        case Template.Part.Value(var expression) -> {
          Object value = evaluate(expression, element);
          if (value instanceof CelUnknownSet) {
            return Optional.empty();
          }
          text.append(value);
        }
      }
    }
    return Optional.of(text.toString());
  }

  private Outcome<Boolean> condition(CompiledExpression expression, Element element) {
    facts.begin();
    Object value = evaluate(expression, element);
    if (value instanceof CelUnknownSet unknown) {
      List<FactRef> missing = facts.missing(unknown);
      return new Outcome.Unknown<>(missing);
    }
    return new Outcome.Known<>(Boolean.TRUE.equals(value), facts.reads());
  }

  private Object evaluate(CompiledExpression expression, Element element) {
    variables.put(element.kind().variable(), new Subject.Known(element));
    try {
      return program(expression).eval(variables);
    } catch (CelEvaluationException e) {
      throw new IllegalStateException(
          "the rule expression '" + expression.source() + "' fails: " + e.getMessage(), e);
    } finally {
      variables.remove(element.kind().variable());
    }
  }

  private CelRuntime.Program program(CompiledExpression expression) throws CelEvaluationException {
    CelRuntime.Program known = programs.get(expression);
    if (known != null) {
      return known;
    }
    CelRuntime.Program made = load(expression);
    programs.put(expression, made);
    return made;
  }

  private CelRuntime.Program load(CompiledExpression expression) throws CelEvaluationException {
    try {
      CheckedExpr checked = CheckedExpr.parseFrom(expression.checked());
      return runtime.createProgram(CelProtoAbstractSyntaxTree.fromCheckedExpr(checked).getAst());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("the rule packs of this build are damaged", e);
    }
  }
}
