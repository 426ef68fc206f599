package dev.countersign.knowledge.rules;

import com.google.protobuf.Empty;
import dev.cel.expr.CheckedExpr;
import dev.cel.expr.Constant;
import dev.cel.expr.Expr;
import dev.cel.expr.Reference;
import dev.cel.expr.SourceInfo;
import dev.cel.expr.Type;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns every field selection of a checked expression into a call of {@code fact(element, "key")}.
 *
 * <p>CEL tracks unknown values by attribute pattern or by what a function returns. Facts hang on
 * elements that are reached through lists and functions, where patterns do not follow; a function
 * can answer "unknown" wherever it is asked. So {@code d.origin} stays readable and type-checked in
 * the rule, and is a function call when it runs.
 *
 * <p>Types and positions were for the author and are left behind: evaluation only asks of a name that
 * it is no type. That halves what every start has to read.
 */
final class FactReads {
  private static final Type ANY = Type.newBuilder().setDyn(Empty.getDefaultInstance()).build();

  private final Map<Long, Reference> references = new HashMap<>();
  private final Map<Long, Type> types = new HashMap<>();
  private long nextId;

  private FactReads(long firstFreeId) {
    nextId = firstFreeId;
  }

  static CheckedExpr in(CheckedExpr checked) {
    FactReads rewriting = new FactReads(highestId(checked) + 1);
    Expr expr = rewriting.rewrite(checked.getExpr());
    rewriting.types.put(expr.getId(), checked.getTypeMapOrThrow(expr.getId()));
    return checked.toBuilder()
        .setExpr(expr)
        .putAllReferenceMap(rewriting.references)
        .clearTypeMap()
        .putAllTypeMap(rewriting.types)
        .setSourceInfo(SourceInfo.getDefaultInstance())
        .build();
  }

  private static long highestId(CheckedExpr checked) {
    long types = checked.getTypeMapMap().keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    long source =
        checked.getSourceInfo().getPositionsMap().keySet().stream()
            .mapToLong(Long::longValue)
            .max()
            .orElse(0);
    return Math.max(types, source);
  }

  private Expr rewrite(Expr expr) {
    return switch (expr.getExprKindCase()) {
      case SELECT_EXPR -> read(expr);
      case CALL_EXPR -> call(expr);
      case LIST_EXPR -> list(expr);
      case COMPREHENSION_EXPR -> comprehension(expr);
      case CONST_EXPR -> expr;
      case IDENT_EXPR -> name(expr);
      case STRUCT_EXPR, EXPRKIND_NOT_SET ->
          throw new IllegalArgumentException("rules do not build maps or messages");
    };
  }

  private Expr name(Expr expr) {
    types.put(expr.getId(), ANY);
    return expr;
  }

  private Expr read(Expr expr) {
    Expr.Select select = expr.getSelectExpr();
    if (select.getTestOnly()) {
      throw new IllegalArgumentException("has() is not for rules: a fact is known or unknown");
    }
    references.put(
        expr.getId(), Reference.newBuilder().addOverloadId(RuleLanguage.FACT).build());
    return expr.toBuilder()
        .setCallExpr(
            Expr.Call.newBuilder()
                .setFunction(RuleLanguage.FACT)
                .addArgs(rewrite(select.getOperand()))
                .addArgs(text(select.getField())))
        .build();
  }

  private Expr text(String value) {
    return Expr.newBuilder()
        .setId(nextId++)
        .setConstExpr(Constant.newBuilder().setStringValue(value))
        .build();
  }

  private Expr call(Expr expr) {
    Expr.Call.Builder call = expr.getCallExpr().toBuilder();
    if (call.hasTarget()) {
      call.setTarget(rewrite(call.getTarget()));
    }
    call.clearArgs();
    expr.getCallExpr().getArgsList().forEach(argument -> call.addArgs(rewrite(argument)));
    return expr.toBuilder().setCallExpr(call).build();
  }

  private Expr list(Expr expr) {
    Expr.CreateList.Builder list = expr.getListExpr().toBuilder().clearElements();
    expr.getListExpr().getElementsList().forEach(element -> list.addElements(rewrite(element)));
    return expr.toBuilder().setListExpr(list).build();
  }

  private Expr comprehension(Expr expr) {
    Expr.Comprehension loop = expr.getComprehensionExpr();
    return expr.toBuilder()
        .setComprehensionExpr(
            loop.toBuilder()
                .setIterRange(rewrite(loop.getIterRange()))
                .setAccuInit(rewrite(loop.getAccuInit()))
                .setLoopCondition(rewrite(loop.getLoopCondition()))
                .setLoopStep(rewrite(loop.getLoopStep()))
                .setResult(rewrite(loop.getResult())))
        .build();
  }
}
