package dev.countersign.inspect.onnx;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.text.WordList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The operators that a model uses, and who provides them. For one model. */
final class Operators {
  private static final int MOST = 10_000;

  /** Functions of real models call each other less than 50 deep. */
  private static final int DEEPEST_CALLS = 200;

  private static final Set<String> STANDARD =
      Set.copyOf(WordList.lines(Operators.class, "operators.txt"));
  private static final Set<String> DOMAINS =
      Set.copyOf(WordList.lines(Operators.class, "domains.txt"));

  /**
   * Operators that run Python, in any domain: of ONNX Runtime, its extensions, and its training.
   */
  private static final Set<String> PYTHON =
      Set.of(
          "pyop",
          "pythonop",
          "pythonopgrad",
          "pyfunc",
          "pycustomop",
          "pycustomopdef",
          "pyfunction",
          "eagerpyfunc");

  /** An operator by its name in a domain. */
  record Operator(String domain, String name) {
    @Override
    public String toString() {
      return domain.isEmpty() ? name : domain + "::" + name;
    }
  }

  private final Examination examination;
  private final Map<Operator, Long> used = new LinkedHashMap<>();
  private final Map<Operator, Long> defined = new HashMap<>();
  private final Map<Operator, Set<Operator>> called = new HashMap<>();

  Operators(Examination examination) {
    this.examination = examination;
  }

  Operator used(String domain, String name, long at) {
    Operator operator = new Operator(domain, name);
    if (used.size() < MOST) {
      used.putIfAbsent(operator, at);
    }
    return operator;
  }

  void defined(String domain, String name, long at, List<Operator> calls) {
    Operator function = new Operator(domain, name);
    if (defined.size() < MOST) {
      defined.putIfAbsent(function, at);
      called.putIfAbsent(function, Set.copyOf(calls));
    }
  }

  /** Reports operators, once all functions that the model brings are known. */
  void tell() {
    Set<String> vendors = new TreeSet<>();
    used.forEach((operator, at) -> judge(operator, at, vendors));
    if (!vendors.isEmpty()) {
      examination.report(OnnxRules.VENDOR, String.join(", ", vendors));
    }
    defined.forEach(this::replaced);
    recursive()
        .ifPresent(function ->
            examination.report(
                OnnxRules.RECURSIVE, defined.getOrDefault(function, 0L), function.toString()));
  }

  /**
   * A function that is left when those that call none that is left are taken away, again and again.
   */
  private Optional<Operator> recursive() {
    Set<Operator> left = new HashSet<>(called.keySet());
    for (int depth = 0; depth < DEEPEST_CALLS && !left.isEmpty(); depth++) {
      left.removeIf(
          function -> called.getOrDefault(function, Set.of()).stream().noneMatch(left::contains));
    }
    return left.stream().findFirst();
  }

  private void judge(Operator operator, long at, Set<String> vendors) {
    if (defined.containsKey(operator)) {
      return;
    }
    if (PYTHON.contains(operator.name.toLowerCase(Locale.ROOT))) {
      examination.reportCall(OnnxRules.PYTHON, at, operator.toString(), operator.toString());
    } else if (standard(operator.domain)) {
      unknown(operator, at, vendors);
    } else if (shipped(operator.domain)) {
      vendors.add(operator.domain);
    } else {
      examination.reportCall(OnnxRules.CUSTOM, at, operator.toString(), operator.toString());
    }
  }

  private void unknown(Operator operator, long at, Set<String> vendors) {
    if (STANDARD.contains(operator.name)) {
      return;
    }
    if (operator.name.endsWith("_TRT") || operator.name.startsWith("TRT")) {
      vendors.add("TensorRT plugins");
    } else {
      examination.reportCall(OnnxRules.UNKNOWN, at, operator.toString(), operator.toString());
    }
  }

  private void replaced(Operator function, long at) {
    if (standard(function.domain) && STANDARD.contains(function.name)) {
      examination.report(OnnxRules.REPLACED, at, function.toString());
    }
  }

  private static boolean standard(String domain) {
    return domain.isEmpty() || domain.equals("ai.onnx") || domain.equals("ai.onnx.ml");
  }

  private static boolean shipped(String domain) {
    return DOMAINS.contains(domain)
        || DOMAINS.stream().anyMatch(known -> known.endsWith(".") && domain.startsWith(known));
  }
}
