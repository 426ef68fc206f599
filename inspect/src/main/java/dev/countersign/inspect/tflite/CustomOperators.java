package dev.countersign.inspect.tflite;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Rule;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.savedmodel.Operators;
import dev.countersign.inspect.text.WordList;
import dev.countersign.inspect.wire.Flat;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Operators that are not the interpreter's own. For one model. */
final class CustomOperators {
  private static final int LONGEST = 1024;
  private static final List<String> KNOWN =
      WordList.lines(CustomOperators.class, "custom-operators.txt");

  private final Examination examination;
  private final Set<String> select = new TreeSet<>();
  private final Set<String> shipped = new TreeSet<>();

  CustomOperators(Examination examination) {
    this.examination = examination;
  }

  /** OperatorCode: a custom one has a name in field 1. */
  void look(Flat.Items codes) throws Broken, IOException {
    for (long i = 0; i < codes.count(); i++) {
      Flat code = codes.table(i);
      String name = code.text(1, LONGEST);
      if (!name.isEmpty()) {
        custom(name, code.at());
      }
    }
    if (!select.isEmpty()) {
      examination.report(TfliteRules.SELECT, String.join(", ", select));
    }
    if (!shipped.isEmpty()) {
      examination.report(TfliteRules.SHIPPED, String.join(", ", shipped));
    }
  }

  private void custom(String name, long at) {
    String plain = name.startsWith("Flex") ? name.substring(4) : name;
    Optional<Rule> dangerous = Operators.judge(plain);
    if (dangerous.isPresent()) {
      examination.reportCall(dangerous.get(), at, name, name);
    } else if (name.startsWith("Flex")) {
      select.add(name);
    } else if (KNOWN.stream().anyMatch(known -> matches(known, name))) {
      shipped.add(name);
    } else {
      examination.reportCall(TfliteRules.CUSTOM, at, name, name);
    }
  }

  private static boolean matches(String known, String name) {
    return known.endsWith("*")
        ? name.startsWith(known.substring(0, known.length() - 1))
        : name.equals(known);
  }
}
