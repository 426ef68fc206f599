package dev.countersign.derive.rules;

import dev.cel.runtime.CelEvaluationException;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates the expressions of rules on one system. Not for use by several threads. */
public final class RuleRuntime {
  private final Functions functions;
  private final FactReader facts;
  private final Map<String, Object> variables = new HashMap<>();

  /** A runtime for a system. */
  public RuleRuntime(SystemModel system, SystemGraph graph) {
    functions = new Functions(system, graph);
    facts = functions.facts();
    for (TrustLevel level : TrustLevel.values()) {
      variables.put(level.name(), (long) level.ordinal());
    }
  }

  /** The trigger of a rule for an element. */
  public Outcome<Boolean> trigger(CompiledRule rule, Element element) {
    return condition(rule.when(), element);
  }

  /**
   * Sentences of a rule that hold for an element; one that hangs on an unknown fact is left out.
   */
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
      if (part instanceof Template.Part.Literal literal) {
        text.append(literal.text());
      } else if (part instanceof Template.Part.Value placeholder) {
        Object value = evaluate(placeholder.expression(), element);
        if (value instanceof CelUnknownSet) {
          return Optional.empty();
        }
        text.append(value);
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
    variables.put(element.kind().variable(), functions.subject(element));
    try {
      return Plans.of(expression).eval(variables);
    } catch (CelEvaluationException e) {
      throw new IllegalStateException(
          "the rule expression '" + expression.source() + "' fails: " + e.getMessage(), e);
    } finally {
      variables.remove(element.kind().variable());
    }
  }
}
