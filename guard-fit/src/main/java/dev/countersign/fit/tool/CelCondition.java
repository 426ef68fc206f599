package dev.countersign.fit.tool;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.countersign.guard.tool.policy.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A condition in CEL over {@code args} as the tree that a gate evaluates without CEL. */
sealed interface CelCondition {
  /** It can be used. */
  record Compiled(Condition condition) implements CelCondition {}

  /** It cannot; a sentence with the column where that is known. */
  record Mistaken(String why) implements CelCondition {}

  /** Compiles it. */
  static CelCondition compile(String source) {
    CelValidationResult result = Compiler.CEL.compile(source);
    try {
      CelAbstractSyntaxTree tree = result.getAst();
      CelType type = tree.getResultType();
      if (!type.equals(SimpleType.BOOL) && !type.equals(SimpleType.DYN)) {
        return new Mistaken("it is of type " + type.name() + ", not true or false");
      }
      Optional<Condition> condition = Condition.of(Compiler.tree(tree.getExpr()));
      return condition
          .<CelCondition>map(Compiled::new)
          .orElseGet(() -> new Mistaken("it is larger or deeper than a condition may be"));
    } catch (CelValidationException wrong) {
      return new Mistaken(first(result.getErrors()));
    } catch (Compiler.NotSupported wrong) {
      return new Mistaken(String.valueOf(wrong.getMessage()));
    }
  }

  private static String first(List<CelIssue> errors) {
    if (errors.isEmpty()) {
      return "it cannot be read";
    }
    CelIssue error = errors.getFirst();
    String message = error.getMessage().lines().findFirst().orElse("");
    int column = error.getSourceLocation().getColumn() + 1;
    String text = message.replace(" (in container '')", "");
    return column < 1 ? text : "column " + column + ": " + text;
  }

  /** Made when the first condition is compiled. */
  final class Compiler {
    private static final CelOptions OPTIONS =
        CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(4_096)
            .maxParseRecursionDepth(32)
            .build();

    private static final CelCompiler CEL =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.HAS)
            .addVar("args", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .build();

    private Compiler() {}

    /** Something of CEL that a gate does not evaluate. */
    static final class NotSupported extends Exception {
      private static final long serialVersionUID = 1L;

      NotSupported(String message) {
        super(message);
      }
    }

    private static ObjectNode tree(CelExpr expr) throws NotSupported {
      Optional<List<String>> path = path(expr);
      if (path.isPresent() && !path.get().isEmpty()) {
        ObjectNode argument = argument(path.get());
        boolean has = expr.getKind() == CelExpr.ExprKind.Kind.SELECT && expr.select().testOnly();
        return has ? call("has", List.of(argument)) : argument;
      }
      return switch (expr.getKind()) {
        case CONSTANT -> constant(expr.constant());
        case LIST -> call("list", trees(expr.list().elements()));
        case CALL -> call(expr.call());
        case IDENT -> throw new NotSupported("args alone is no value: name an argument, args.NAME");
        default -> throw new NotSupported("conditions of tools know no " + expr.getKind());
      };
    }

    /** The names below {@code args}; empty for anything else. */
    private static Optional<List<String>> path(CelExpr expr) {
      return switch (expr.getKind()) {
        case IDENT ->
            expr.ident().name().equals("args") ? Optional.of(List.of()) : Optional.empty();
        case SELECT -> path(expr.select().operand()).map(of -> with(of, expr.select().field()));
        case CALL -> index(expr.call());
        default -> Optional.empty();
      };
    }

    private static Optional<List<String>> index(CelExpr.CelCall call) {
      if (!call.function().equals("_[_]")
          || call.args().get(1).getKind() != CelExpr.ExprKind.Kind.CONSTANT
          || call.args().get(1).constant().getKind() != CelConstant.Kind.STRING_VALUE) {
        return Optional.empty();
      }
      String name = call.args().get(1).constant().stringValue();
      return path(call.args().get(0)).map(of -> with(of, name));
    }

    private static List<String> with(List<String> path, String name) {
      List<String> longer = new ArrayList<>(path);
      longer.add(name);
      return longer;
    }

    private static ObjectNode argument(List<String> path) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      ArrayNode names = node.putArray("argument");
      path.forEach(names::add);
      return node;
    }

    private static ObjectNode call(CelExpr.CelCall call) throws NotSupported {
      if (!Condition.FUNCTIONS.contains(call.function())) {
        throw new NotSupported("conditions of tools know no " + call.function());
      }
      List<ObjectNode> of = new ArrayList<>();
      if (call.target().isPresent()) {
        of.add(tree(call.target().get()));
      }
      of.addAll(trees(call.args()));
      return call(call.function(), of);
    }

    private static ObjectNode call(String name, List<ObjectNode> of) {
      ObjectNode node = JsonNodeFactory.instance.objectNode().put("call", name);
      node.putArray("of").addAll(of);
      return node;
    }

    private static List<ObjectNode> trees(List<CelExpr> exprs) throws NotSupported {
      List<ObjectNode> trees = new ArrayList<>();
      for (CelExpr expr : exprs) {
        trees.add(tree(expr));
      }
      return trees;
    }

    private static ObjectNode constant(CelConstant constant) throws NotSupported {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      return switch (constant.getKind()) {
        case BOOLEAN_VALUE -> node.put("value", constant.booleanValue());
        case INT64_VALUE -> node.put("value", constant.int64Value());
        case DOUBLE_VALUE -> node.put("value", constant.doubleValue());
        case STRING_VALUE -> node.put("value", constant.stringValue());
        default -> throw new NotSupported("conditions of tools know no " + constant.getKind());
      };
    }
  }
}
