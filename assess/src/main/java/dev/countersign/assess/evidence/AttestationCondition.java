package dev.countersign.assess.evidence;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.countersign.attest.Statement;
import dev.countersign.attest.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Whether a condition in CEL holds for a statement. CEL has no loops but over what is there; the
 * length of the condition, its nesting and the steps that it takes are bounded besides.
 */
sealed interface AttestationCondition {
  /** It holds. */
  record Holds() implements AttestationCondition {}

  /** It does not. */
  record Fails() implements AttestationCondition {}

  /** The statement lacks what it asks for, or has it of another type; one sentence. */
  record Lacks(String what) implements AttestationCondition {}

  /** It is no condition; one sentence with the column. */
  record Mistaken(String what) implements AttestationCondition {}

  /**
   * Evaluates it.
   *
   * @param today the moment that {@code today} stands for
   */
  static AttestationCondition judge(String condition, Statement statement, Instant today) {
    CelValidationResult result = Cel.COMPILER.compile(condition);
    try {
      CelAbstractSyntaxTree tree = result.getAst();
      CelType type = tree.getResultType();
      if (!type.equals(SimpleType.BOOL) && !type.equals(SimpleType.DYN)) {
        return new Mistaken("It has to be true or false, and is of type " + type.name() + ".");
      }
      return evaluate(tree, statement, today);
    } catch (CelValidationException e) {
      return new Mistaken(first(result.getErrors()));
    }
  }

  private static AttestationCondition evaluate(
      CelAbstractSyntaxTree tree, Statement statement, Instant today) {
    try {
      Object value =
          Cel.RUNTIME
              .createProgram(tree)
              .eval(
                  Map.of(
                      "predicate", JsonValues.of(statement.predicate()),
                      "subjects", subjects(statement),
                      "today", today));
      if (value instanceof Boolean holds) {
        return holds ? new Holds() : new Fails();
      }
      return new Lacks("its value is neither true nor false.");
    } catch (CelEvaluationException e) {
      return new Lacks(sentence(String.valueOf(e.getMessage())));
    }
  }

  private static List<Map<String, Object>> subjects(Statement statement) {
    return statement.subjects().stream().map(AttestationCondition::subject).toList();
  }

  private static Map<String, Object> subject(Subject subject) {
    return Map.of("name", subject.name().orElse(""), "digest", subject.digests());
  }

  private static String first(List<CelIssue> errors) {
    if (errors.isEmpty()) {
      return "It cannot be read.";
    }
    CelSourceLocation at = errors.getFirst().getSourceLocation();
    String where = at.getColumn() < 0 ? "" : "column %d: ".formatted(at.getColumn() + 1);
    return where
        + sentence(errors.getFirst().getMessage().replaceAll(" \\(in container '.*'\\)", ""));
  }

  private static String sentence(String message) {
    String text =
        message
            .lines()
            .findFirst()
            .orElse("")
            .replaceFirst("^evaluation error[^:]*(:[0-9]+)?: ", "");
    return text.endsWith(".") ? text : text + ".";
  }

  /** Made when the first condition is judged. */
  final class Cel {
    private static final CelOptions OPTIONS =
        CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(4_096)
            .maxParseRecursionDepth(32)
            .comprehensionMaxIterations(100_000)
            .build();

    private static final CelCompiler COMPILER =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("predicate", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .addVar("subjects", ListType.create(MapType.create(SimpleType.STRING, SimpleType.DYN)))
            .addVar("today", SimpleType.TIMESTAMP)
            .build();

    private static final CelRuntime RUNTIME =
        CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

    private Cel() {}
  }
}
