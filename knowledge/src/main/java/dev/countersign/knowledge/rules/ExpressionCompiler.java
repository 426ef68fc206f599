package dev.countersign.knowledge.rules;

import dev.cel.common.CelProtoAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.expr.CheckedExpr;
import dev.countersign.model.ElementKind;
import java.util.ArrayList;
import java.util.List;

/** Compiles the CEL of one rule: types, words of the grammar, and the reads of facts. */
final class ExpressionCompiler {
  private final CelCompiler compiler;

  ExpressionCompiler(ElementKind on) {
    compiler = RuleLanguage.compilerFor(on);
  }

  /** What is wrong with an expression, in words for the author of the rule. */
  static final class Invalid extends Exception {
    private static final long serialVersionUID = 1L;

    Invalid(String message) {
      super(message);
    }
  }

  /** Compiles a condition. */
  CompiledExpression condition(String source) throws Invalid {
    return compile(source, true);
  }

  /** Compiles an expression of any type. */
  CompiledExpression value(String source) throws Invalid {
    return compile(source, false);
  }

  /** Compiles a sentence with expressions in braces. */
  Template template(String text) throws Invalid {
    List<Template.Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      int close = open < 0 ? -1 : text.indexOf('}', open);
      if (open >= 0 && close < 0) {
        throw new Invalid("a brace is opened and not closed in: " + text);
      }
      literal(parts, text.substring(at, open < 0 ? text.length() : open));
      if (open < 0) {
        break;
      }
      parts.add(new Template.Part.Value(value(text.substring(open + 1, close))));
      at = close + 1;
    }
    return new Template(parts);
  }

  private static void literal(List<Template.Part> parts, String text) {
    if (!text.isEmpty()) {
      parts.add(new Template.Part.Literal(text));
    }
  }

  private CompiledExpression compile(String source, boolean condition) throws Invalid {
    CelValidationResult result = compiler.compile(source);
    try {
      CelType type = result.getAst().getResultType();
      if (condition && !type.equals(SimpleType.BOOL) && !type.equals(SimpleType.DYN)) {
        throw new Invalid("a condition must be true or false, this is " + type.name());
      }
      CheckedExpr checked = CelProtoAbstractSyntaxTree.fromCelAst(result.getAst()).toCheckedExpr();
      List<String> unknownWords = WordCheck.of(checked);
      if (!unknownWords.isEmpty()) {
        throw new Invalid(String.join("; ", unknownWords));
      }
      long firstFreeId = checked.getSourceInfo().getPositionsMap().size() + 10_000L;
      CelExpr reading = FactReads.in(result.getAst().getExpr(), firstFreeId);
      return new CompiledExpression(source, ExpressionFormat.write(reading));
    } catch (CelValidationException e) {
      throw new Invalid(result.getErrorString());
    } catch (IllegalArgumentException e) {
      throw new Invalid(String.valueOf(e.getMessage()));
    }
  }
}
