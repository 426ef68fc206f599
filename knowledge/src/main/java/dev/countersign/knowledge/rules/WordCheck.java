package dev.countersign.knowledge.rules;

import dev.cel.expr.CheckedExpr;
import dev.cel.expr.Expr;
import dev.cel.expr.Type;
import dev.countersign.model.ElementKind;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.KeyType;
import dev.countersign.model.language.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds words that a field can never hold: {@code dataset.origin == 'scrapped'} is well typed and
 * would be false for ever.
 */
final class WordCheck {
  private final CheckedExpr checked;
  private final List<String> problems = new ArrayList<>();

  private WordCheck(CheckedExpr checked) {
    this.checked = checked;
  }

  static List<String> of(CheckedExpr checked) {
    WordCheck check = new WordCheck(checked);
    check.visit(checked.getExpr());
    return check.problems;
  }

  private void visit(Expr expr) {
    switch (expr.getExprKindCase()) {
      case CALL_EXPR -> call(expr.getCallExpr());
      case SELECT_EXPR -> visit(expr.getSelectExpr().getOperand());
      case LIST_EXPR -> expr.getListExpr().getElementsList().forEach(this::visit);
      case COMPREHENSION_EXPR -> {
        visit(expr.getComprehensionExpr().getIterRange());
        visit(expr.getComprehensionExpr().getLoopStep());
      }
      default -> {}
    }
  }

  private void call(Expr.Call call) {
    if (call.hasTarget()) {
      visit(call.getTarget());
    }
    call.getArgsList().forEach(this::visit);
    if (call.getArgsCount() == 2) {
      compare(call.getArgs(0), call.getArgs(1));
      compare(call.getArgs(1), call.getArgs(0));
    }
  }

  private void compare(Expr field, Expr other) {
    List<String> words = field.hasSelectExpr() ? vocabulary(field.getSelectExpr()) : List.of();
    if (words.isEmpty()) {
      return;
    }
    texts(other).stream()
        .filter(word -> !words.contains(word))
        .forEach(word ->
            problems.add(
                "'%s' is no word of %s; expected one of %s"
                    .formatted(word, field.getSelectExpr().getField(), String.join(", ", words))));
  }

  private static List<String> texts(Expr expr) {
    if (expr.hasConstExpr() && expr.getConstExpr().hasStringValue()) {
      return List.of(expr.getConstExpr().getStringValue());
    }
    return expr.getListExpr().getElementsList().stream().flatMap(e -> texts(e).stream()).toList();
  }

  private List<String> vocabulary(Expr.Select select) {
    Type type = checked.getTypeMapMap().get(select.getOperand().getId());
    if (type == null) {
      return List.of();
    }
    return kind(type.getMessageType())
        .flatMap(kind -> key(kind, select.getField()))
        .map(WordCheck::words)
        .orElse(List.of());
  }

  private static Optional<ElementKind> kind(String typeName) {
    return Arrays.stream(ElementKind.values())
        .filter(kind -> RuleTypes.of(kind).name().equals(typeName))
        .findFirst();
  }

  private static Optional<Key> key(ElementKind kind, String field) {
    return Vocabulary.of(kind).keys().stream().filter(key -> key.field().equals(field)).findFirst();
  }

  private static List<String> words(Key key) {
    return switch (key.type()) {
      case KeyType.OneOf(var words) -> words.stream().map(KeyType.Vocable::word).toList();
      case KeyType.AnyOf(var words) -> words.stream().map(KeyType.Vocable::word).toList();
      default -> List.of();
    };
  }
}
